-- What must climb, what silence led to, and what people with the right decided.

create table decision (
  id uuid primary key,
  notice_id text not null references notice,
  kind text not null,
  subject text not null,    -- id of what it is about: an obligation, period, process, finding, submission
  actor text not null,      -- person:…, token:…, engine
  capacity text not null,   -- the position or role in which it was decided
  at timestamptz not null,
  detail jsonb not null default '{}'
);
create index decision_by_subject on decision (subject);
create table decision_text (
  decision_id uuid primary key references decision,
  reason text not null check (length(btrim(reason)) > 0)
);
alter table schedule add foreign key (decision_id) references decision;

-- a rung taken for an obligation: once, by its key. The daily round puts it into a letter to a superior.
create table climb (
  obligation_id text not null references obligation,
  rung text not null,
  notice_id text not null,
  recipient_id text not null, -- the position it climbs to, found when the rung was taken
  why text not null check (why in ('supervisor', 'named', 'next-up', 'fallback')),
  taken_at timestamptz not null,
  needs_release boolean not null,
  released_at timestamptz,
  held_until timestamptz,
  stopped_at timestamptz,   -- a submission, excuse or cancellation stops what has not gone out
  letter_id uuid references letter,
  primary key (obligation_id, rung),
  foreign key (notice_id, recipient_id) references party (notice_id, id)
);
create index climb_to_send on climb (notice_id) where letter_id is null and stopped_at is null;

create table finding (
  id uuid primary key,
  obligation_id text not null unique references obligation,
  notice_id text not null references notice,
  state text not null check (state in ('withheld', 'recorded', 'released', 'reversed')),
  doubts text[] not null default '{}',  -- why it is withheld
  has_words boolean not null,           -- whether the notice states a consequence
  evidence jsonb not null,              -- as it stood: what was sent, when, delivered or not
  recorded_at timestamptz not null,
  release_due_at timestamptz,
  held boolean not null default false,
  decided_at timestamptz,
  decision_id uuid references decision,
  check ((state = 'withheld') = (cardinality(doubts) > 0)),
  check (state not in ('released', 'reversed') or decision_id is not null),
  check (state <> 'released' or has_words)
);
create index finding_by_notice on finding (notice_id, recorded_at);
create table finding_answer (
  finding_id uuid not null references finding,
  at timestamptz not null,
  actor text not null,
  body text not null,
  primary key (finding_id, at)
);

create table digest (
  period_id text primary key references period,
  notice_id text not null references notice,
  drafted_at timestamptz not null,
  draft jsonb not null,     -- figures and lists from the register, as they stood
  edited jsonb,             -- what the office wrote into it
  edited_at timestamptz,
  released_at timestamptz,
  decision_id uuid references decision,
  letter_id uuid references letter,
  check ((released_at is null) = (decision_id is null))
);
