-- Letters are an outbox: written in the transaction of what causes them, sent by the post office afterwards.

create table letter (
  id uuid primary key,
  notice_id text not null references notice,
  -- from the domain (obligation, rung and recipient; recipient and day for a round): one letter, whatever is retried
  key text not null unique,
  kind text not null,
  person_id text not null,
  period_id text references period,
  message_id text not null unique,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'uncertain', 'failed', 'bounced', 'stopped')),
  not_before timestamptz not null,
  written_at timestamptz not null,
  sent_at timestamptz,
  claimed_by uuid,          -- the post office that holds it
  attempts int not null default 0,
  bytes_sha256 text,
  failure text,
  retry_at timestamptz,     -- the machine's clock: no attempt before it; not_before is the notice's clock
  foreign key (notice_id, person_id) references person,
  check ((state in ('sent', 'bounced')) = (sent_at is not null)),
  check ((state = 'sending') = (claimed_by is not null))
);
create index letter_to_send on letter (not_before, written_at) where state in ('queued', 'uncertain');
create index letter_in_hand on letter (claimed_by) where state = 'sending';
create index letter_by_person on letter (notice_id, person_id, written_at);

-- what it says: a document of blocks, from which text and HTML are made. Links are told by name and made at the post office.
create table letter_text (
  letter_id uuid primary key references letter,
  document jsonb not null
);

create table letter_obligation (
  letter_id uuid not null references letter,
  obligation_id text not null references obligation,
  primary key (obligation_id, letter_id)
);
create index letter_obligation_by_letter on letter_obligation (letter_id);

create table letter_attempt (
  letter_id uuid not null references letter,
  attempt int not null check (attempt > 0),
  at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'uncertain', 'refused', 'put-off', 'bounced')),
  answer text,              -- the server's code and class, never an address
  primary key (letter_id, attempt)
);
