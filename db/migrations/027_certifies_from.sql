-- A certificate speaks for reports that have fallen due: it can be given from their due time on, and a lock waits for a
-- word that is not older than its reports' due time. So each certificate's schedule says from when it speaks.

alter table schedule add column certifies_from timestamptz;
update schedule s set certifies_from = coalesce(
    (select max(m.due_at) from schedule m where m.period_id = s.period_id and m.track = 'main' and m.due_at <= s.due_at),
    s.due_at)
  where s.deliverable = 'certificate';
alter table schedule add check ((deliverable = 'certificate') = (certifies_from is not null));
