import type { Instant } from '../../contracts/plan.ts';
import type { Progress } from '../../domain/amendment/previewAmendment.ts';
import type { ProcessStates } from '../../domain/amendment/refusals.ts';
import { erasedPersons } from '../people/erasedPersons.ts';
import type { Queryable } from '../pool.ts';

/** How far each process and period of a notice has come: what an amendment is previewed against. */
export async function readProgress(
  queryable: Queryable,
  noticeId: string,
  now: Instant,
): Promise<Progress> {
  const processes = await queryable.query<{
    id: string;
    state: NonNullable<ReturnType<ProcessStates['get']>>;
    started_at: Instant | null;
  }>('select id, state, started_at from process where notice_id = $1', [noticeId]);
  const periods = await queryable.query<{ id: string; state: string }>(
    'select id, state from period where notice_id = $1',
    [noticeId],
  );
  return {
    now,
    erased: await erasedPersons(queryable, noticeId),
    states: new Map(processes.rows.map(({ id, state }) => [id, state])),
    startedAt: new Map(
      processes.rows.flatMap(({ id, started_at }) =>
        started_at === null ? [] : [[id, started_at] as const],
      ),
    ),
    periods: new Map(periods.rows.map(({ id, state }) => [id, state])),
  };
}
