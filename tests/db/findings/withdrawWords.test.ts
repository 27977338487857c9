import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { releasedLetterKey } from '../../../contracts/ids.ts';
import { excuse } from '../../../db/decisions/excuse.ts';
import { releaseFinding } from '../../../db/decisions/releaseFinding.ts';
import { reverseFinding } from '../../../db/decisions/reverseFinding.ts';
import { takeOutPeriod } from '../../../db/decisions/takeOutPeriod.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { reversedLetters } from '../../../letters/findings/reversedLetters.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import {
  type Committee,
  DECEMBER,
  findingState,
  letter,
  logOf,
  openCommittee,
  recordFinding,
  report,
} from '../../support/register.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

const register = ownRegister();
let committee: Committee;
let ana: string;
let findingId: string;
const AT = '2020-12-15T08:00:00.000Z';
const IN_HAND = '2020-12-14T06:00:00.000Z';

beforeEach(async () => {
  committee = await openCommittee(register.pool);
  ana = committee.owed('ana');
  findingId = await recordFinding(register.pool, committee, ana);
});

const composeReversed = (...given: Parameters<ReturnType<typeof reversedLetters>>) =>
  reversedLetters(smallCommittee(committee.id))(...given);
const deciding = (capacity = 'chair') => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  actor: { id: `person:p-${capacity}`, capacity },
  at: AT,
  decision: { reason: 'Read and decided.' },
  composeReversed,
});
/** Lets the words out; the post office has done with the letter what `state` says. */
async function released(state: string): Promise<void> {
  await releaseFinding(register.pool, {
    ...deciding('third'),
    findingId,
    compose: () => [
      {
        ...letter('finding-released', 'p-ana', [ana], AT),
        key: releasedLetterKey(findingId, 'p-ana'),
      },
    ],
  });
  await register.pool.query(
    `update letter set state = $2, sent_at = case when $2 in ('sent', 'bounced') then $3::timestamptz end
     where kind = 'finding-released' and id in (select letter_id from letter_obligation where obligation_id = $1)`,
    [ana, state, AT],
  );
}
const reverse = () => reverseFinding(register.pool, { ...deciding(), findingId });
const keyIn = (receivedAt: string) =>
  takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', receivedAt, {
      now: AT,
      channel: 'paper',
      keyInReason: 'It lay in the tray.',
      keyInDecision: { id: randomUUID(), actor: { id: 'person:p-office', capacity: 'office' } },
      composeReversed,
    }),
  );
const letters = async () => {
  const { rows } = await register.pool.query<{ kind: string; state: string; person: string }>(
    `select l.kind, l.state, l.person_id as person from letter l join letter_obligation o on o.letter_id = l.id
     where o.obligation_id = $1 order by l.kind`,
    [ana],
  );
  return rows.map(({ kind, state, person }) => `${kind} ${state} ${person}`);
};
const textOf = async (): Promise<string> => {
  const { rows } = await register.pool.query<{ text: string }>(
    `select t.document ->> 'blocks' as text from letter l join letter_text t on t.letter_id = l.id
     where l.notice_id = $1 and l.kind = 'finding-reversed'`,
    [committee.id],
  );
  return rows.map(({ text }) => text).join();
};
const TOLD = ['finding-released sent p-ana', 'finding-reversed queued p-ana'];

test('whoever got the words is told of the reversal, once, by the decision’s own id', async () => {
  await released('sent');
  const input = { ...deciding(), findingId };
  await reverseFinding(register.pool, input);
  await reverseFinding(register.pool, input);
  expect(await letters()).toEqual(TOLD);
  expect(await textOf()).toContain('Người quyết định: đồng chí Title of chair');
  const { rows } = await register.pool.query<{ id: string; key: string }>(
    `select id, key from letter where notice_id = $1 and kind = 'finding-reversed'`,
    [committee.id],
  );
  expect(rows[0]?.key).toBe(`finding-reversed/${findingId}/${input.decisionId}/p-ana`);
  expect(await logOf(register.pool, rows[0]?.id ?? '')).toEqual(['letter-written']);
});

test('a letter that may have arrived counts as one that did, and is not tried again', async () => {
  await released('uncertain');
  await reverse();
  expect(await letters()).toEqual([
    'finding-released stopped p-ana',
    'finding-reversed queued p-ana',
  ]);
});

test.each(['failed', 'bounced'])(
  'one that %s told nobody anything, and nobody is told',
  async (state) => {
    await released(state);
    await reverse();
    expect(await letters()).toEqual([`finding-released ${state} p-ana`]);
  },
);

test('one that waits to go out is stopped instead', async () => {
  await released('queued');
  await reverse();
  expect(await letters()).toEqual(['finding-released stopped p-ana']);
  const { rows } = await register.pool.query<{ id: string }>(
    'select id from letter where notice_id = $1',
    [committee.id],
  );
  expect(await logOf(register.pool, rows[0]?.id ?? '')).toContain('letter-stopped');
});

test('a finding whose words nobody got is reversed without a letter', async () => {
  await reverse();
  expect(await findingState(register.pool, ana)).toBe('reversed');
  expect(await letters()).toEqual([]);
});

test('keying in a report that was in hand in time tells it too; a late one leaves the words', async () => {
  await released('sent');
  await keyIn('2020-12-15T06:00:00.000Z');
  expect(await letters()).toEqual(['finding-released sent p-ana']);
  await keyIn(IN_HAND);
  expect(await letters()).toEqual(TOLD);
  expect(await textOf()).toContain('đồng chí Title of office vào sổ');
});

test('a report of one’s own that was complete before the lock is told as the register’s correction', async () => {
  await released('sent');
  const own = report(committee, 'ana', 'p-ana', IN_HAND, { now: AT, composeReversed });
  await takeSubmission(register.pool, own);
  expect(await letters()).toEqual(TOLD);
  expect(await textOf()).toContain('sổ theo dõi tự điều chỉnh');
});

test('an excuse, and a period merged into another, tell it as well', async () => {
  await released('sent');
  await excuse(register.pool, {
    ...deciding(),
    decision: { obligations: [ana], ground: 'sickness', reason: 'In hospital.' },
    compose: () => [],
  });
  expect(await letters()).toEqual(TOLD);

  committee = await openCommittee(register.pool);
  ana = committee.owed('ana');
  findingId = await recordFinding(register.pool, committee, ana);
  await released('sent');
  await takeOutPeriod(register.pool, {
    ...deciding(),
    processId: 'reports',
    decision: { key: DECEMBER.key, into: '2020-12-28', parties: null, reason: 'Floods.' },
    compose: () => [],
  });
  expect(await letters()).toEqual(TOLD);
});

test('after a hand-over it is told to whoever got the words, not to who holds the post now', async () => {
  await released('sent');
  await register.pool.query(
    `update holding set until = $2 where notice_id = $1 and party_id = 'ana' and until is null`,
    [committee.id, AT],
  );
  await register.pool.query(
    `insert into holding (notice_id, party_id, person_id, sole, since) values ($1, 'ana', 'p-binh', true, $2)`,
    [committee.id, AT],
  );
  await reverse();
  expect(await letters()).toEqual(TOLD);
});
