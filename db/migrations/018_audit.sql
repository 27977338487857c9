-- What the auditor found, run by run: ids and codes only, so that a run can be shown to whoever watches the engine.

create table audit_run (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(), -- the machine's clock: it is the engine that is watched
  counts jsonb not null,        -- how much each code found
  findings jsonb not null,      -- code, notice, some of the ids, how many there are
  -- the last row of each notice's log that was found whole: the next run goes on from there
  log_seen jsonb not null default '{}',
  -- code and notice of what admins were written about after this run
  told text[] not null default '{}'
);
create index audit_run_by_time on audit_run (at);

-- old runs are forgotten
grant select, insert, update, delete on audit_run to dondoc_app;
grant usage on all sequences in schema public to dondoc_app;
