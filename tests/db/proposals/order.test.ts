import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { earlierProposals } from '../../../db/proposals/earlierProposals.ts';
import { enterProposals } from '../../../db/proposals/enterProposals.ts';
import { listProposals, proposalsOnDesk } from '../../../db/reading/proposals.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, openCommittee, recordFinding } from '../../support/register.ts';

// In the file: deputy, third, ana, binh. Entered in the reverse, so that no order of entering passes for the notice's.
const MISSES = { binh: 2, ana: 2, third: 1, deputy: 3 };
const IN_ORDER = ['deputy', 'ana', 'binh', 'third'];

const register = ownRegister();
let committee: Committee;

beforeAll(async () => {
  committee = await openCommittee(register.pool);
  const before = await committee.open('2020-11-28', '2020-11-25T01:00:00.000Z');
  for (const party of Object.keys(MISSES)) {
    await recordFinding(register.pool, committee, committee.owed(party));
  }
  // both drafted at one instant, as after an outage; the smaller id is read first
  for (const digestId of [committee.period, before]) await propose(digestId);
});

async function propose(digestId: string): Promise<void> {
  const now = '2020-12-16T08:00:00.000Z';
  const decisionId = randomUUID();
  await register.pool.query(
    `insert into decision (id, notice_id, kind, subject, actor, capacity, at)
     values ($1, $2, 'release-digest', $3, 'person:p-office', 'office', $4)`,
    [decisionId, committee.id, digestId, now],
  );
  await register.pool.query(
    `insert into digest (period_id, notice_id, drafted_at, draft, released_at, decision_id)
     values ($1, $2, $3, '{}', $3, $4)`,
    [digestId, committee.id, now, decisionId],
  );
  const proposals = Object.entries(MISSES).map(([party, missesInARow]) => ({
    id: randomUUID(),
    processId: 'reports',
    personId: `p-${party}`,
    holder: party,
    partyId: party,
    capacity: party,
    obligationId: committee.owed(party),
    missesInARow,
    missesInAll: missesInARow,
    missed: [committee.owed(party)],
    missedIn: ['reports'],
    propose: 'remind' as const,
    replaces: [],
  }));
  await inTransaction(register.pool, (transaction) =>
    enterProposals(transaction, { noticeId: committee.id, digestId, now, proposals }),
  );
}

const of = (key: string) => IN_ORDER.map((party) => [key, party]);
const ALL = [...of('2020-11-28'), ...of('2020-12-14')];
const told = (rows: { digestId: string; partyId: string }[]) =>
  rows.map(({ digestId, partyId }) => [digestId.split('/').at(-1), partyId]);

test('a list goes by digest, misses in a row and place in the notice, page after page', async () => {
  const seen: { digestId: string; partyId: string }[] = [];
  let cursor: string | undefined;
  do {
    const query = { noticeId: committee.id, limit: 3, shownOnly: true, cursor };
    const { items, next } = await listProposals(register.pool, query);
    seen.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  expect(told(seen)).toEqual(ALL);
});

test('the desk has them in the same order', async () => {
  const { open } = await proposalsOnDesk(register.pool, committee.id, {
    open: 20,
    explanations: 20,
  });
  expect(told(open)).toEqual(ALL);
});

test('the next digest tells in that order what became of them', async () => {
  const earlier = await earlierProposals(register.pool, {
    noticeId: committee.id,
    digestProcess: 'reports',
    digestPeriodId: committee.period,
  });
  expect(earlier.map(({ capacity }) => capacity)).toEqual(
    IN_ORDER.map((party) => `Title of ${party}`),
  );
});
