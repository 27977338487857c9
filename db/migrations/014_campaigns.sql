-- Campaigns count their peaks by the returns that are in, and a report that repeats the one before it is known as one.

-- Whether a peak counts for its year's quota: judged when its period closes, again where a return or an excuse comes
-- after that and the year in which it was judged is not over.
create table peak_result (
  period_id text primary key references period,
  notice_id text not null,
  process_id text not null,
  year int not null,            -- whose quota it counts for
  owed int not null check (owed >= 0), -- those excused or cancelled owe nothing
  returned int not null check (returned between 0 and owed),
  counts_from double precision not null check (counts_from > 0 and counts_from <= 1), -- the share asked for when judged
  counted boolean not null,
  judged_at timestamptz not null,
  missed_at_close boolean not null,
  recounted_at timestamptz,     -- what was judged has changed since
  foreign key (notice_id, process_id) references process,
  check (recounted_at is null or recounted_at >= judged_at)
);
create index peak_result_by_process on peak_result (notice_id, process_id);
grant select, insert, update on peak_result to dondoc_app;

-- SHA-256 over the words that were handed in and the files with them, spacing, case and punctuation left aside;
-- null where there are neither. Told apart from content_sha256, which is over the very bytes.
alter table submission add column words_sha256 text;
