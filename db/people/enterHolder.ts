import type { Holder } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Transaction } from '../transaction.ts';

/**
 * The id of whoever comes into a post: of somebody known, or of somebody entered now with name and address.
 * @throws NotFound for nobody known; Conflict where a new person's id is taken, or the person was erased
 */
export async function enterHolder(
  transaction: Transaction,
  noticeId: string,
  holder: Holder | null,
): Promise<string | null> {
  if (holder === null) return null;
  const id = 'person' in holder ? holder.person : holder.id;
  const { rows } = await transaction.query<{ erased: boolean }>(
    'select erased_at is not null as erased from person where notice_id = $1 and id = $2',
    [noticeId, id],
  );
  const known = rows[0];
  if ('person' in holder) {
    if (known?.erased) fail(FAILURES.conflict, `${id} was erased: enter the person anew`);
    if (!known) fail(FAILURES.notFound, `nobody in ${noticeId} is ${id}: give name and address`);
    return id;
  }
  if (known) fail(FAILURES.conflict, `${id} is somebody's id already: choose another`);
  await transaction.query('insert into person (notice_id, id) values ($1, $2)', [noticeId, id]);
  await transaction.query(
    'insert into person_contact (notice_id, person_id, name, address) values ($1, $2, $3, $4)',
    [noticeId, id, holder.name, holder.address ?? null],
  );
  return id;
}

function fail(failure: typeof FAILURES.conflict | typeof FAILURES.notFound, why: string): never {
  throw new PermanentFailure(failure, why, '/holder');
}
