import { beforeEach, describe, expect, test } from 'vitest';
import { askForSupplement, type SupplementInput } from '../../../db/decisions/askForSupplement.ts';
import { extend } from '../../../db/decisions/extend.ts';
import { readSubmission } from '../../../db/submissions/readSubmission.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  decidedByChair,
  letter,
  obligationRow,
  openPromptedCommittee,
  race,
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
    expect(await stepsOf(register.pool, row.schedule_id)).toEqual({
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
    const results = await race(
      register.pool,
      committee.period,
      () => askForSupplement(register.pool, asking()),
      () =>
        askForSupplement(
          register.pool,
          asking({ submission: other.id, obligations: [committee.owed('binh')] }),
        ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const { rows } = await register.pool.query(
      `select id from obligation where period_id = $1 and track = 'supplement-1'`,
      [committee.period],
    );
    expect(rows).toHaveLength(2);
  });
});
