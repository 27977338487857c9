import type { Queryable } from '../pool.ts';

/** What is known of a request by its key: new to us, answered before, still under way, or another request under the same key. */
export type Claim =
  | { kind: 'ours' }
  | { kind: 'answered'; status: number; body: unknown }
  | { kind: 'under-way' }
  | { kind: 'another-request' };

/** A request that has not been answered for so long was cut off with its process, and may be taken again. */
const CUT_OFF_AFTER = '2 minutes';
/** How long an answer is kept. */
const KEPT_FOR = '7 days';

/**
 * Claims a key for one request, on the machine's clock. A claim that is cut off is taken over: what it began is repeated
 * under the same ids, which the register's transactions take once.
 */
export async function claimKey(
  queryable: Queryable,
  keySha256: string,
  requestSha256: string,
): Promise<Claim> {
  const claimed = await queryable.query(
    `insert into idempotency_key as k (key_sha256, request_sha256) values ($1, $2)
     on conflict (key_sha256) do update set created_at = clock_timestamp()
       where k.request_sha256 = excluded.request_sha256 and k.status is null
         and k.created_at < clock_timestamp() - $3::interval`,
    [keySha256, requestSha256, CUT_OFF_AFTER],
  );
  if (claimed.rowCount === 1) return { kind: 'ours' };
  const { rows } = await queryable.query<{
    request_sha256: string;
    status: number | null;
    body: unknown;
  }>('select request_sha256, status, body from idempotency_key where key_sha256 = $1', [keySha256]);
  const known = rows[0];
  if (!known) return { kind: 'under-way' }; // given up between the two statements: the caller asks again
  if (known.request_sha256 !== requestSha256) return { kind: 'another-request' };
  if (known.status === null) return { kind: 'under-way' };
  return { kind: 'answered', status: known.status, body: known.body };
}

/** Keeps the answer under the key. */
export async function keepAnswer(
  queryable: Queryable,
  keySha256: string,
  answer: { status: number; body: unknown },
): Promise<void> {
  await queryable.query('update idempotency_key set status = $2, body = $3 where key_sha256 = $1', [
    keySha256,
    answer.status,
    JSON.stringify(answer.body),
  ]);
}

/** Gives a key back: its request was refused and has changed nothing. */
export async function giveBackKey(queryable: Queryable, keySha256: string): Promise<void> {
  await queryable.query('delete from idempotency_key where key_sha256 = $1 and status is null', [
    keySha256,
  ]);
}

/** Removes the keys whose time is over. @returns how many */
export async function forgetOldKeys(queryable: Queryable): Promise<number> {
  const { rowCount } = await queryable.query(
    'delete from idempotency_key where created_at < clock_timestamp() - $1::interval',
    [KEPT_FOR],
  );
  return rowCount ?? 0;
}
