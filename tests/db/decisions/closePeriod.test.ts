import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { noticeWorkflowId, processWorkflowId } from '../../../contracts/ids.ts';
import type { Instant } from '../../../contracts/plan.ts';
import { closePeriod } from '../../../db/decisions/closePeriod.ts';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { COLLECTION, openCollection } from '../../support/collection.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  letter,
  logOf,
  obligationRow,
  recordClimb,
  report,
  takeWake,
} from '../../support/register.ts';

const LATER = '2021-01-05T02:00:00.000Z';
const register = ownRegister();
const collecting = openedAnew(() => openCollection(register.pool));

const close = (at: Instant = LATER, decisionId = randomUUID()) =>
  closePeriod(register.pool, {
    decisionId,
    noticeId: collecting.id,
    periodId: collecting.period,
    actor: { id: 'person:p-chair', capacity: 'chair' },
    at,
    decision: { reason: 'The rest is not coming.' },
    whenClosed: async () => [],
  });
const handIn = (party: string, at: Instant) =>
  takeSubmission(register.pool, report(collecting, party, `p-${party}`, at));

test('closes with what is missing open and overdue, stops what was to go out, and wakes process and notice', async () => {
  await handIn('unit-1', COLLECTION.remind);
  const missing = collecting.owed('unit-2');
  await recordClimb(register.pool, collecting, missing, { recipient: 'third' });
  await inTransaction(register.pool, (transaction) =>
    queueLetters(transaction, {
      noticeId: collecting.id,
      now: LATER,
      letters: [letter('remind', 'p-unit-2', [missing], LATER)],
    }),
  );
  const { woken } = await close();

  expect(woken).toEqual([
    noticeWorkflowId(collecting.id),
    processWorkflowId(collecting.id, 'results'),
  ]);
  for (const workflow of woken) expect(await takeWake(register.pool, workflow)).toBe(true);
  expect(await readAgenda(register.pool, collecting.period)).toEqual({
    state: 'closed',
    missed: false,
    steps: [],
  });
  expect((await obligationRow(register.pool, missing)).outcome).toBe('open');
  const { rows } = await register.pool.query(
    `select c.stopped_at is not null as stopped, l.state from climb c
     join letter_obligation lo using (obligation_id) join letter l on l.id = lo.letter_id where c.obligation_id = $1`,
    [missing],
  );
  expect(rows).toEqual([{ stopped: true, state: 'stopped' }]);
  expect(await logOf(register.pool, collecting.period)).toEqual([
    'period-opened',
    'decided-close-period',
    'period-closed',
  ]);
});

test('takes a report that comes after it, as late', async () => {
  await close();
  expect(await handIn('unit-2', '2021-01-06T02:00:00.000Z')).toMatchObject({ late: true });
});

test('decides once under one id, and refuses a second closing under another', async () => {
  const id = randomUUID();
  const first = await close(LATER, id);
  expect(await close(LATER, id)).toEqual(first);
  await expect(close()).rejects.toMatchObject({ failure: 'Conflict' });
});

test('takes time from nobody: refused while something is not due yet', async () => {
  await expect(close(COLLECTION.remind)).rejects.toMatchObject({
    failure: 'Conflict',
    message: expect.stringContaining('is not due before'),
  });
  expect((await readAgenda(register.pool, collecting.period)).state).toBe('open');
});

test('refuses a paused period, which is resumed first', async () => {
  await register.pool.query(`update period set state = 'paused' where id = $1`, [
    collecting.period,
  ]);
  await expect(close()).rejects.toMatchObject({
    failure: 'Conflict',
    message: expect.stringContaining('paused'),
  });
});
