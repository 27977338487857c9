import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { markRunning } from '../../db/periods/processState.ts';
import { COLLECTION, collectingCommittee } from '../support/collection.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { logOf } from '../support/register.ts';
import { activitiesOf } from './support/activitiesOf.ts';

const register = ownRegister();
const STARTED = '2020-11-11T07:00:00.000Z';

/** A collection that has just been started, none of its periods entered yet. */
async function startCollection() {
  const id = `f-${randomUUID().slice(0, 8)}`;
  const notice = collectingCommittee(id);
  await loadNotice(register.pool, { notice, now: STARTED, clock: 'live' });
  await markRunning(register.pool, id, 'results', STARTED);
  const { record } = activitiesOf(register.pool);
  const process = { noticeId: id, processId: 'results' };
  return {
    id,
    open: () =>
      record.openPeriod({
        ...process,
        directive: '2',
        periodKey: COLLECTION.key,
        now: COLLECTION.guidancePrompt,
      }),
    finish: (after: string, now: string) => record.finishProcess({ ...process, after, now }),
  };
}

test('a process whose last period has been started and not yet entered is not done: it can still be paused', async () => {
  const { id, open, finish } = await startCollection();
  expect(await finish(COLLECTION.key, COLLECTION.guidancePrompt)).toEqual({ done: false });
  await open();
  expect(await finish(COLLECTION.key, COLLECTION.guidancePrompt)).toEqual({ done: false });
  await register.pool.query(
    `update period set state = 'closed', closed_at = $2 where notice_id = $1`,
    [id, COLLECTION.chair],
  );
  expect(await finish(COLLECTION.key, COLLECTION.chair)).toEqual({ done: true });
  expect(await logOf(register.pool, `${id}/results`)).toEqual(['process-started', 'process-done']);
});
