import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Extend } from '../../../contracts/decisions.ts';
import { roundWorkflowId } from '../../../contracts/ids.ts';
import { askForSupplement, type SupplementInput } from '../../../db/decisions/askForSupplement.ts';
import { cancelObligations } from '../../../db/decisions/cancelObligations.ts';
import { type ExtendInput, extend } from '../../../db/decisions/extend.ts';
import { holdRung } from '../../../db/decisions/holdRung.ts';
import { finishStep } from '../../../db/periods/finishStep.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { readSubmission } from '../../../db/submissions/readSubmission.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  type Committee,
  DECEMBER,
  findingState,
  letter,
  logOf,
  obligationRow,
  openCommittee,
  race,
  recordClimb,
  recordFinding,
  report,
  takeWake,
} from '../../support/register.ts';

let register: FreshDatabase;
let committee: Committee;
let ana: string;
const AT = '2020-12-14T03:00:00.000Z';

beforeAll(async () => {
  register = await freshDatabase();
});
afterAll(() => register.close());
beforeEach(async () => {
  committee = await openCommittee(register.pool);
  ana = committee.owed('ana');
  await finishStep(
    register.pool,
    { scheduleId: `${committee.period}/main`, stepKey: 'prompt' },
    DECEMBER.prompt,
  );
});

const deciding = (at: string = AT) => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  periodId: committee.period,
  actor: { id: 'person:p-chair', capacity: 'chair' },
  at,
});
/** Key and instant of every step still to come on a schedule. */
const stepsOf = async (scheduleId: string) => {
  const { rows } = await register.pool.query<{ key: string; at: string }>(
    'select key, at from schedule_step where schedule_id = $1 and done_at is null order by position',
    [scheduleId],
  );
  return Object.fromEntries(rows.map(({ key, at }) => [key, at]));
};

