-- A rehearsal's clock, mail and cast live beside the record they act on, so that whether anything is
-- still pending is one question to this database. Live notices leave these tables empty.

create table rehearsal (
  notice_id text primary key references notice,
  now timestamptz not null,
  seed int not null,
  target timestamptz not null,
  state text not null check (state in ('running', 'standing'))
);

-- a workflow that waits for the leaping clock; it is pending while it was woken more often than it answered
create table clock_wait (
  workflow_id text primary key,
  notice_id text not null references notice,
  wake_at timestamptz,          -- null: waits for a signal alone
  woken int not null default 0,
  answered int not null default 0
);

create table inbox_message (
  id bigint generated always as identity primary key,
  arrived_at timestamptz not null default clock_timestamp(),
  noted_at timestamptz,         -- the rehearsal's time
  to_address text not null,
  from_address text not null,
  subject text not null default '',
  message_id text,
  raw bytea not null,
  read_by_cast_at timestamptz
);
create index inbox_unread on inbox_message (id) where read_by_cast_at is null;
create index inbox_by_address on inbox_message (to_address, id);

create table cast_act (
  id text primary key,          -- what it answers: letter or desk, subject and occurrence
  notice_id text not null references notice,
  actor text not null,
  act text not null,
  subject jsonb not null,
  at timestamptz not null,
  done_at timestamptz,
  outcome text
);
create index cast_act_next on cast_act (at) where done_at is null;
