/**
 * An obligation's status at an instant, in SQL: the very cases of `statusOf` in domain/status, so that lists can be
 * filtered and counted by it. A test compares the two on every combination of facts.
 * The query names its rows o (obligation), d (its period) and r (its process).
 * @param now the place of the instant, e.g. `$2`
 */
export const statusColumn = (now: string): string => `case
  when o.closed_as is not null then o.closed_as
  when d.trial then 'trial'
  when o.received_at is not null then
    case when ${CAME_LATE} then 'done-late' else 'done-on-time' end
  when d.state = 'paused' then 'paused'
  when ${now}::timestamptz < d.opens_at then 'not-yet-open'
  when o.never_late or (${now}::timestamptz < o.due_at and not o.found_late) then 'open-in-time'
  else 'open-overdue'
end`;

/**
 * The period is paused and the obligation was not yet due when it was: its due time moves with the resume, so nobody is
 * late by it meanwhile. A closed period of a paused process is not paused.
 */
const STANDS_STILL = `(d.state = 'paused' and r.paused_at is not null and r.paused_at < o.due_at)`;

/**
 * What came in came late: after its due time, or after lateness that was found and stands, whatever was extended since
 * (the outcome says both); but not by a due time that a pause is moving.
 */
export const CAME_LATE = `(o.outcome = 'late' and (o.found_late or not ${STANDS_STILL}))`;

/** The outcome as it is to be read: on time also for what came in after a due time that a pause is moving. */
export const OUTCOME = `case when o.outcome = 'late' and not ${CAME_LATE} then 'on-time' else o.outcome end`;

/** The finding that is shown for an obligation `o`, if there is any: the latest of those that stand, otherwise the latest. */
export const FINDING = `(select e.* from finding e where e.obligation_id = o.id
  order by e.state in ('recorded', 'released') desc, e.recorded_at desc limit 1)`;
