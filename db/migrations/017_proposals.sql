-- What the digest proposes about a person who missed due times in a row ("đề xuất … xử lý những cán bộ không triển
-- khai thực hiện theo quy định"). A proposal is a record of its own, and the chair decides each.

create table proposal (
  id uuid primary key,
  notice_id text not null references notice,
  digest_id text not null references digest, -- drafted with it, and shown once it is released
  person_id text not null,
  party_id text not null,           -- the capacity of the latest miss
  process_id text not null,         -- whose reports were missed, the latest
  -- as they stood when the digest was drafted
  misses_in_a_row int not null check (misses_in_a_row > 0),
  misses_in_all int not null check (misses_in_all >= misses_in_a_row),
  missed text[] not null check (cardinality(missed) > 0), -- the obligations of that row
  proposed text not null check (proposed in ('remind', 'ask-for-explanation', 'name-at-meeting', 'refer')),
  entered_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'decided', 'withdrawn')),
  handling text check (handling in ('none', 'remind', 'ask-for-explanation', 'name-at-meeting', 'refer')),
  -- a miss that it rests on is none any more, or a later digest proposes anew about more misses
  withdrawn_why text check (withdrawn_why in ('no-miss', 'proposed-anew')),
  settled_at timestamptz,
  decision_id uuid references decision,
  unique (digest_id, person_id),
  foreign key (notice_id, person_id) references person,
  foreign key (notice_id, party_id) references party,
  foreign key (notice_id, process_id) references process,
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'decided') = (handling is not null and decision_id is not null)),
  check ((state = 'withdrawn') = (withdrawn_why is not null))
);
create index proposal_by_notice on proposal (notice_id, entered_at);
create index proposal_open on proposal using gin (missed) where state = 'open';
create index decided_period_by_decision on decided_period (decision_id);

grant select, insert, update on proposal to dondoc_app;
