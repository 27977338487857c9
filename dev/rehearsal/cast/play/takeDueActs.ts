import type { Pool } from '../../../../db/pool.ts';
import { type Act, actDone, actsDue } from '../acts.ts';
import { CastFailed } from '../web/castFailed.ts';
import { playAct } from './playAct.ts';
import type { Stage } from './stage.ts';

/** So many people may sit at their pages at once. */
const AT_ONCE = 8;

/**
 * Does whatever is due, in the order of its planning: what members hand in at one instant beside each other, since
 * nobody's report touches another's, and everything else one after another.
 * @returns how many acts were done
 */
export async function takeDueActs(pool: Pool, stage: Stage): Promise<number> {
  const acts = await actsDue(pool, stage.notice.id);
  for (const batch of batchesOf(acts)) {
    // all are awaited even where one fails, so that nothing goes on behind the failure's back
    const done = await Promise.allSettled(batch.map((act) => take(pool, stage, act)));
    const failed = done.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }
  return acts.length;
}

async function take(pool: Pool, stage: Stage, act: Act): Promise<void> {
  try {
    await actDone(pool, act.id, await playAct(stage, act));
  } catch (error) {
    if (!(error instanceof CastFailed)) throw error;
    throw new CastFailed(
      `${act.actor} could not do "${act.act}" (${act.id}, ${act.at}): ${error.message}`,
    );
  }
}

/** Neighbours in the order of acts that may run at once: reports of one instant by different people. */
export function batchesOf(acts: readonly Act[]): Act[][] {
  const batches: Act[][] = [];
  for (const act of acts) {
    const batch = batches.at(-1);
    const [first] = batch ?? [];
    const joins =
      batch !== undefined &&
      batch.length < AT_ONCE &&
      act.act === 'hand in' &&
      first?.act === 'hand in' &&
      !act.subject.alone &&
      !first.subject.alone &&
      first.at === act.at &&
      batch.every(({ actor }) => actor !== act.actor);
    if (joins) batch.push(act);
    else batches.push([act]);
  }
  return batches;
}
