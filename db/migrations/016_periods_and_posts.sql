-- Periods that a decision skips or merges into another, obligations that pass to another party, and posts that change
-- hands at an instant, now or later.

create table period_decision (
  decision_id uuid primary key references decision,
  notice_id text not null,
  process_id text not null,
  key text not null,
  into_key text,            -- null: skipped
  parties text[],           -- null: everybody who owes in it
  -- decided before the period opened, it is applied when it opens
  applied_at timestamptz,
  check (into_key <> key),
  check (cardinality(parties) > 0),
  foreign key (notice_id, process_id) references process
);
create index period_decision_by_period on period_decision (notice_id, process_id, key);
create index period_decision_by_target on period_decision (notice_id, process_id, into_key) where into_key is not null;

create table reassignment (
  obligation_id text primary key references obligation, -- taken off its party
  to_obligation_id text not null references obligation, -- where it is owed since
  decision_id uuid not null references decision,
  check (obligation_id <> to_obligation_id)
);
create index reassignment_by_target on reassignment (to_obligation_id);
alter table schedule drop constraint schedule_reason_check;
alter table schedule add constraint schedule_reason_check
  check (reason in ('plan', 'extension', 'supplement', 'pause', 'outage', 'amendment', 'reassignment'));

create table hand_over (
  decision_id uuid primary key references decision,
  notice_id text not null,
  party_id text not null,
  leaving_id text,          -- null: the post was vacant, or an addressee is added beside the others
  coming_id text,           -- null: it is vacant from then on, or an addressee leaves
  at timestamptz not null,
  -- the leaver's links are void and the newcomer's letter is written
  carried_out_at timestamptz,
  check (leaving_id is not null or coming_id is not null),
  foreign key (notice_id, party_id) references party,
  foreign key (notice_id, leaving_id) references person,
  foreign key (notice_id, coming_id) references person
);
create index hand_over_ahead on hand_over (notice_id, at) where carried_out_at is null;
create index hand_over_by_party on hand_over (notice_id, party_id);

-- of the text as it was loaded, where an erased name has changed it since: loaded again, it is still the same notice
alter table notice add column loaded_sha256 text check (loaded_sha256 ~ '^[0-9a-f]{64}$');

grant select, insert, update on period_decision, reassignment, hand_over to dondoc_app;
