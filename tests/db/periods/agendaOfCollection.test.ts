import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../../contracts/plan.ts';
import { acceptByTime } from '../../../db/decisions/acceptByTime.ts';
import { acceptSubmissions } from '../../../db/decisions/acceptSubmissions.ts';
import { cancelObligations } from '../../../db/decisions/cancelObligations.ts';
import { excuse } from '../../../db/decisions/excuse.ts';
import { finishStep } from '../../../db/periods/finishStep.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { COLLECTION, openCollection } from '../../support/collection.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { report, takeWake } from '../../support/register.ts';

const register = ownRegister();
const collecting = openedAnew(() => openCollection(register.pool));

const REVIEW_DUE = '2020-12-18T10:00:00.000Z';
const handIn = async (party: string, at: Instant = COLLECTION.remind): Promise<string> => {
  const signer = party === 'office' ? 'p-office' : `p-${party}`;
  const track = party === 'office' ? 'guidance' : 'main';
  const given = report(collecting, party, signer, at, {
    obligationIds: [collecting.owed(party, track)],
    reviewDueAt: REVIEW_DUE,
  });
  await takeSubmission(register.pool, given);
  return given.id;
};
const deciding = (at: Instant) => ({
  decisionId: randomUUID(),
  noticeId: collecting.id,
  actor: { id: 'person:p-office', capacity: 'office' },
  at,
});
const accept = (submissions: string[], at: Instant) =>
  acceptSubmissions(register.pool, { ...deciding(at), decision: { submissions } });
const stepOf = async (track: string, kind: string) => {
  const { steps } = await readAgenda(register.pool, collecting.period);
  return steps.find((one) => one.kind === kind && one.scheduleId.endsWith(`/${track}`));
};

describe('the prompt of a collection with guidance', () => {
  const promptAt = async () => (await stepOf('main', 'prompt'))?.at;

  test('waits for the guidance until its lock', async () => {
    expect(await promptAt()).toBe(COLLECTION.guidanceLock);
  });

  test('goes out at its own time once the guidance is there, and the period is woken', async () => {
    await handIn('office', COLLECTION.guidanceDue);
    expect(await takeWake(register.pool, collecting.period)).toBe(true);
    expect(await promptAt()).toBe(COLLECTION.prompt);
  });

  test('goes out before the first reminder, however long the office got more time', async () => {
    await register.pool.query(`update obligation set lock_at = '2020-12-20' where id = $1`, [
      collecting.owed('office', 'guidance'),
    ]);
    const { steps } = await readAgenda(register.pool, collecting.period);
    const main = steps.filter(({ scheduleId }) => scheduleId.endsWith('/main'));
    expect(main.slice(0, 2).map(({ kind, at }) => [kind, at])).toEqual([
      ['prompt', COLLECTION.remind],
      ['remind', COLLECTION.remind],
    ]);
  });
});

describe('a collection', () => {
  const UNITS = ['unit-1', 'unit-2', 'unit-3'];
  const close = async () => {
    const main = await stepOf('main', 'close');
    return main && { ready: main.ready, at: main.at };
  };
  beforeEach(async () => {
    const guidance = await handIn('office', COLLECTION.guidanceDue);
    await accept([guidance], COLLECTION.prompt);
  });

  test('closes at once when everything is in and accepted, and its follow-up is told', async () => {
    const submissions: string[] = [];
    for (const unit of UNITS) submissions.push(await handIn(unit));
    await takeWake(register.pool, collecting.period);
    await accept(submissions, COLLECTION.due);
    expect(await takeWake(register.pool, collecting.period)).toBe(true);
    const step = await close();
    expect(step?.ready).toBe(true);
    expect(step && step.at <= COLLECTION.due).toBe(true);
  });

  test('closes when the time for review is over where something was not reviewed', async () => {
    for (const unit of UNITS) await handIn(unit);
    expect(await close()).toEqual({ ready: true, at: REVIEW_DUE });
    await acceptByTime(register.pool, { noticeId: collecting.id, now: REVIEW_DUE });
    const step = await close();
    expect(step && step.at < REVIEW_DUE).toBe(true);
  });

  test('stays open while one is missing, long past its last step', async () => {
    const submissions = [await handIn('unit-1'), await handIn('unit-2')];
    await accept(submissions, COLLECTION.due);
    expect((await close())?.ready).toBe(false);
  });

  test.each([
    [
      'excused',
      () =>
        excuse(register.pool, {
          ...deciding(COLLECTION.due),
          decision: {
            obligations: [collecting.owed('unit-3')],
            ground: 'other',
            reason: 'A flood.',
          },
          compose: () => [],
          composeReversed: () => [],
        }),
    ],
    [
      'cancelled',
      () =>
        cancelObligations(register.pool, {
          compose: () => [],
          ...deciding(COLLECTION.due),
          periodId: collecting.period,
          decision: { obligations: [collecting.owed('unit-3')], reason: 'Merged.' },
        }),
    ],
  ])('closes when the last one missing is %s, and its follow-up is told', async (_how, settle) => {
    await accept([await handIn('unit-1'), await handIn('unit-2')], COLLECTION.due);
    await takeWake(register.pool, collecting.period);
    await settle();
    expect(await takeWake(register.pool, collecting.period)).toBe(true);
    expect((await close())?.ready).toBe(true);
  });

  test('reminds nobody of what is in', async () => {
    for (const unit of UNITS) await handIn(unit);
    await finishStep(
      register.pool,
      { scheduleId: `${collecting.period}/main`, stepKey: 'prompt' },
      COLLECTION.prompt,
    );
    const { steps } = await readAgenda(register.pool, collecting.period);
    expect([...new Set(steps.map(({ kind }) => kind))]).toEqual(['close']);
  });
});
