import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { cancelObligations } from '../../db/decisions/cancelObligations.ts';
import { certify } from '../../db/decisions/certify.ts';
import { extend } from '../../db/decisions/extend.ts';
import { releaseFinding } from '../../db/decisions/releaseFinding.ts';
import { reverseFinding } from '../../db/decisions/reverseFinding.ts';
import { recordClimbs } from '../../db/escalation/recordClimbs.ts';
import { recordFindings } from '../../db/escalation/recordFindings.ts';
import { readStreaks } from '../../db/findings/readStreaks.ts';
import { finishStep } from '../../db/periods/finishStep.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  type Committee,
  DECEMBER,
  letter,
  obligationRow,
  openCommittee,
  report,
} from '../support/register.ts';
import { ALL, activitiesOf, sendAll, stepOf } from './support/activitiesOf.ts';

// Binh is found silent about 14/12, or not where the engine doubts itself; then the chair extends to the end of 18/12.

let register: FreshDatabase;
let committee: Committee;
let binh: string;
let ladder: Activities['ladder'];
const EXTENDED_AT = '2020-12-15T05:00:00.000Z';
const NEW = { due: '2020-12-18T17:00:00.000Z', lock: '2020-12-21T04:00:00.000Z' };
const AFTERWARDS = '2020-12-22T05:00:00.000Z';

beforeAll(async () => {
  register = await freshDatabase();
  ladder = activitiesOf(register.pool).ladder;
});
afterAll(() => register.close());
beforeEach(async () => {
  committee = await openCommittee(register.pool);
  binh = committee.owed('binh');
});

const by = (capacity: string, at: string) => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  periodId: committee.period,
  actor: { id: `person:p-${capacity}`, capacity },
  at,
});

/** Everybody prompted and the certificate given; `change` is what became of Binh's prompt. */
async function promptAndLock(change = `state = 'sent'`, sentAt: string = DECEMBER.prompt) {
  await ladder.sendPrompts({ ...stepOf(committee, 'prompt', DECEMBER.prompt), batch: ALL });
  await sendAll(register.pool, sentAt);
  await register.pool.query(
    `update letter set ${change} where notice_id = $1 and person_id = 'p-binh'`,
    [committee.id],
  );
  const prompt = { scheduleId: `${committee.period}/main`, stepKey: 'prompt' };
  await finishStep(register.pool, prompt, DECEMBER.prompt);
  await certifyAt('2020-12-15T03:00:00.000Z');
  await ladder.lock({ ...stepOf(committee, 'lock', DECEMBER.lock), batch: ALL });
}

const certifyAt = (at: string) =>
  certify(register.pool, {
    ...by('office', at),
    personId: 'p-office',
    channel: 'link',
    decision: { book: true, tray: true, zalo: true },
  });

/** The chair extends, with a letter that arrives. */
async function extendBinh(): Promise<void> {
  await extend(register.pool, {
    ...by('chair', EXTENDED_AT),
    decision: { obligations: [binh], dueDate: '2020-12-18', boundary: 'by', reason: 'Flood.' },
    compose: () => [letter('extended', 'p-binh', [binh], EXTENDED_AT)],
  });
  await sendAll(register.pool, EXTENDED_AT);
}
const onNewSchedule = async (stepKey: string, now: string) => ({
  ...stepOf(committee, stepKey, now),
  scheduleId: (await obligationRow(register.pool, binh)).schedule_id,
  batch: ALL,
});
const lockAgain = async () => {
  await certifyAt('2020-12-21T03:00:00.000Z');
  await ladder.lock(await onNewSchedule('lock', NEW.lock));
};
const climbAgain = async () => ladder.climb(await onNewSchedule('rung-deputy', NEW.lock));

async function found() {
  const { rows } = await register.pool.query<{ id: string; day: string; state: string }>(
    'select id, last_day as day, state from finding where obligation_id = $1 order by due_at',
    [binh],
  );
  return rows;
}
const states = async () => (await found()).map(({ day, state }) => `${day} ${state}`);
const rungs = async () =>
  (await register.pool.query('select rung from climb where obligation_id = $1', [binh])).rows;
