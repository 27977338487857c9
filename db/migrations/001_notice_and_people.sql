-- The notice as it was loaded, and who stands where in it. Names and addresses stand apart
-- (person_contact), so that a person can be erased while every record about their posts stays true.

create table notice (
  id text primary key,
  title text not null,
  zone text not null,
  language text not null check (language in ('vi', 'en')),
  content jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'loaded' check (state in ('loaded', 'running', 'closed')),
  clock text not null default 'live' check (clock in ('live', 'rehearsal')),
  loaded_at timestamptz not null,
  started_at timestamptz,
  check ((state = 'loaded') = (started_at is null))
);

create table person (
  notice_id text not null references notice,
  id text not null,
  -- links carry the generation; raising it makes every link sent so far void
  link_generation int not null default 1 check (link_generation > 0),
  erased_at timestamptz,
  primary key (notice_id, id)
);

create table person_contact (
  notice_id text not null,
  person_id text not null,
  name text not null,
  address text,
  primary key (notice_id, person_id),
  foreign key (notice_id, person_id) references person on delete cascade
);

create table party (
  notice_id text not null references notice,
  id text not null,
  kind text not null check (kind in ('position', 'unit')),
  title text not null,
  primary key (notice_id, id)
);

-- Who holds a position, or receives a unit's letters, and since when. The past stays.
create table holding (
  notice_id text not null,
  party_id text not null,
  person_id text not null,
  sole boolean not null, -- a position has one holder at a time, a unit may have several addressees
  since timestamptz not null,
  until timestamptz check (until > since),
  primary key (notice_id, party_id, person_id, since),
  foreign key (notice_id, party_id) references party,
  foreign key (notice_id, person_id) references person
);
create unique index holding_one_holder on holding (notice_id, party_id) where until is null and sole;
create index holding_by_person on holding (notice_id, person_id);

create table supervision (
  notice_id text not null,
  party_id text not null,
  supervisor_id text not null,
  since timestamptz not null,
  until timestamptz check (until > since),
  primary key (notice_id, party_id, since),
  foreign key (notice_id, party_id) references party,
  foreign key (notice_id, supervisor_id) references party (notice_id, id),
  check (party_id <> supervisor_id)
);
create unique index supervision_one on supervision (notice_id, party_id) where until is null;
