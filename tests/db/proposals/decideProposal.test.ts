import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { DecideProposal } from '../../../contracts/decisions.ts';
import { noticeWorkflowId } from '../../../contracts/ids.ts';
import { decideProposal } from '../../../db/decisions/decideProposal.ts';
import { reverseFinding } from '../../../db/decisions/reverseFinding.ts';
import { enterProposals } from '../../../db/proposals/enterProposals.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { planExplanation } from '../../../domain/plan/explanation.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  letter,
  logOf,
  openCommittee,
  race,
  recordFinding,
  report,
  takeWake,
} from '../../support/register.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let ana: string;
let finding: string;
let proposalId: string;
const AT = '2020-12-16T08:00:00.000Z';

beforeEach(async () => {
  ana = committee.owed('ana');
  finding = await recordFinding(register.pool, committee, ana);
  await register.pool.query(
    `insert into digest (period_id, notice_id, drafted_at, draft) values ($1, $2, $3, '{}')`,
    [committee.period, committee.id, AT],
  );
  proposalId = randomUUID();
  await propose();
});

const propose = () =>
  inTransaction(register.pool, (transaction) =>
    enterProposals(transaction, {
      noticeId: committee.id,
      digestId: committee.period,
      now: AT,
      proposals: [
        {
          id: proposalId,
          processId: 'reports',
          personId: 'p-ana',
          holder: 'Ana',
          partyId: 'ana',
          capacity: 'Ana',
          obligationId: ana,
          missesInARow: 1,
          missesInAll: 1,
          missed: [ana],
          missedIn: ['reports'],
          propose: 'remind',
          replaces: [],
        },
      ],
    }),
  );
/** As releaseDigest marks it; the digest's own decision is another test's. */
const released = async () => {
  const decisionId = randomUUID();
  await register.pool.query(
    `insert into decision (id, notice_id, kind, subject, actor, capacity, at) values ($1, $2, 'release-digest', $3, 'person:p-office', 'office', $4)`,
    [decisionId, committee.id, committee.period, AT],
  );
  await register.pool.query(
    'update digest set released_at = $2, decision_id = $3 where period_id = $1',
    [committee.period, AT, decisionId],
  );
};
const deciding = (handling: DecideProposal['handling'] = 'remind') => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  actor: { id: 'person:p-chair', capacity: 'chair' },
  at: AT,
  proposalId,
  missed: [ana],
  decision: { handling, reason: 'Read and decided.' },
  explanation:
    handling === 'ask-for-explanation'
      ? planExplanation(smallCommittee(committee.id), {
          processId: 'reports',
          party: 'ana',
          dueDate: '2020-12-21',
          at: AT,
        })
      : null,
  compose: () => [letter('handling-decided', 'p-ana', [ana], AT)],
});
const proposal = async () => {
  const { rows } = await register.pool.query(
    'select state, handling, withdrawn_why as why from proposal where id = $1',
    [proposalId],
  );
  return rows[0];
};

test('is not decided before its digest is released', async () => {
  await expect(decideProposal(register.pool, deciding())).rejects.toMatchObject({
    failure: 'Conflict',
  });
  expect(await proposal()).toEqual({ state: 'open', handling: null, why: null });
});

test('is decided once, with a letter and a log row, whatever is repeated', async () => {
  await released();
  const input = deciding();
  await decideProposal(register.pool, input);
  await decideProposal(register.pool, input);
  expect(await proposal()).toEqual({ state: 'decided', handling: 'remind', why: null });
  expect(await logOf(register.pool, proposalId)).toEqual(['decided-decide-proposal']);
});

test('an explanation becomes a period of its own, and the notice’s workflow is woken for it', async () => {
  await released();
  await takeWake(register.pool, noticeWorkflowId(committee.id));
  await decideProposal(register.pool, deciding('ask-for-explanation'));
  const { rows } = await register.pool.query(
    'select key, started_at from decided_period where notice_id = $1',
    [committee.id],
  );
  expect(rows).toEqual([{ key: '2020-12-21-explanation-ana', started_at: null }]);
  expect(await takeWake(register.pool, noticeWorkflowId(committee.id))).toBe(true);
});

test('of two decisions at once one stands and the other is told so', async () => {
  await released();
  const [first, second] = await race(
    register.pool,
    ana,
    () => decideProposal(register.pool, deciding('name-at-meeting')),
    () => decideProposal(register.pool, deciding('none')),
  );
  expect(first.status).toBe('fulfilled');
  expect(second).toMatchObject({ status: 'rejected', reason: { failure: 'Conflict' } });
  expect(await proposal()).toMatchObject({ handling: 'name-at-meeting' });
});

test('a finding reversed withdraws what was proposed, and nothing is decided on it any more', async () => {
  await released();
  await reverseFinding(register.pool, {
    ...deciding(),
    findingId: finding,
    composeReversed: () => [],
    decision: { reason: 'It had come.' },
  });
  expect(await proposal()).toEqual({ state: 'withdrawn', handling: null, why: 'no-miss' });
  expect(await logOf(register.pool, proposalId)).toEqual(['proposal-withdrawn']);
  await expect(decideProposal(register.pool, deciding())).rejects.toMatchObject({
    failure: 'Conflict',
  });
});

test('a report in hand in time and keyed in afterwards withdraws it; a late one does not', async () => {
  const keyedIn = (receivedAt: string) =>
    report(committee, 'ana', 'p-ana', receivedAt, {
      now: AT,
      channel: 'paper',
      keyInReason: 'It lay in the tray.',
      keyInDecision: { id: randomUUID(), actor: { id: 'person:p-office', capacity: 'office' } },
    });
  await takeSubmission(register.pool, keyedIn('2020-12-15T06:00:00.000Z'));
  expect(await proposal()).toMatchObject({ state: 'open' });
  await takeSubmission(register.pool, keyedIn('2020-12-14T06:00:00.000Z'));
  expect(await proposal()).toMatchObject({ state: 'withdrawn', why: 'no-miss' });
});

test('a miss withdrawn since the draft was read leaves its proposal out', async () => {
  await reverseFinding(register.pool, {
    ...deciding(),
    findingId: finding,
    composeReversed: () => [],
    decision: { reason: 'It had come.' },
  });
  proposalId = randomUUID();
  expect(await propose()).toEqual([]);
  expect(await proposal()).toBeUndefined();
});
