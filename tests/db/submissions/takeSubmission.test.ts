import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { roundWorkflowId } from '../../../contracts/ids.ts';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { openPeriod } from '../../../db/periods/openPeriod.ts';
import type { NewSubmission, ReceiptFacts } from '../../../db/submissions/newSubmission.ts';
import { readAttachment } from '../../../db/submissions/readSubmission.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { planExplanation } from '../../../domain/plan/explanation.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  findingState,
  letter,
  logOf,
  obligationRow,
  openCommittee,
  recordClimb,
  recordFinding,
  report,
  takeWake,
} from '../../support/register.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
const IN_TIME = '2020-12-14T03:00:00.000Z';
const LATE = '2020-12-14T18:00:00.000Z';
const LATER_IN_TIME = '2020-12-14T04:00:00.000Z';
const LATER = '2020-12-14T19:00:00.000Z';
const office = { id: 'person:p-office', capacity: 'office' };

const take = (submission: NewSubmission) => takeSubmission(register.pool, submission);
const keyedIn = (receivedAt: string, now: string, over: Partial<NewSubmission> = {}) =>
  report(committee, 'ana', 'p-ana', receivedAt, {
    now,
    channel: 'paper',
    uploadedBy: office.id,
    keyInReason: 'Came on paper, stamped at the desk.',
    keyInDecision: { id: randomUUID(), actor: office },
    ...over,
  } as Partial<NewSubmission>);

test('answers a receipt with a readable number, the times and the capacity', async () => {
  const receipt = await take(report(committee, 'ana', 'p-ana', IN_TIME));
  expect(receipt).toEqual({
    submissionId: expect.any(String),
    receiptNo: expect.stringMatching(/^2020-\d{6}$/),
    receivedAt: IN_TIME,
    recordedAt: IN_TIME,
    late: false,
    version: 1,
    capacities: ['Title of ana'],
    obligationIds: [committee.owed('ana')],
  });
  expect(await obligationRow(register.pool, committee.owed('ana'))).toMatchObject({
    outcome: 'on-time',
    received_at: IN_TIME,
    received_as: 'report',
  });
});

test('is late from the due time itself on, and in time a millisecond before', async () => {
  const before = new Date(Date.parse(DECEMBER.due) - 1).toISOString();
  expect((await take(report(committee, 'ana', 'p-ana', before))).late).toBe(false);
  expect((await take(report(committee, 'binh', 'p-binh', DECEMBER.due))).late).toBe(true);
});

test('keeps every version and lets a later one make nothing late that was in time', async () => {
  await take(report(committee, 'ana', 'p-ana', IN_TIME));
  const second = await take(report(committee, 'ana', 'p-ana', LATE, { kind: 'nothing', body: '' }));
  expect(second).toMatchObject({ version: 2, late: false });
  expect(await obligationRow(register.pool, committee.owed('ana'))).toMatchObject({
    outcome: 'on-time',
    received_at: IN_TIME,
    received_as: 'report',
  });
});

test.each([
  [
    'a full report in time counts instead of the "nothing" before it',
    IN_TIME,
    LATER_IN_TIME,
    'report',
  ],
  ['a report after the due time does not', IN_TIME, LATE, 'nothing'],
  ['where nothing came in time, the latest counts', LATE, LATER, 'report'],
])('"nothing to report" and a report after it: %s', async (_, first, second, counts) => {
  await take(report(committee, 'ana', 'p-ana', first, { kind: 'nothing', body: '' }));
  await take(report(committee, 'ana', 'p-ana', second));
  expect(await obligationRow(register.pool, committee.owed('ana'))).toMatchObject({
    received_at: first,
    received_as: counts,
  });
});

test('covers several capacities of one person with one submission', async () => {
  const both = [committee.owed('ana'), committee.owed('sub-ana')];
  const receipt = await take(report(committee, 'ana', 'p-ana', IN_TIME, { obligationIds: both }));
  expect(receipt.capacities).toEqual(['Title of ana', 'Title of sub-ana']);
  for (const id of both) expect((await obligationRow(register.pool, id)).outcome).toBe('on-time');
});

test('answers the same receipt to the same submission and enters it once', async () => {
  const submission = report(committee, 'ana', 'p-ana', LATE);
  const first = await take(submission);
  await take(keyedIn(IN_TIME, '2020-12-15T02:00:00.000Z')); // now in time, but the first receipt said late
  expect(await take(submission)).toEqual(first);
  expect(first.late).toBe(true);
  const entries = (await logOf(register.pool, committee.owed('ana'))).filter(
    (action) => action === 'submission-taken',
  );
  expect(entries).toHaveLength(2);
});

test('answers one receipt to the same submission handed in twice at once', async () => {
  const submission = report(committee, 'ana', 'p-ana', IN_TIME);
  const [first, second] = await Promise.all([take(submission), take(submission)]);
  expect(second).toEqual(first);
});

