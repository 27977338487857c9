import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { certify } from '../../db/decisions/certify.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { DECEMBER, logOf, openCommittee, report } from '../support/register.ts';
import { ALL, activitiesOf, sendAll, stepOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let ladder: Activities['ladder'];

beforeAll(() => {
  ladder = activitiesOf(register.pool).ladder;
});

/** Everybody prompted in time, the office's certificate given; then it locks. */
async function promptAndCertify(sentAt: string = DECEMBER.prompt): Promise<void> {
  await ladder.sendPrompts({ ...stepOf(committee, 'prompt', DECEMBER.prompt), batch: ALL });
  await sendAll(register.pool, sentAt);
  await certify(register.pool, {
    decisionId: randomUUID(),
    noticeId: committee.id,
    periodId: committee.period,
    personId: 'p-office',
    channel: 'link',
    actor: { id: 'person:p-office', capacity: 'office' },
    at: '2020-12-15T03:00:00.000Z',
    decision: { book: true, tray: true, zalo: true },
  });
}
const lock = (now: string = DECEMBER.lock) =>
  ladder.lock({ ...stepOf(committee, 'lock', now), batch: ALL });

interface Found {
  state: string;
  doubts: string[];
  has_words: boolean;
  evidence: { kind: string; state: string; at: string | null }[];
  release_due_at: string | null;
}
async function findings(): Promise<Record<string, Found>> {
  const { rows } = await register.pool.query<Found & { party: string }>(
    `select o.party_id as party, f.state, f.doubts, f.has_words, f.evidence, f.release_due_at
     from finding f join obligation o on o.id = f.obligation_id where o.period_id = $1 and o.track = 'main'`,
    [committee.period],
  );
  return Object.fromEntries(rows.map(({ party, ...found }) => [party, found]));
}
const setLetter = (person: string, change: string) =>
  register.pool.query(
    `update letter set ${change} where notice_id = $1 and person_id = $2 and kind = 'prompt'`,
    [committee.id, person],
  );

test('records of the silent that there is no report, with the evidence and when the words are due for release', async () => {
  await promptAndCertify();
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', DECEMBER.remind));
  await lock();
  const found = await findings();
  expect(found.ana).toBeUndefined();
  expect(found.binh).toEqual({
    state: 'recorded',
    doubts: [],
    has_words: true,
    evidence: [{ kind: 'prompt', state: 'sent', at: DECEMBER.prompt }],
    release_due_at: DECEMBER.chair, // one working day later
  });
  expect(await logOf(register.pool, committee.owed('binh'))).toContain('no-report-recorded');
});

test('finds once, however often the batch is tried again', async () => {
  await promptAndCertify();
  await lock();
  const first = await findings();
  await lock('2020-12-15T04:01:00.000Z');
  expect(await findings()).toEqual(first);
  const entries = await logOf(register.pool, committee.owed('binh'));
  expect(entries.filter((action) => action === 'no-report-recorded')).toHaveLength(1);
});

test('withholds the finding of a vacant post', async () => {
  await promptAndCertify();
  await lock();
  expect((await findings()).vacant).toMatchObject({ state: 'withheld', doubts: ['vacant'] });
});

test.each([
  ['bounced', `state = 'bounced', sent_at = '${DECEMBER.prompt}'`, ['not-delivered']],
  ['was refused', `state = 'failed', sent_at = null`, ['not-delivered']],
  ['is in doubt', `state = 'uncertain', sent_at = null`, ['not-delivered']],
  ['waits to be sent', `state = 'queued', sent_at = null`, ['outline-late']],
  ['went out late', `sent_at = '2020-12-09T01:30:00.001Z'`, ['outline-late']],
])(
  'withholds the finding of one whose prompt %s, and of nobody else',
  async (_, change, doubts) => {
    await promptAndCertify();
    await setLetter('p-binh', change);
    await lock();
    const found = await findings();
    expect(found.binh).toMatchObject({ state: 'withheld', doubts });
    expect(found.ana).toMatchObject({ state: 'recorded' });
    expect(await logOf(register.pool, committee.owed('binh'))).toContain('finding-withheld');
  },
);

test('a prompt within the tolerance of its planned instant was in time', async () => {
  await promptAndCertify('2020-12-09T01:30:00.000Z');
  await lock();
  expect((await findings()).binh).toMatchObject({ state: 'recorded' });
});

test('withholds the finding of one without an address', async () => {
  await promptAndCertify();
  await register.pool.query(
    `update person_contact set address = null where notice_id = $1 and person_id = 'p-binh'`,
    [committee.id],
  );
  await lock();
  expect((await findings()).binh).toMatchObject({ state: 'withheld', doubts: ['no-address'] });
});

test('withholds every finding while the office has not certified its book', async () => {
  await ladder.sendPrompts({ ...stepOf(committee, 'prompt', DECEMBER.prompt), batch: ALL });
  await sendAll(register.pool, DECEMBER.prompt);
  await lock();
  const found = await findings();
  expect(found.binh).toMatchObject({ state: 'withheld', doubts: ['not-certified'] });
  expect(found['unit-1']).toMatchObject({ state: 'withheld', doubts: ['not-certified'] });
});

test('finds the office’s own silence about its certificate, without the clause’s words', async () => {
  await ladder.sendPrompts({
    ...stepOf(committee, 'prompt', '2020-12-15T00:45:00.000Z', 'certificate'),
    batch: ALL,
  });
  await sendAll(register.pool, '2020-12-15T00:45:00.000Z');
  await ladder.lock({ ...stepOf(committee, 'lock', DECEMBER.lock, 'certificate'), batch: ALL });
  const { rows } = await register.pool.query(
    'select state, has_words, release_due_at from finding where obligation_id = $1',
    [committee.owed('office', 'certificate')],
  );
  expect(rows).toEqual([{ state: 'recorded', has_words: false, release_due_at: null }]);
});
