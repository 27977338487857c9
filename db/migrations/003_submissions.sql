-- What parties hand in. Every version is kept; texts and files stand apart from the record of them.

create sequence receipt_number;

create table submission (
  id uuid primary key,
  notice_id text not null references notice,
  receipt_no text not null unique,
  channel text not null check (channel in ('link', 'api', 'paper', 'telephone', 'zalo', 'e-mail')),
  kind text not null check (kind in ('report', 'nothing')),
  signed_by text,           -- the person who signed, where known
  capacities text[] not null check (cardinality(capacities) > 0),
  uploaded_by text not null,-- an actor: person:…, token:…
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  key_in_reason text,       -- why the office keyed it in
  content_sha256 text not null,
  review text not null default 'unreviewed' check (review in ('unreviewed', 'accepted', 'accepted-by-time', 'supplement-asked')),
  review_due_at timestamptz not null,
  reviewed_at timestamptz,
  signed_original_at timestamptz,
  signed_original_no text,
  check ((review = 'unreviewed') = (reviewed_at is null)),
  check (received_at <= recorded_at),
  check (channel in ('link', 'api') or key_in_reason is not null)
);
create index submission_unreviewed on submission (notice_id, review_due_at) where review = 'unreviewed';

create table submission_text (
  submission_id uuid primary key references submission,
  body text not null,
  answers jsonb not null default '{}',
  checklist jsonb not null default '[]'
);

create table submission_obligation (
  submission_id uuid not null references submission,
  obligation_id text not null references obligation,
  version int not null check (version > 0),
  primary key (obligation_id, version),
  unique (submission_id, obligation_id)
);

create table attachment (
  id uuid primary key,
  submission_id uuid not null references submission,
  file_name text not null,
  media_type text not null,
  size int not null check (size > 0),
  sha256 text not null,
  content bytea not null
);
create index attachment_by_submission on attachment (submission_id);