test('refuses other content under the id of an earlier submission', async () => {
  const submission = report(committee, 'ana', 'p-ana', IN_TIME);
  await take(submission);
  await expect(take({ ...submission, body: 'Other words.' })).rejects.toMatchObject({
    failure: 'Conflict',
    pointer: '/id',
  });
});

test.each([
  ['of another notice', () => ({ noticeId: 'another' }), 'NotFound'],
  ['that do not exist', () => ({ obligationIds: [committee.owed('nobody')] }), 'NotFound'],
  ['that the signer does not hold', () => ({ signedBy: 'p-binh' }), 'NotAllowed'],
  ['that nobody signed', () => ({ signedBy: null }), 'Invalid'],
  ['received after now', () => ({ receivedAt: LATE, now: IN_TIME }), 'Invalid'],
  ['that came on paper without being keyed in', () => ({ channel: 'paper' as const }), 'Invalid'],
])('refuses obligations %s', async (_, over, failure) => {
  const submission = report(committee, 'ana', 'p-ana', IN_TIME, over());
  await expect(take(submission)).rejects.toMatchObject({ failure });
  const { outcome } = await obligationRow(register.pool, committee.owed('ana'));
  expect(outcome).toBe('open');
});

test.each(['excused', 'cancelled'])('refuses an obligation that was %s, saying so', async (as) => {
  await register.pool.query('update obligation set closed_as = $2, closed_at = $3 where id = $1', [
    committee.owed('ana'),
    as,
    IN_TIME,
  ]);
  await expect(take(report(committee, 'ana', 'p-ana', IN_TIME))).rejects.toThrow(`closed as ${as}`);
});

test('stops what was still to come: letters not sent and rungs not told', async () => {
  const id = committee.owed('ana');
  const now = IN_TIME;
  await inTransaction(register.pool, (transaction) =>
    queueLetters(transaction, {
      noticeId: committee.id,
      now,
      letters: [letter('remind', 'p-ana', [id], now), letter('receipt', 'p-ana', [id], now)],
    }),
  );
  await recordClimb(register.pool, committee, id);
  await take(report(committee, 'ana', 'p-ana', IN_TIME));
  const { rows: letters } = await register.pool.query<{ kind: string; state: string }>(
    `select l.kind, l.state from letter l join letter_obligation o on o.letter_id = l.id where o.obligation_id = $1 order by 1`,
    [id],
  );
  expect(letters).toEqual([
    { kind: 'receipt', state: 'queued' },
    { kind: 'remind', state: 'stopped' },
  ]);
  const { rows: climbs } = await register.pool.query<{ stopped_at: string }>(
    'select stopped_at from climb where obligation_id = $1',
    [id],
  );
  expect(climbs).toEqual([{ stopped_at: IN_TIME }]);
});

test('hands the facts to whoever composes the receipt, with whom to tell, and queues its letters', async () => {
  let facts: ReceiptFacts | undefined;
  const id = committee.owed('unit-1');
  await take(
    report(committee, 'unit-1', 'p-unit-1', IN_TIME, {
      composeReceipt: (given) => {
        facts = given;
        return [letter('receipt', 'p-unit-1', [id], IN_TIME)];
      },
    }),
  );
  expect(facts?.items).toEqual([
    expect.objectContaining({
      obligationId: id,
      processId: 'reports',
      periodKey: '2020-12-14',
      lastDay: '2020-12-14',
      outcome: 'on-time',
      holders: [{ personId: 'p-unit-1', name: 'UBND xã 1', hasAddress: true }],
    }),
  ]);
  const { rows } = await register.pool.query(
    'select 1 from letter_obligation where obligation_id = $1',
    [id],
  );
  expect(rows).toHaveLength(1);
});

test('wakes the follow-up with the last open obligation of a track, and not before', async () => {
  const signers = {
    ana: 'p-ana',
    'sub-ana': 'p-ana',
    binh: 'p-binh',
    deputy: 'p-deputy',
    third: 'p-third',
  };
  for (const [party, signer] of Object.entries(signers))
    await take(report(committee, party, signer, IN_TIME));
  for (const n of [1, 2, 3]) await take(report(committee, `unit-${n}`, `p-unit-${n}`, IN_TIME));
  expect(await takeWake(register.pool, committee.period)).toBe(false);
  await take(
    keyedIn(IN_TIME, IN_TIME, { obligationIds: [committee.owed('vacant')], signedBy: null }),
  );
  expect(await takeWake(register.pool, committee.period)).toBe(true);
  await take(report(committee, 'ana', 'p-ana', IN_TIME));
  expect(await takeWake(register.pool, committee.period)).toBe(false);
  expect(await takeWake(register.pool, roundWorkflowId(committee.id))).toBe(false);
});

