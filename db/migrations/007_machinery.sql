-- What the engine needs beside the record: wake-ups, retries told apart, tokens, signs of life.

create table outbox (
  id bigint generated always as identity primary key,
  workflow_id text not null,
  signal text not null,
  written_at timestamptz not null default clock_timestamp(),
  attempts int not null default 0,
  next_try_at timestamptz not null default clock_timestamp(),
  last_error text
);
-- facts that wake the same workflow before it was told need telling once
create unique index outbox_coalesced on outbox (workflow_id, signal);

create table idempotency_key (
  key_sha256 text primary key,  -- over actor, route and the key itself
  request_sha256 text not null,
  status int,                   -- null while the first request is still under way
  body jsonb,
  created_at timestamptz not null default clock_timestamp()
);

create table api_token (
  id uuid primary key,
  token_sha256 text not null unique,
  label text not null,
  role text not null check (role in ('admin', 'office', 'supervisor', 'head', 'party')),
  notice_id text references notice,
  person_id text,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check (role = 'admin' or notice_id is not null),
  check (role in ('admin', 'office') or person_id is not null)
);

create table heartbeat (
  one boolean primary key default true check (one),
  at timestamptz not null
);
create table outage (
  began_at timestamptz primary key,
  ended_at timestamptz not null check (ended_at > began_at)
);
