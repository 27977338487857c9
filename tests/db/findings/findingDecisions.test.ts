import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { roundWorkflowId } from '../../../contracts/ids.ts';
import { answerFinding } from '../../../db/decisions/answerFinding.ts';
import { cancelObligations } from '../../../db/decisions/cancelObligations.ts';
import { excuse } from '../../../db/decisions/excuse.ts';
import { holdFinding } from '../../../db/decisions/holdFinding.ts';
import { releaseEscalations } from '../../../db/decisions/releaseEscalations.ts';
import { releaseFinding } from '../../../db/decisions/releaseFinding.ts';
import { reverseFinding } from '../../../db/decisions/reverseFinding.ts';
import { recordFindings } from '../../../db/escalation/recordFindings.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
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

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let ana: string;
const AT = '2020-12-15T08:00:00.000Z';

beforeEach(() => {
  ana = committee.owed('ana');
});

const deciding = () => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  actor: { id: 'person:p-third', capacity: 'third' },
  at: AT,
  decision: { reason: 'Asked twice by telephone.' },
});
const releasing = (findingId: string) => ({
  ...deciding(),
  findingId,
  compose: () => [letter('finding-released', 'p-ana', [ana], AT)],
});
const reversing = (findingId: string) => ({
  ...deciding(),
  findingId,
  composeReversed: () => [],
});
const lettersAbout = async (obligation: string) => {
  const { rows } = await register.pool.query<{ kind: string }>(
    'select l.kind from letter l join letter_obligation o on o.letter_id = l.id where o.obligation_id = $1',
    [obligation],
  );
  return rows.map(({ kind }) => kind);
};

test('releases the words of a recorded finding, once, with a letter', async () => {
  const input = releasing(await recordFinding(register.pool, committee, ana));
  await releaseFinding(register.pool, input);
  await releaseFinding(register.pool, input);
  expect(await findingState(register.pool, ana)).toBe('released');
  expect(await lettersAbout(ana)).toEqual(['finding-released']);
  expect(await logOf(register.pool, ana)).toEqual(['finding-released']);
  expect(await logOf(register.pool, input.findingId)).toEqual(['decided-release-finding']);
});

test('two releases at once: one lets the words out, the other is told so', async () => {
  const finding = await recordFinding(register.pool, committee, ana);
  const [first, second] = await race(
    register.pool,
    ana,
    () => releaseFinding(register.pool, releasing(finding)),
    () => releaseFinding(register.pool, releasing(finding)),
  );
  expect(first.status).toBe('fulfilled');
  expect(second).toMatchObject({ status: 'rejected', reason: { failure: 'Conflict' } });
  expect(await lettersAbout(ana)).toEqual(['finding-released']);
});

test.each([
  ['withheld', () => recordFinding(register.pool, committee, ana, { doubts: ['not-certified'] })],
  ['without words', () => recordFinding(register.pool, committee, ana, { hasWords: false })],
])('does not release one that is %s', async (_, record) => {
  await expect(releaseFinding(register.pool, releasing(await record()))).rejects.toMatchObject({
    failure: 'Conflict',
  });
  expect(await lettersAbout(ana)).toEqual([]);
});

test('does not release one of somebody who was excused since, nor of another notice', async () => {
  const finding = await recordFinding(register.pool, committee, ana);
  const other = await openCommittee(register.pool);
  await expect(
    releaseFinding(register.pool, { ...releasing(finding), noticeId: other.id }),
  ).rejects.toMatchObject({ failure: 'NotFound' });
  await excuse(register.pool, {
    ...deciding(),
    decision: { obligations: [ana], ground: 'mission', reason: 'Sent to Hà Nội.' },
    compose: () => [],
    composeReversed: () => [],
  });
  await expect(releaseFinding(register.pool, releasing(finding))).rejects.toMatchObject({
    failure: 'Conflict',
  });
});

test('does not release one whose obligation was cancelled since', async () => {
  const finding = await recordFinding(register.pool, committee, ana);
  await cancelObligations(register.pool, {
    compose: () => [],
    ...deciding(),
    periodId: committee.period,
    decision: { obligations: [ana], reason: 'The post was abolished.' },
  });
  await expect(releaseFinding(register.pool, releasing(finding))).rejects.toMatchObject({
    failure: 'Conflict',
  });
  expect(await findingState(register.pool, ana)).toBe('recorded');
});

test('a late report leaves the finding, and its words may still be released', async () => {
  const finding = await recordFinding(register.pool, committee, ana);
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', AT));
  await releaseFinding(register.pool, releasing(finding));
  expect(await findingState(register.pool, ana)).toBe('released');
});