test('keying in a report that was in hand before the due time makes it in time and withdraws the finding', async () => {
  const id = committee.owed('ana');
  await recordFinding(register.pool, committee, id);
  const submission = keyedIn(IN_TIME, '2020-12-16T02:00:00.000Z');
  const receipt = await take(submission);
  expect(receipt).toMatchObject({
    late: false,
    receivedAt: IN_TIME,
    recordedAt: '2020-12-16T02:00:00.000Z',
  });
  const { rows } = await register.pool.query(
    `select f.state, d.kind, d.actor, t.reason from finding f join decision d on d.id = f.decision_id
     join decision_text t on t.decision_id = d.id where f.obligation_id = $1`,
    [id],
  );
  expect(rows).toEqual([
    {
      state: 'reversed',
      kind: 'key-in',
      actor: office.id,
      reason: 'Came on paper, stamped at the desk.',
    },
  ]);
  expect(await logOf(register.pool, id)).toEqual([
    'decided-key-in',
    'submission-taken',
    'finding-reversed',
  ]);
});

test('an earlier receipt keyed in later makes a late one in time', async () => {
  await take(report(committee, 'ana', 'p-ana', LATE));
  expect(await take(keyedIn(IN_TIME, '2020-12-15T02:00:00.000Z'))).toMatchObject({
    version: 2,
    late: false,
  });
  expect(await obligationRow(register.pool, committee.owed('ana'))).toMatchObject({
    outcome: 'on-time',
    received_at: IN_TIME,
  });
});

test('a report that came after the lock leaves the finding as it is', async () => {
  const id = committee.owed('ana');
  await recordFinding(register.pool, committee, id);
  const receipt = await take(report(committee, 'ana', 'p-ana', '2020-12-15T05:00:00.000Z'));
  expect(receipt.late).toBe(true);
  expect(await findingState(register.pool, id)).toBe('recorded');
});

test('a report complete before the lock whose transaction came after it withdraws the finding by an engine decision', async () => {
  const id = committee.owed('ana');
  await recordFinding(register.pool, committee, id);
  const beforeLock = '2020-12-15T03:59:59.999Z';
  await take(report(committee, 'ana', 'p-ana', beforeLock, { now: '2020-12-15T04:00:00.200Z' }));
  const { rows } = await register.pool.query(
    'select f.state, d.actor from finding f join decision d on d.id = f.decision_id where f.obligation_id = $1',
    [id],
  );
  expect(rows).toEqual([{ state: 'reversed', actor: 'engine' }]);
});

test('keeps files byte for byte', async () => {
  const content = Buffer.from([0, 255, 10, 13, 0]);
  const file = {
    id: randomUUID(),
    fileName: 'a.pdf',
    mediaType: 'application/pdf',
    sha256: 'f'.repeat(64),
    content,
  };
  await take(report(committee, 'ana', 'p-ana', IN_TIME, { attachments: [file] }));
  const read = await readAttachment(register.pool, file.id);
  expect(read.content.equals(content)).toBe(true);
  expect(read).toMatchObject({ fileName: 'a.pdf', noticeId: committee.id });
});

test('an explanation is given in words or a file: "nothing to report" is none, keyed in or not', async () => {
  const plan = planExplanation(smallCommittee(committee.id), {
    processId: 'reports',
    party: 'ana',
    dueDate: '2020-12-21',
    at: LATE,
  });
  await openPeriod(register.pool, plan, LATE);
  const obligationIds = [`${committee.id}/reports/${plan.key}/ana:explanation`];
  const at = '2020-12-16T03:00:00.000Z';
  const nothing = { obligationIds, kind: 'nothing', body: '' } as const;
  const refused = { failure: 'Invalid', pointer: '/kind' };
  await expect(
    take(report(committee, 'ana', 'p-ana', at, nothing as Partial<NewSubmission>)),
  ).rejects.toMatchObject(refused);
  await expect(take(keyedIn(at, at, nothing as Partial<NewSubmission>))).rejects.toMatchObject(
    refused,
  );
  await take(report(committee, 'ana', 'p-ana', at, { obligationIds } as Partial<NewSubmission>));
  expect(await obligationRow(register.pool, obligationIds[0] ?? '')).toMatchObject({
    outcome: 'on-time',
  });
});

test.each([
  [
    'handed in',
    (certificate: string) =>
      report(committee, 'office', 'p-office', IN_TIME, { obligationIds: [certificate] }),
  ],
  ['keyed in', (certificate: string) => keyedIn(LATE, LATER, { obligationIds: [certificate] })],
])(
  'a certificate that is %s as if it were a report is refused, and says how it is given',
  async (_, handing) => {
    const certificate = committee.owed('office', 'certificate');
    await expect(take(handing(certificate))).rejects.toMatchObject({
      failure: 'Invalid',
      message: expect.stringContaining('certify the period once its reports have fallen due'),
      pointer: '/obligations',
    });
    expect((await obligationRow(register.pool, certificate)).outcome).toBe('open');
  },
);
