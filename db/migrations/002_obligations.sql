-- Processes, their periods, and what each party owes in each.

create table process (
  notice_id text not null references notice,
  id text not null,
  directive text not null,
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'paused', 'done', 'cancelled')),
  waits_for text,           -- why it waits, in a code of the engine
  paused_at timestamptz,
  started_at timestamptz,
  primary key (notice_id, id),
  check ((state = 'paused') = (paused_at is not null))
);

create table period (
  id text primary key,      -- notice/process/key
  notice_id text not null,
  process_id text not null,
  key text not null,
  state text not null check (state in ('open', 'paused', 'closed', 'before-start', 'cancelled')),
  trial boolean not null,
  ordinal int not null check (ordinal >= 0),
  opens_at timestamptz not null,
  due_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  -- the plan it was opened with: a running period keeps the policy, calendar and holidays it started with
  plan jsonb not null,
  unique (notice_id, process_id, key),
  foreign key (notice_id, process_id) references process
);
create index period_open on period (notice_id) where state in ('open', 'paused');

-- One row of instants shared by all obligations that have them in common. An extension or a supplement
-- makes a schedule of its own, so history grows with instants and not with people.
create table schedule (
  id text primary key,
  period_id text not null references period,
  track text not null,
  deliverable text not null,
  due_at timestamptz not null,
  last_day date not null,
  lock_at timestamptz,
  reason text not null default 'plan' check (reason in ('plan', 'extension', 'supplement', 'pause', 'outage')),
  decision_id uuid,
  -- outages that ended by then have been made good
  caught_up_at timestamptz,
  check (lock_at is null or lock_at >= due_at)
);
create index schedule_by_period on schedule (period_id);

create table schedule_step (
  schedule_id text not null references schedule,
  key text not null,
  kind text not null check (kind in ('prompt', 'draft', 'remind', 'due', 'overdue', 'lock', 'rung', 'close')),
  rung jsonb,
  position int not null,    -- the order of the ladder
  at timestamptz not null,
  notes jsonb not null default '[]',
  done_at timestamptz,
  primary key (schedule_id, key),
  check ((kind = 'rung') = (rung is not null))
);

create table obligation (
  id text primary key,      -- notice/process/key/party[:track]
  notice_id text not null,
  period_id text not null references period,
  process_id text not null,
  party_id text not null,
  track text not null,
  deliverable text not null,
  schedule_id text not null references schedule,
  ordinal int not null,     -- its place in the period, by which batches divide the work
  original_due_at timestamptz not null,
  due_at timestamptz not null,
  lock_at timestamptz,
  -- time of the first receipt in whatever channel, not of its keying in
  received_at timestamptz,
  received_as text check (received_as in ('report', 'nothing')),
  closed_as text check (closed_as in ('excused', 'cancelled', 'merged', 'covered', 'reassigned', 'no-proposal', 'before-start', 'paused')),
  closed_at timestamptz,
  outcome text generated always as (
    case
      when closed_as is not null then closed_as
      when received_at is null then 'open'
      when received_at < due_at then 'on-time'
      else 'late'
    end) stored,
  unique (period_id, track, party_id),
  unique (period_id, ordinal),
  foreign key (notice_id, party_id) references party,
  foreign key (notice_id, process_id) references process,
  check ((received_at is null) = (received_as is null)),
  check ((closed_as is null) = (closed_at is null)),
  check (lock_at is null or lock_at >= due_at)
);
create index obligation_by_schedule on obligation (schedule_id, ordinal);
create index obligation_by_party on obligation (notice_id, party_id, due_at);

-- Counters by outcome keep rates cheap; a statement-level trigger moves them with the rows.
create table period_counter (
  period_id text not null references period,
  track text not null,
  outcome text not null,
  n int not null check (n >= 0),
  primary key (period_id, track, outcome)
);

create function count_new_obligations() returns trigger language plpgsql as $$
begin
  insert into period_counter as c (period_id, track, outcome, n)
    select period_id, track, outcome, count(*) from new_rows group by 1, 2, 3 order by 1, 2, 3
    on conflict (period_id, track, outcome) do update set n = c.n + excluded.n;
  return null;
end $$;

create function count_moved_obligations() returns trigger language plpgsql as $$
begin
  -- rows in one order everywhere, so that two batches of one period never wait for each other in a ring
  insert into period_counter as c (period_id, track, outcome, n)
    select period_id, track, outcome, 0 from new_rows group by 1, 2, 3 order by 1, 2, 3
    on conflict do nothing;
  perform 1 from period_counter c
    where (c.period_id, c.track) in (select n.period_id, n.track from new_rows n join old_rows o using (id) where o.outcome <> n.outcome)
    order by c.period_id, c.track, c.outcome for update;
  update period_counter c set n = c.n + d.delta
    from (
      select period_id, track, outcome, sum(delta)::int as delta
      from (
        select n.period_id, n.track, n.outcome, 1 as delta from new_rows n join old_rows o using (id) where o.outcome <> n.outcome
        union all
        select o.period_id, o.track, o.outcome, -1 from new_rows n join old_rows o using (id) where o.outcome <> n.outcome
      ) moved group by 1, 2, 3
    ) d
    where d.delta <> 0 and c.period_id = d.period_id and c.track = d.track and c.outcome = d.outcome;
  return null;
end $$;

create trigger obligation_counted after insert on obligation
  referencing new table as new_rows for each statement execute function count_new_obligations();
create trigger obligation_recounted after update on obligation
  referencing old table as old_rows new table as new_rows for each statement execute function count_moved_obligations();
