import { beforeEach, describe, expect, test } from 'vitest';
import { extend } from '../../../db/decisions/extend.ts';
import { holdRung } from '../../../db/decisions/holdRung.ts';
import { finishStep } from '../../../db/periods/finishStep.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  decidedByChair,
  obligationRow,
  openPromptedCommittee,
  recordClimb,
  stepsOf,
  takeWake,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openPromptedCommittee(register.pool));
let ana: string;
const AT = '2020-12-14T03:00:00.000Z';

beforeEach(() => {
  ana = committee.owed('ana');
});

const deciding = (at = AT) => decidedByChair(committee, at);

describe('holding a rung', () => {
  const holding = (over: { rung?: string; workingDays?: number; obligations?: string[] } = {}) => ({
    ...deciding('2020-12-15T05:00:00.000Z'),
    decision: {
      obligations: [ana],
      rung: 'chair',
      workingDays: 2,
      reason: 'He is on his way.',
      ...over,
    },
  });

  test('moves that rung of that party so many working days later', async () => {
    await holdRung(register.pool, holding());
    const { schedule_id, due_at, lock_at } = await obligationRow(register.pool, ana);
    expect({ due_at, lock_at }).toEqual({ due_at: DECEMBER.due, lock_at: DECEMBER.lock });
    expect(await stepsOf(register.pool, schedule_id)).toMatchObject({
      'rung-chair': '2020-12-18T04:00:00.000Z',
      close: DECEMBER.close,
    });
    expect(await stepsOf(register.pool, `${committee.period}/main`)).toMatchObject({
      'rung-chair': DECEMBER.chair,
    });
    expect(await takeWake(register.pool, committee.period)).toBe(true);
  });

  test('keeps steps taken before as taken', async () => {
    const planned = `${committee.period}/main`;
    for (const stepKey of ['remind-1', 'due', 'overdue', 'lock', 'rung-deputy'])
      await finishStep(register.pool, { scheduleId: planned, stepKey }, DECEMBER.lock);
    await holdRung(register.pool, holding());
    const { schedule_id } = await obligationRow(register.pool, ana);
    const { steps } = await readAgenda(register.pool, committee.period);
    const own = steps.filter(({ scheduleId }) => scheduleId === schedule_id);
    expect(own.map(({ key, ready }) => [key, ready])).toEqual([
      ['rung-chair', true],
      ['close', true],
    ]);
  });

  test('moves later rungs along when an earlier one is held', async () => {
    await holdRung(register.pool, { ...holding({ rung: 'deputy', workingDays: 3 }), at: AT });
    const { schedule_id } = await obligationRow(register.pool, ana);
    expect(await stepsOf(register.pool, schedule_id)).toMatchObject({
      lock: DECEMBER.lock,
      'rung-deputy': '2020-12-18T04:00:00.000Z',
      'rung-chair': '2020-12-21T04:00:00.000Z',
      close: DECEMBER.close,
    });
  });

  test('is refused a second time, for a rung that has been taken, and for longer than the settings allow', async () => {
    await holdRung(register.pool, holding());
    await expect(holdRung(register.pool, holding())).rejects.toMatchObject({ failure: 'Conflict' });
    const binh = { obligations: [committee.owed('binh')] };
    await recordClimb(register.pool, committee, committee.owed('binh'), {
      rung: 'chair',
      recipient: 'chair',
    });
    await expect(holdRung(register.pool, holding(binh))).rejects.toMatchObject({
      failure: 'Conflict',
    });
    const third = { obligations: [committee.owed('third')] };
    await expect(
      holdRung(register.pool, holding({ ...third, workingDays: 4 })),
    ).rejects.toMatchObject({
      failure: 'Invalid',
      pointer: '/workingDays',
    });
    await expect(
      holdRung(register.pool, holding({ ...third, rung: 'none' })),
    ).rejects.toMatchObject({
      failure: 'Conflict',
    });
  });

  test('of parties on different schedules keeps them apart', async () => {
    await extend(register.pool, {
      ...deciding(),
      decision: { obligations: [ana], dueDate: '2020-12-18', boundary: 'by', reason: 'Flood.' },
      compose: () => [],
    });
    await holdRung(register.pool, holding({ obligations: [ana, committee.owed('binh')] }));
    const own = await obligationRow(register.pool, ana);
    const other = await obligationRow(register.pool, committee.owed('binh'));
    expect(own.schedule_id).not.toBe(other.schedule_id);
    expect((await stepsOf(register.pool, own.schedule_id))['rung-chair']).toBe(
      '2020-12-24T04:00:00.000Z',
    );
    expect((await stepsOf(register.pool, other.schedule_id))['rung-chair']).toBe(
      '2020-12-18T04:00:00.000Z',
    );
    expect(own.due_at).toBe('2020-12-18T17:00:00.000Z');
  });
});
