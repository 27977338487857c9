-- What runs is changed by amendments: the text before each is kept, and so is every date before it moved.

-- a text that is no longer in force; the one in force is the notice's own content
create table notice_version (
  notice_id text not null references notice,
  number int not null check (number > 0),
  content jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  in_force_until timestamptz not null,
  replaced_by uuid not null references decision,
  primary key (notice_id, number)
);

-- a text that somebody has asked to put in force; it waits for its decision, which takes it away again
create table amendment (
  decision_id uuid primary key,
  notice_id text not null references notice,
  content jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  amends_sha256 text not null check (amends_sha256 ~ '^[0-9a-f]{64}$'), -- the text that it was made from
  asked_at timestamptz not null
);

-- periods that an amendment puts into the plan with a due time that is over: nobody can owe anything in them
create table passed_over_period (
  notice_id text not null,
  process_id text not null,
  key text not null,
  decision_id uuid not null references decision,
  primary key (notice_id, process_id, key),
  foreign key (notice_id, process_id) references process
);

-- who decided, where that is somebody else than who entered it
alter table decision_text add column decided_by text;

alter table schedule drop constraint schedule_reason_check;
alter table schedule add constraint schedule_reason_check
  check (reason in ('plan', 'extension', 'supplement', 'pause', 'outage', 'amendment'));

grant select, insert, update on notice_version, passed_over_period to dondoc_app;
grant select, insert, update, delete on amendment to dondoc_app;
-- a process that waits may leave the file again; its foreign keys keep one that has run
grant delete on process to dondoc_app;
