-- The log: append-only, gap-free, chained by hash for each notice. Rows enter through log_append alone, which
-- locks the chain's head; it is called last in a transaction, so the head is held only over the commit.

create table log (
  notice_id text not null references notice,
  seq bigint not null check (seq > 0),
  at timestamptz not null,          -- the notice's time
  recorded_at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,            -- ids and hashes only
  prev_hash text not null,
  hash text not null,
  primary key (notice_id, seq)
);
create index log_by_subject on log (subject);

create table log_head (
  notice_id text primary key references notice,
  seq bigint not null,
  hash text not null
);

create function log_hash(notice_id text, seq bigint, at timestamptz, actor text, action text, subject text, detail jsonb, prev_hash text)
returns text language sql immutable as $$
  select encode(sha256(convert_to(concat_ws(E'\n', notice_id, seq::text,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, action, subject, detail::text, prev_hash), 'UTF8')), 'hex')
$$;

create function log_append(for_notice text, happened_at timestamptz, entries jsonb)
returns bigint language plpgsql security definer set search_path = public as $$
declare
  head log_head;
  entry jsonb;
  new_hash text;
begin
  if jsonb_array_length(entries) = 0 then return null; end if;
  insert into log_head values (for_notice, 0, repeat('0', 64)) on conflict do nothing;
  select * into head from log_head where notice_id = for_notice for update;
  for entry in select * from jsonb_array_elements(entries) loop
    new_hash := log_hash(for_notice, head.seq + 1, happened_at, entry->>'actor', entry->>'action',
      entry->>'subject', coalesce(entry->'detail', '{}'), head.hash);
    insert into log (notice_id, seq, at, actor, action, subject, detail, prev_hash, hash)
      values (for_notice, head.seq + 1, happened_at, entry->>'actor', entry->>'action',
        entry->>'subject', coalesce(entry->'detail', '{}'), head.hash, new_hash);
    head.seq := head.seq + 1;
    head.hash := new_hash;
  end loop;
  update log_head set seq = head.seq, hash = head.hash where notice_id = for_notice;
  return head.seq;
end $$;

-- where the chain is broken first, or null: run by whoever doubts the record
create function log_first_break(for_notice text) returns bigint language sql stable as $$
  with walked as (
    select l.*, lag(hash, 1, repeat('0', 64)) over (order by seq) as before, row_number() over (order by seq) as n
    from log l where notice_id = for_notice)
  select min(seq) from walked
  where seq <> n or prev_hash <> before
    or hash <> log_hash(notice_id, seq, at, actor, action, subject, detail, prev_hash)
$$;

create function log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger log_no_change before update or delete on log for each row execute function log_is_append_only();
create trigger log_no_truncate before truncate on log for each statement execute function log_is_append_only();
