-- A letter may be composed before an erasure and written after it. So the name and the address stay known for an hour,
-- longer than anything under way can take, to be taken out of whatever is still written; then they are forgotten.

create table erased_name (
  notice_id text not null,
  person_id text not null,
  words text not null,       -- the name, or the address
  replacement text not null, -- the title of the post held last
  forget_at timestamptz not null default clock_timestamp() + interval '1 hour', -- the machine's clock: it is work under way that is waited for
  primary key (notice_id, person_id, words),
  foreign key (notice_id, person_id) references person (notice_id, id)
);

grant select, insert, update, delete on erased_name to dondoc_app;
