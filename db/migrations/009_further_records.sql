-- Records that the notice asks for beside reports.

create table inspection (
  id uuid primary key,
  notice_id text not null references notice,
  party_id text not null,
  inspected_on date not null,
  inspected_by text not null,
  findings text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  foreign key (notice_id, party_id) references party
);

create table attainment (
  notice_id text not null,
  party_id text not null,
  level text not null check (level in ('attained', 'advanced', 'model')),
  planned_on date,
  attained_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (notice_id, party_id, level),
  foreign key (notice_id, party_id) references party,
  check (planned_on is not null or attained_on is not null)
);

create table comment_absorbed (
  id uuid primary key,
  notice_id text not null,
  process_id text not null,
  made_by text not null,
  comment text not null,
  absorbed boolean not null,
  why text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  foreign key (notice_id, process_id) references process,
  check (absorbed or length(btrim(why)) > 0)
);
