import type { Instant } from '../../contracts/plan.ts';
import { endOfProcess } from '../../domain/plan/endOfProcess.ts';
import { planProcess } from '../../domain/plan/planProcess.ts';
import type { Queryable } from '../pool.ts';
import { readNotice } from './readNotice.ts';

export interface StartPlan {
  starts: { processId: string; periods: number; beforeStart: number }[];
  /**
   * `lacksData`: it starts once an amendment has brought the data that the file says it waits for; `already`: it was
   * started before, and how it stands.
   */
  waits: { processId: string; why: string; lacksData?: true; already?: string }[];
}

/**
 * What a start at `now` would start, and which processes wait and why: their data is incomplete, nothing is left of
 * them, or they run already. Nothing is changed.
 * @param input.directives only those, by their numbers; all unless given
 */
export async function planStart(
  queryable: Queryable,
  input: { noticeId: string; now: Instant; directives?: string[]; processes?: string[] },
): Promise<StartPlan> {
  const { notice } = await readNotice(queryable, input.noticeId);
  const { rows } = await queryable.query<{ id: string; state: string }>(
    'select id, state from process where notice_id = $1',
    [input.noticeId],
  );
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const plan: StartPlan = { starts: [], waits: [] };
  for (const directive of notice.directives) {
    if (input.directives && !input.directives.includes(directive.no)) continue;
    for (const process of directive.processes) {
      if (input.processes && !input.processes.includes(process.id)) continue;
      const processId = process.id;
      const state = states.get(processId);
      if (state !== 'waiting') {
        plan.waits.push({ processId, why: `already ${state}`, ...(state && { already: state }) });
      } else if (process.waitsFor?.length) {
        const why = `waits for: ${process.waitsFor.join('; ')}`;
        plan.waits.push({ processId, why, lacksData: true });
      } else {
        const periods = planProcess(notice, processId, { startsAt: input.now });
        const left = periods.filter(({ beforeStart }) => !beforeStart);
        // one whose questions are asked inside another's report has no periods, and lasts until its last day
        const lastsUntil = endOfProcess(notice, processId);
        const isLeft = left.length > 0 || (lastsUntil !== null && lastsUntil > input.now);
        if (!isLeft)
          plan.waits.push({ processId, why: 'all its dates have passed: nothing is left to do' });
        else
          plan.starts.push({
            processId,
            periods: left.length,
            beforeStart: periods.length - left.length,
          });
      }
    }
  }
  return plan;
}
