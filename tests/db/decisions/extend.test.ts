import { beforeEach, describe, expect, test } from 'vitest';
import type { Extend } from '../../../contracts/decisions.ts';
import { type ExtendInput, extend } from '../../../db/decisions/extend.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  decidedByChair,
  findingState,
  letter,
  logOf,
  obligationRow,
  openPromptedCommittee,
  race,
  recordClimb,
  recordFinding,
  report,
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
    expect(await stepsOf(register.pool, variant)).toEqual({
      'remind-1': '2020-12-18T01:00:00.000Z',
      due: '2020-12-18T17:00:00.000Z',
      overdue: '2020-12-21T00:30:00.000Z',
      lock: '2020-12-21T04:00:00.000Z',
      'rung-deputy': '2020-12-21T04:00:00.000Z',
      'rung-chair': '2020-12-22T04:00:00.000Z',
      close: '2020-12-29T10:00:00.000Z', // with the certificate asked for its lock
    });
    expect(woken).toContain(committee.period);
    expect(await takeWake(register.pool, committee.period)).toBe(true);
  });

  test('leaves the others where they were, and the period closes with the last of them', async () => {
    await extend(register.pool, extending());
    expect((await obligationRow(register.pool, committee.owed('binh'))).due_at).toBe(DECEMBER.due);
    const { steps } = await readAgenda(register.pool, committee.period);
    const closes = steps.filter(({ kind }) => kind === 'close').map(({ at }) => at);
    expect(new Set(closes)).toEqual(new Set(['2020-12-29T10:00:00.000Z']));
  });

  test('still prompts who has not been prompted', async () => {
    const early = await committee.open('2020-12-28', AT);
    const id = `${early}/ana`;
    const input = { ...extending({ obligations: [id], dueDate: '2020-12-30' }), periodId: early };
    await extend(register.pool, input);
    const { schedule_id } = await obligationRow(register.pool, id);
    expect(await stepsOf(register.pool, schedule_id)).toMatchObject({
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
