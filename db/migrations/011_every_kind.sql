-- Every kind of process runs: one that waits for its data starts by itself once the data is there, and a decision may
-- add a period that no plan has (an explanation by a date, a peak made up for).

alter table process add column ordered_at timestamptz; -- its start was ordered, whether or not its data was complete

create table decided_period (
  id text primary key,          -- notice/process/key, as every period's
  notice_id text not null,
  process_id text not null,
  key text not null,
  plan jsonb not null,          -- the whole plan: it is opened with this and no other
  decision_id uuid not null references decision,
  decided_at timestamptz not null,
  started_at timestamptz,       -- its follow-up was started
  unique (notice_id, process_id, key),
  foreign key (notice_id, process_id) references process
);
create index decided_period_to_start on decided_period (notice_id) where started_at is null;

grant select, insert, update on decided_period to dondoc_app;