describe('extending', () => {
  const extending = (
    over: Partial<Extend> = {},
    at: string = AT,
    compose: ExtendInput['compose'] = () => [],
  ): ExtendInput => ({
    ...deciding(at),
    decision: {
      obligations: [ana],
      dueDate: '2020-12-18',
      boundary: 'by',
      reason: 'Flood in the commune.',
      ...over,
    },
    compose,
  });

  test('puts the obligation on a schedule of its own and keeps the original due time', async () => {
    const input = extending();
    const { woken } = await extend(register.pool, input);
    const variant = `${committee.period}/main~${input.decisionId.slice(0, 8)}`;
    expect(await obligationRow(register.pool, ana)).toMatchObject({
      schedule_id: variant,
      original_due_at: DECEMBER.due,
      due_at: '2020-12-18T17:00:00.000Z',
      lock_at: '2020-12-21T04:00:00.000Z',
      outcome: 'open',
    });
    expect(await stepsOf(variant)).toEqual({
      'remind-1': '2020-12-18T01:00:00.000Z',
      due: '2020-12-18T17:00:00.000Z',
      overdue: '2020-12-21T00:30:00.000Z',
      lock: '2020-12-21T04:00:00.000Z',
      'rung-deputy': '2020-12-21T04:00:00.000Z',
      'rung-chair': '2020-12-22T04:00:00.000Z',
      close: '2020-12-28T10:00:00.000Z',
    });
    expect(woken).toContain(committee.period);
    expect(await takeWake(register.pool, committee.period)).toBe(true);
  });

  test('leaves the others where they were, and the period closes with the last of them', async () => {
    await extend(register.pool, extending());
    expect((await obligationRow(register.pool, committee.owed('binh'))).due_at).toBe(DECEMBER.due);
    const { steps } = await readAgenda(register.pool, committee.period);
    const closes = steps.filter(({ kind }) => kind === 'close').map(({ at }) => at);
    expect(new Set(closes)).toEqual(new Set(['2020-12-28T10:00:00.000Z']));
  });

  test('still prompts who has not been prompted', async () => {
    const early = await committee.open('2020-12-28', AT);
    const id = `${early}/ana`;
    const input = { ...extending({ obligations: [id], dueDate: '2020-12-30' }), periodId: early };
    await extend(register.pool, input);
    const { schedule_id } = await obligationRow(register.pool, id);
    expect(await stepsOf(schedule_id)).toMatchObject({
      prompt: '2020-12-23T01:00:00.000Z',
      due: '2020-12-30T17:00:00.000Z',
    });
  });

  test('tells the party the old day and the new one', async () => {
    const told: [string, string][] = [];
    await extend(
      register.pool,
      extending({}, AT, ({ items }) => {
        told.push(...items.map((item): [string, string] => [item.oldLastDay, item.lastDay]));
        return [letter('extended', 'p-ana', [ana], AT)];
      }),
    );
    expect(told).toEqual([['2020-12-14', '2020-12-18']]);
  });

  test('repeated with the same id changes nothing and answers the same', async () => {
    const input = extending();
    const first = await extend(register.pool, input);
    expect(await extend(register.pool, input)).toEqual(first);
    expect(
      (await logOf(register.pool, ana)).filter((one) => one === 'obligation-extended'),
    ).toHaveLength(1);
  });

  test('does not erase what was found before, and keeps back a rung not told yet', async () => {
    await recordFinding(register.pool, committee, ana);
    await recordClimb(register.pool, committee, ana);
    await extend(register.pool, extending({}, '2020-12-15T05:00:00.000Z'));
    expect(await findingState(register.pool, ana)).toBe('recorded');
    const { rows } = await register.pool.query(
      'select held_until, stopped_at from climb where obligation_id = $1',
      [ana],
    );
    expect(rows).toEqual([{ held_until: '2020-12-21T04:00:00.000Z', stopped_at: null }]);
    await takeSubmission(
      register.pool,
      report(committee, 'ana', 'p-ana', '2020-12-16T05:00:00.000Z'),
    );
    expect(await findingState(register.pool, ana)).toBe('recorded');
  });

  test.each([
    ['not after the present due time', { dueDate: '2020-12-14' }, 'Invalid'],
    ['before now', { dueDate: '2020-12-01' }, 'Invalid'],
    ['a day that does not exist', { dueDate: '2020-12-32' }, 'Invalid'],
    ['a year without a calendar', { dueDate: '2031-01-05' }, 'Invalid'],
  ])('is refused to %s', async (_, over, failure) => {
    await expect(extend(register.pool, extending(over))).rejects.toMatchObject({
      failure,
      pointer: '/dueDate',
    });
    expect((await obligationRow(register.pool, ana)).due_at).toBe(DECEMBER.due);
  });

  test('is refused for all where one has reported, is of another period, or the period is closed', async () => {
    await takeSubmission(register.pool, report(committee, 'binh', 'p-binh', AT));
    const both = { obligations: [ana, committee.owed('binh')] };
    await expect(extend(register.pool, extending(both))).rejects.toMatchObject({
      failure: 'Conflict',
    });
    await expect(
      extend(register.pool, { ...extending(), periodId: 'another' }),
    ).rejects.toMatchObject({ failure: 'Invalid' });
    await register.pool.query(`update period set state = 'closed', closed_at = $2 where id = $1`, [
      committee.period,
      AT,
    ]);
    await expect(extend(register.pool, extending())).rejects.toMatchObject({ failure: 'Conflict' });
    expect((await obligationRow(register.pool, ana)).due_at).toBe(DECEMBER.due);
  });

  test('against a submission: the submission first, and nothing is extended', async () => {
    const [submitted, extended] = await race(
      register.pool,
      ana,
      () => takeSubmission(register.pool, report(committee, 'ana', 'p-ana', AT)),
      () => extend(register.pool, extending()),
    );
    expect(submitted.status).toBe('fulfilled');
    expect(extended).toMatchObject({ status: 'rejected', reason: { failure: 'Conflict' } });
  });

  test('against a submission: the extension first, and the report is measured by it', async () => {
    const [extended, submitted] = await race(
      register.pool,
      ana,
      () => extend(register.pool, extending({}, '2020-12-14T16:00:00.000Z')),
      () =>
        takeSubmission(
          register.pool,
          report(committee, 'ana', 'p-ana', '2020-12-14T18:00:00.000Z'),
        ),
    );
    expect(extended.status).toBe('fulfilled');
    expect(submitted).toMatchObject({ status: 'fulfilled', value: { late: false } });
  });
});

