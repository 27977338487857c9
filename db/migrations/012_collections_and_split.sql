-- Clause 2: two deputies have 17 units each in charge, by a list that the chair signs. The office records the signed
-- list, and from then on ladders climb to whoever it names; who stood under whom before stays on record.

create table supervision_list (
  decision_id uuid primary key references decision,
  notice_id text not null,
  process_id text not null, -- the drafting that produced it
  signed_on date not null,
  number text,              -- of the signed document, where it has one
  recorded_at timestamptz not null,
  foreign key (notice_id, process_id) references process
);
create index supervision_list_of_process on supervision_list (notice_id, process_id, recorded_at);

-- null: from the notice file
alter table supervision add column decision_id uuid references decision;

grant select, insert, update on supervision_list to dondoc_app;
