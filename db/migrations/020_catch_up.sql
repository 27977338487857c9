-- After an outage a party gets one catch-up letter across all processes. Each period notes here what its people have to
-- be told; the notice's daily round writes the letters once all periods have had their minutes to note theirs.

create table catch_up (
  schedule_id text not null references schedule (id),
  noted_at timestamptz not null,    -- on the notice's clock: a later outage of the same schedule is noted beside it
  notice_id text not null references notice (id),
  old_last_day date not null,       -- as it was before the outage
  outage_from timestamptz not null,
  outage_until timestamptz not null,
  told_at timestamptz,
  primary key (schedule_id, noted_at),
  check (outage_from < outage_until)
);
create index catch_up_untold on catch_up (notice_id, noted_at) where told_at is null;

grant select, insert, update on catch_up to dondoc_app;
