-- An extension does not erase lateness already found, so a report that comes within one is late all the same. An
-- obligation keeps by itself whether a finding about it stands: its outcome, and every counter of outcomes, says so.

alter table obligation add column found_late boolean not null default false;
alter table obligation alter column outcome set expression as (
  case
    when closed_as is not null then closed_as
    when received_at is null then 'open'
    when never_late or (received_at < due_at and not found_late) then 'on-time'
    else 'late'
  end);
-- counters follow, by their trigger
update obligation o set found_late = true
  where exists (select from finding f where f.obligation_id = o.id and f.state in ('recorded', 'released'));

-- Whoever writes findings holds the locks of their obligations.
create function mark_found_late() returns trigger language plpgsql as $$
begin
  update obligation o set found_late = not o.found_late
    where o.id in (select obligation_id from new_rows)
      and o.found_late <> exists (select from finding f where f.obligation_id = o.id and f.state in ('recorded', 'released'));
  return null;
end $$;

create trigger finding_entered after insert on finding
  referencing new table as new_rows for each statement execute function mark_found_late();
create trigger finding_moved after update on finding
  referencing new table as new_rows for each statement execute function mark_found_late();
