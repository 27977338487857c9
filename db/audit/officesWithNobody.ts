import { idsOf, type RegisterCheck } from './check.ts';

/** The office, where nobody with an address holds it: what has no other recipient goes to it, and so into nothing. */
export const officesWithNobody: RegisterCheck = (queryable, { noticeId, notice, now }) =>
  idsOf(queryable, EMPTY, [noticeId, now, notice.roles.office]);

const EMPTY = `
select $3::text as id where not exists (
  select from holding h join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
  where h.notice_id = $1 and h.party_id = $3 and h.since <= $2 and (h.until is null or h.until > $2)
    and c.address is not null)`;