const untold = async () => {
  const { rows } = await register.pool.query(
    'select rung, taken_at from climb where obligation_id = $1 and stopped_at is null',
    [binh],
  );
  return rows;
};
const streak = async (now: string = AFTERWARDS, person = 'p-binh') => {
  const query = { noticeId: committee.id, personIds: [person], now };
  return (await readStreaks(register.pool, query)).get(person);
};
const reverse = async (findingId = '') =>
  reverseFinding(register.pool, {
    ...by('chair', EXTENDED_AT),
    findingId,
    decision: { reason: 'He was ill.' },
    composeReversed: () => [],
  });
const release = async (at: string, findingId = '') =>
  releaseFinding(register.pool, {
    ...by('third', at),
    findingId,
    decision: { reason: 'Read.' },
    compose: ({ items }) => {
      told.push(...items.map(({ lastDay }) => lastDay));
      return [];
    },
  });
const told: string[] = [];

test('silence about the new time is a finding of its own, and another miss', async () => {
  await promptAndLock();
  await extendBinh();
  expect(await streak(EXTENDED_AT)).toMatchObject({ missesInARow: 1, missesInAll: 1 });
  await lockAgain();
  await ladder.lock(await onNewSchedule('lock', NEW.lock)); // taken again after a crash
  expect(await states()).toEqual(['2020-12-14 recorded', '2020-12-18 recorded']);
  expect(await streak()).toMatchObject({ missesInARow: 2, missesInAll: 2 });
});

test('the miss stands while the extension runs, and after a report within it', async () => {
  await promptAndLock();
  await extendBinh();
  const handedIn = report(committee, 'binh', 'p-binh', '2020-12-16T05:00:00.000Z');
  expect((await takeSubmission(register.pool, handedIn)).late).toBe(true);
  await lockAgain();
  expect(await states()).toEqual(['2020-12-14 recorded']);
  expect(await streak()).toMatchObject({ missesInARow: 1, missesInAll: 1 });
});

test('a report within an extension that followed no finding is in time, and no miss', async () => {
  await promptAndLock(`state = 'bounced', sent_at = '${DECEMBER.prompt}'`);
  await extendBinh();
  const handedIn = report(committee, 'binh', 'p-binh', '2020-12-16T05:00:00.000Z');
  expect((await takeSubmission(register.pool, handedIn)).late).toBe(false);
  expect(await streak()).toMatchObject({ missesInARow: 0, missesInAll: 0 });
});

test('a cancellation leaves the miss that was found before it', async () => {
  await promptAndLock();
  await cancelObligations(register.pool, {
    compose: () => [],
    ...by('chair', EXTENDED_AT),
    decision: { obligations: [binh], reason: 'The post was abolished.' },
  });
  expect(await streak()).toMatchObject({ missesInARow: 1, missesInAll: 1 });
});

test('each miss is of whoever held the post at the due time that was missed', async () => {
  await promptAndLock();
  await extendBinh();
  await register.pool.query(
    `update holding set until = $2 where notice_id = $1 and party_id = 'binh'`,
    [committee.id, '2020-12-16T02:00:00.000Z'],
  );
  await register.pool.query(
    `insert into holding (notice_id, party_id, person_id, since, sole) values ($1, 'binh', 'p-chair', $2, true)`,
    [committee.id, '2020-12-16T02:00:00.000Z'],
  );
  expect(await streak()).toMatchObject({ missesInARow: 1 });
  await lockAgain();
  expect(await streak()).toMatchObject({ missesInAll: 1 });
  expect(await streak(AFTERWARDS, 'p-chair')).toBeUndefined(); // nobody told the successor: withheld
});