describe('asking for a supplement', () => {
  let submission: string;
  beforeEach(async () => {
    const handedIn = report(committee, 'ana', 'p-ana', AT);
    await takeSubmission(register.pool, handedIn);
    submission = handedIn.id;
  });
  const asking = (over: Partial<SupplementInput['decision']> = {}): SupplementInput => ({
    ...deciding('2020-12-15T02:00:00.000Z'),
    decision: {
      submission,
      comment: 'Chapter two is missing.',
      missing: ['Bảng số liệu'],
      dueDate: '2020-12-17',
      dueTime: '11:00',
      obligations: [ana],
      ...over,
    },
    compose: ({ items }) => [
      letter(
        'supplement',
        'p-ana',
        items.map((item) => item.obligationId),
        AT,
      ),
    ],
  });
  const supplement = (n = 1) => committee.owed('ana', `supplement-${n}`);

  test('makes an obligation of its own, reminded of and never locked; the report stays in time', async () => {
    const input = asking();
    await askForSupplement(register.pool, input);
    expect(await obligationRow(register.pool, ana)).toMatchObject({ outcome: 'on-time' });
    const row = await obligationRow(register.pool, supplement());
    expect(row).toMatchObject({
      outcome: 'open',
      due_at: '2020-12-17T04:00:00.000Z',
      lock_at: null,
    });
    expect(await stepsOf(row.schedule_id)).toEqual({
      'remind-1': '2020-12-17T01:00:00.000Z',
      due: '2020-12-17T04:00:00.000Z',
      overdue: '2020-12-18T00:30:00.000Z',
      close: '2020-12-25T10:00:00.000Z',
    });
    expect((await readSubmission(register.pool, submission)).review).toBe('supplement-asked');
    expect(await takeWake(register.pool, committee.period)).toBe(true);
    expect(await askForSupplement(register.pool, input)).toMatchObject({
      decisionId: input.decisionId,
    });
  });

  test('is answered by a submission on it, of which a second can be asked', async () => {
    await askForSupplement(register.pool, asking());
    const answer = report(committee, 'ana', 'p-ana', '2020-12-16T03:00:00.000Z', {
      obligationIds: [supplement()],
    });
    expect(await takeSubmission(register.pool, answer)).toMatchObject({ late: false, version: 1 });
    await askForSupplement(
      register.pool,
      asking({ submission: answer.id, obligations: [supplement()] }),
    );
    expect((await obligationRow(register.pool, supplement(2))).outcome).toBe('open');
  });

  test('can itself be extended', async () => {
    await askForSupplement(register.pool, asking());
    await extend(register.pool, {
      ...deciding('2020-12-16T02:00:00.000Z'),
      decision: {
        obligations: [supplement()],
        dueDate: '2020-12-21',
        boundary: 'by',
        reason: 'More time.',
      },
      compose: () => [],
    });
    expect(await obligationRow(register.pool, supplement())).toMatchObject({
      due_at: '2020-12-21T17:00:00.000Z',
      original_due_at: '2020-12-17T04:00:00.000Z',
      lock_at: null,
    });
  });

  test('is asked for once of one submission, of what it covers, and with a day ahead', async () => {
    await expect(
      askForSupplement(register.pool, asking({ obligations: [committee.owed('binh')] })),
    ).rejects.toMatchObject({ failure: 'Invalid', pointer: '/obligations' });
    await expect(
      askForSupplement(register.pool, asking({ dueDate: '2020-12-14' })),
    ).rejects.toMatchObject({ failure: 'Invalid', pointer: '/dueDate' });
    await askForSupplement(register.pool, asking());
    await expect(askForSupplement(register.pool, asking())).rejects.toMatchObject({
      failure: 'Conflict',
    });
  });

  test('of two parties at once gets places of their own in the period', async () => {
    const other = report(committee, 'binh', 'p-binh', AT);
    await takeSubmission(register.pool, other);
    await Promise.all([
      askForSupplement(register.pool, asking()),
      askForSupplement(
        register.pool,
        asking({ submission: other.id, obligations: [committee.owed('binh')] }),
      ),
    ]);
    const { rows } = await register.pool.query(
      `select id from obligation where period_id = $1 and track = 'supplement-1'`,
      [committee.period],
    );
    expect(rows).toHaveLength(2);
  });
});

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
    expect(await stepsOf(schedule_id)).toMatchObject({
      'rung-chair': '2020-12-18T04:00:00.000Z',
      close: DECEMBER.close,
    });
    expect(await stepsOf(`${committee.period}/main`)).toMatchObject({
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
    expect(await stepsOf(schedule_id)).toMatchObject({
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
    expect((await stepsOf(own.schedule_id))['rung-chair']).toBe('2020-12-24T04:00:00.000Z');
    expect((await stepsOf(other.schedule_id))['rung-chair']).toBe('2020-12-18T04:00:00.000Z');
    expect(own.due_at).toBe('2020-12-18T17:00:00.000Z');
  });
});

describe('cancelling obligations', () => {
  test('closes them, leaves a finding as it was made, and answers the same when repeated', async () => {
    await recordFinding(register.pool, committee, ana);
    const input = {
      ...deciding(),
      decision: { obligations: [ana], reason: 'The post was abolished.' },
    };
    const first = await cancelObligations(register.pool, input);
    expect(await cancelObligations(register.pool, input)).toEqual(first);
    expect((await obligationRow(register.pool, ana)).outcome).toBe('cancelled');
    expect(await findingState(register.pool, ana)).toBe('recorded');
    expect(await takeWake(register.pool, roundWorkflowId(committee.id))).toBe(false);
  });
});