test('holds a finding once; it can be released after all', async () => {
  const findingId = await recordFinding(register.pool, committee, ana);
  await holdFinding(register.pool, { ...deciding(), findingId });
  await expect(holdFinding(register.pool, { ...deciding(), findingId })).rejects.toMatchObject({
    failure: 'Conflict',
  });
  await releaseFinding(register.pool, releasing(findingId));
  expect(await findingState(register.pool, ana)).toBe('released');
});

test('keeps every answer of the person found, even at one instant', async () => {
  const findingId = await recordFinding(register.pool, committee, ana);
  const answering = (body: string) => ({ ...deciding(), findingId, body });
  const first = answering('I was at the dike.');
  await answerFinding(register.pool, first);
  await answerFinding(register.pool, first);
  await answerFinding(register.pool, answering('Here is the photograph.'));
  const { rows } = await register.pool.query<{ body: string; at: string }>(
    'select body, at from finding_answer where finding_id = $1 order by at',
    [findingId],
  );
  expect(rows).toEqual([
    { body: 'I was at the dike.', at: AT },
    { body: 'Here is the photograph.', at: '2020-12-15T08:00:00.001Z' },
  ]);
  expect(await findingState(register.pool, ana)).toBe('recorded');
});

test('reverses a released finding by a named decision and keeps it in the register', async () => {
  const findingId = await recordFinding(register.pool, committee, ana);
  await releaseFinding(register.pool, releasing(findingId));
  await reverseFinding(register.pool, reversing(findingId));
  expect(await findingState(register.pool, ana)).toBe('reversed');
  expect(await logOf(register.pool, ana)).toEqual(['finding-released', 'finding-reversed']);
  await expect(reverseFinding(register.pool, reversing(findingId))).rejects.toMatchObject({
    failure: 'Conflict',
  });
  await expect(
    answerFinding(register.pool, { ...deciding(), findingId, body: 'Too late.' }),
  ).rejects.toMatchObject({ failure: 'Conflict' });
});

test('releases what climbed in a period, once, and wakes the daily round', async () => {
  await recordClimb(register.pool, committee, ana, { needsRelease: true });
  await recordClimb(register.pool, committee, committee.owed('binh'), { needsRelease: true });
  await recordClimb(register.pool, committee, committee.owed('third'), { needsRelease: false });
  const input = { ...deciding(), periodId: committee.period };
  expect(await releaseEscalations(register.pool, input)).toMatchObject({ released: 2 });
  expect(await takeWake(register.pool, roundWorkflowId(committee.id))).toBe(true);
  expect(await releaseEscalations(register.pool, input)).toMatchObject({ released: 2 });
  await expect(
    releaseEscalations(register.pool, { ...deciding(), periodId: committee.period }),
  ).rejects.toMatchObject({ failure: 'Conflict' });
});

test('two releases of escalations at once: one releases, the other finds nothing left', async () => {
  await recordClimb(register.pool, committee, ana, { needsRelease: true });
  const release = () =>
    releaseEscalations(register.pool, { ...deciding(), periodId: committee.period });
  const [first, second] = await race(register.pool, ana, release, release);
  expect(first).toMatchObject({ status: 'fulfilled', value: { released: 1 } });
  expect(second).toMatchObject({ status: 'rejected', reason: { failure: 'Conflict' } });
});

test.each(['submission first', 'lock first'])('submission against lock, %s', async (order) => {
  const receivedAt = DECEMBER.lock;
  const submit = () => takeSubmission(register.pool, report(committee, 'ana', 'p-ana', receivedAt));
  const lock = () =>
    inTransaction(register.pool, (transaction) =>
      recordFindings(transaction, {
        noticeId: committee.id,
        scheduleId: `${committee.period}/main`,
        now: DECEMBER.lock,
        releaseDueAt: DECEMBER.chair,
        findings: [
          { id: randomUUID(), obligationId: ana, doubts: [], hasWords: true, evidence: [] },
        ],
      }),
    );
  const [first, second] =
    order === 'lock first'
      ? await race(register.pool, ana, lock, submit)
      : await race(register.pool, ana, submit, lock);
  expect([first.status, second.status]).toEqual(['fulfilled', 'fulfilled']);
  expect((await obligationRow(register.pool, ana)).outcome).toBe('late');
  expect(await findingState(register.pool, ana)).toBe(
    order === 'lock first' ? 'recorded' : undefined,
  );
});
