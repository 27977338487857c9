-- Drafting: what is optional is never late, comments on a draft are answered one by one, targets are tracked.

alter table obligation add column never_late boolean not null default false; -- "có thể": whenever it comes it is in time
alter table obligation alter column outcome set expression as (
  case
    when closed_as is not null then closed_as
    when received_at is null then 'open'
    when received_at < due_at or never_late then 'on-time'
    else 'late'
  end);

-- A comment stands open until somebody says that it was absorbed, or why not. What a consulted body handed in is its
-- own text (submission_text); one made at a meeting stands here.
alter table comment_absorbed drop constraint comment_absorbed_check;
alter table comment_absorbed
  alter column comment drop not null,
  alter column absorbed drop not null,
  add column party_id text,
  add column obligation_id text unique references obligation,
  add column submission_id uuid references submission, -- the latest version of what the body handed in
  add column answered_by text,
  add column answered_at timestamptz,
  add foreign key (notice_id, party_id) references party,
  add check ((obligation_id is null) = (submission_id is null)),
  add check (comment is not null or submission_id is not null),
  add check (coalesce(absorbed, true) or (why is not null and length(btrim(why)) > 0));
update comment_absorbed set answered_by = recorded_by, answered_at = recorded_at where absorbed is not null;
alter table comment_absorbed
  add check ((absorbed is null) = (answered_at is null)),
  add check ((answered_by is null) = (answered_at is null));
create index comment_unanswered on comment_absorbed (notice_id, process_id) where absorbed is null;

-- Who is to attain a drafting's target (clause 9: 10 communes, 15 prepared): a unit of the notice, or a place by its name.
create table target_candidate (
  id uuid primary key,
  notice_id text not null,
  process_id text not null,
  target_id text not null,
  party_id text,
  name text check (length(btrim(name)) > 0),
  state text not null check (state in ('prepared', 'attained', 'dropped')),
  since date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  foreign key (notice_id, process_id) references process,
  foreign key (notice_id, party_id) references party,
  check ((party_id is null) <> (name is null)),
  unique nulls not distinct (notice_id, process_id, target_id, party_id, name)
);

grant select, insert, update on target_candidate to dondoc_app;
