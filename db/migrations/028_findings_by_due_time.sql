-- A finding says that nothing had come by one due time. An extension sets another one, and silence about that is judged
-- anew: one finding for each due time of an obligation, which it keeps as it stood.

alter table finding add due_at timestamptz, add last_day date;
update finding f set (due_at, last_day) = (
  select s.due_at, s.last_day
  from obligation o join schedule s on s.period_id = o.period_id and s.track = o.track
  where o.id = f.obligation_id
  order by (s.due_at <= f.recorded_at) desc, (s.id = o.schedule_id) desc, s.reason = 'plan' desc, s.due_at desc
  limit 1);
alter table finding alter due_at set not null, alter last_day set not null,
  drop constraint finding_obligation_id_key,
  add constraint finding_of_due_time unique (obligation_id, due_at);
