import type { DigestDraft } from '../../contracts/digest.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { openableKeys } from '../../db/amendments/openableKeys.ts';
import { leftOpen } from '../../db/digests/leftOpen.ts';
import { readPlanned } from '../../db/notices/readPlanned.ts';
import { periodDecisions } from '../../db/periods/periodDecisions.ts';
import type { Pool } from '../../db/pool.ts';
import { keyAfter } from '../../domain/plan/keyAfter.ts';

/**
 * What the last digest of a process leaves open, since no later one takes it up: by process, in the notice's order.
 * Undefined for a digest that another one follows.
 */
export async function leftOpenAtLast(
  pool: Pool,
  notice: Notice,
  digest: { processId: string; periodKey: string; now: Instant },
): Promise<DigestDraft['leftOpen']> {
  const { processId, periodKey, now } = digest;
  const of = { noticeId: notice.id, processId };
  const takenOut = new Set((await periodDecisions(pool, of)).map(({ key }) => key));
  const keys = await openableKeys(pool, processId, await readPlanned(pool, notice.id, processId));
  const held = keys.filter((key) => key === periodKey || !takenOut.has(key));
  if (keyAfter(held, periodKey) !== undefined) return undefined;
  const open = await leftOpen(pool, { noticeId: notice.id, now });
  return notice.directives
    .flatMap(({ processes }) => processes)
    .map(({ id, title }) => ({
      title,
      parties: open.flatMap(({ processId, ...party }) => (processId === id ? [party] : [])),
    }))
    .filter(({ parties }) => parties.length > 0);
}