test('where the prompt had not arrived, the letter about the extension did: ignored, it is found and climbs', async () => {
  await promptAndLock(`state = 'bounced', sent_at = '${DECEMBER.prompt}'`);
  expect(await states()).toEqual(['2020-12-14 withheld']);
  await extendBinh();
  await lockAgain();
  expect(await states()).toEqual(['2020-12-14 withheld', '2020-12-18 recorded']);
  await climbAgain();
  expect(await rungs()).toEqual([{ rung: 'deputy' }]);
  expect(await streak()).toMatchObject({ missesInAll: 1 });
});

test('where that letter did not arrive either, the finding is withheld again and nothing climbs', async () => {
  await promptAndLock(`state = 'bounced', sent_at = '${DECEMBER.prompt}'`);
  await extendBinh();
  await register.pool.query(
    `update letter set state = 'bounced' where notice_id = $1 and person_id = 'p-binh'`,
    [committee.id],
  );
  await lockAgain();
  await climbAgain();
  expect(await states()).toEqual(['2020-12-14 withheld', '2020-12-18 withheld']);
  expect(await rungs()).toEqual([]);
});

test('an outline that was late for the first time is not late for the new one', async () => {
  await promptAndLock(`sent_at = '2020-12-11T01:00:00.000Z'`);
  expect(await states()).toEqual(['2020-12-14 withheld']);
  await extendBinh();
  await lockAgain();
  expect(await states()).toEqual(['2020-12-14 withheld', '2020-12-18 recorded']);
});

test('a finding reversed before the extension does not shield from the next, and nobody hears of what was reversed', async () => {
  await promptAndLock();
  await ladder.climb({ ...stepOf(committee, 'rung-deputy', DECEMBER.lock), batch: ALL });
  await reverse((await found())[0]?.id);
  expect(await untold()).toEqual([]);
  await extendBinh();
  await lockAgain();
  await climbAgain();
  expect(await states()).toEqual(['2020-12-14 reversed', '2020-12-18 recorded']);
  expect(await untold()).toEqual([{ rung: 'deputy', taken_at: NEW.lock }]);
  expect(await streak()).toMatchObject({ missesInARow: 1, missesInAll: 1 });
});

test('reversing one leaves the other, and a report in hand between the two disproves only the later', async () => {
  await promptAndLock();
  await extendBinh();
  await lockAgain();
  await takeSubmission(
    register.pool,
    report(committee, 'binh', 'p-binh', '2020-12-17T05:00:00.000Z', { now: AFTERWARDS }),
  );
  expect(await states()).toEqual(['2020-12-14 recorded', '2020-12-18 reversed']);
  expect(await streak()).toMatchObject({ missesInAll: 1 });
});

test('whoever is extended while the lock or a rung is taken is left out', async () => {
  await extendBinh();
  const scheduleId = `${committee.period}/main`; // the lock had read him as silent on it
  const about = { noticeId: committee.id, scheduleId, now: EXTENDED_AT };
  const finding = {
    id: randomUUID(),
    obligationId: binh,
    doubts: [],
    hasWords: true,
    evidence: [],
  };
  const climb = {
    obligationId: binh,
    recipientId: 'deputy',
    why: 'supervisor',
    needsRelease: false,
  } as const;
  await inTransaction(register.pool, async (transaction) => {
    const findings = { ...about, findings: [finding], releaseDueAt: DECEMBER.chair };
    expect(await recordFindings(transaction, findings)).toBe(0);
    expect(await recordClimbs(transaction, { ...about, rung: 'deputy', climbs: [climb] })).toBe(0);
  });
});

test('the clause’s words wait while the extension runs, and name the day that was missed', async () => {
  await promptAndLock();
  await extendBinh();
  const [first] = await found();
  await expect(release('2020-12-17T03:00:00.000Z', first?.id)).rejects.toMatchObject({
    failure: 'Conflict',
  });
  await lockAgain();
  await release(AFTERWARDS, first?.id);
  expect(told).toEqual(['2020-12-14']);
});
