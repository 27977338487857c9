import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { extend } from '../../db/decisions/extend.ts';
import { pauseProcess } from '../../db/decisions/pauseProcess.ts';
import { releaseEscalations } from '../../db/decisions/releaseEscalations.ts';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import {
  DECEMBER,
  decidedByChair,
  openCommittee,
  race,
  recordClimb,
  report,
} from '../support/register.ts';
import { activitiesOf, lettersOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let activities: Activities;
/** 11:30 on the day of the lock, and on the working day after. */
const ROUND = '2020-12-15T04:30:00.000Z';
const NEXT_ROUND = '2020-12-16T04:30:00.000Z';

beforeAll(() => {
  activities = activitiesOf(register.pool);
});

const climb = (party: string, over: Parameters<typeof recordClimb>[3] = {}) =>
  recordClimb(register.pool, committee, committee.owed(party), over);
const send = (at: string) => activities.ladder.sendRound({ noticeId: committee.id, at, now: at });
const rounds = () => lettersOf(register.pool, committee.id, 'round');
const nextRound = (after: string | null = null) =>
  activities.record.nextRound({ noticeId: committee.id, after, now: ROUND });
const owed = (...parties: string[]) => parties.map((party) => committee.owed(party)).toSorted();
const deciding = () => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  actor: { id: 'person:p-third', capacity: 'third' },
  decision: { reason: 'Looked through by hand.' },
});

test('sends each superior one letter for everybody below, and never the same rung again', async () => {
  await climb('ana');
  await climb('binh');
  await climb('deputy', { recipient: 'chair' });
  await send(ROUND);
  const letters = await rounds();
  expect(letters.map(({ person, about }) => [person, about])).toEqual([
    ['p-chair', owed('deputy')],
    ['p-deputy', owed('ana', 'binh')],
  ]);
  expect(letters[1]?.document).toContain('Title of ana');
  await send(ROUND);
  await send(NEXT_ROUND);
  expect(await rounds()).toEqual(letters);
});

test('holds what waits for release, and tells it in the round after the release', async () => {
  await climb('ana', { needsRelease: true });
  await climb('binh');
  expect(await nextRound()).toEqual({ at: ROUND, ended: false });
  await send(ROUND);
  expect((await rounds()).map(({ about }) => about)).toEqual([owed('binh')]);
  expect(await nextRound()).toEqual({ at: null, ended: false });

  await releaseEscalations(register.pool, {
    ...deciding(),
    periodId: committee.period,
    at: '2020-12-15T08:00:00.000Z',
  });
  expect(await nextRound(ROUND)).toEqual({ at: NEXT_ROUND, ended: false });
  await send(NEXT_ROUND);
  expect((await rounds()).map(({ about }) => about)).toEqual([owed('binh'), owed('ana')]);
});

test('leaves for the next round what was taken after the hour, or at its very instant and too late for the letter', async () => {
  await climb('ana');
  await climb('binh', { at: '2020-12-15T04:30:00.001Z' });
  await send(ROUND);
  await climb('third', { at: ROUND });
  await send(ROUND); // the day's letter is written and does not list it
  expect((await rounds()).map(({ about }) => about)).toEqual([owed('ana')]);
  expect(await nextRound(ROUND)).toEqual({ at: NEXT_ROUND, ended: false });
  await send(NEXT_ROUND);
  expect((await rounds()).map(({ about }) => about)).toEqual([owed('ana'), owed('binh', 'third')]);
});

test('tells nobody of a party that has reported meanwhile', async () => {
  await climb('ana');
  await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-15T04:20:00.000Z'),
  );
  expect(await nextRound()).toEqual({ at: null, ended: false });
  await send(ROUND);
  expect(await rounds()).toEqual([]);
});

test('tells nothing of a paused process', async () => {
  await climb('ana');
  await pauseProcess(register.pool, {
    ...deciding(),
    processId: 'reports',
    at: '2020-12-15T04:10:00.000Z',
  });
  expect(await nextRound()).toEqual({ at: null, ended: false });
  await send(ROUND);
  expect(await rounds()).toEqual([]);
});

test('waits for the end of a hold before it tells of a rung', async () => {
  await climb('ana');
  await register.pool.query(
    `update climb set held_until = '2020-12-16T04:00:00Z' where notice_id = $1`,
    [committee.id],
  );
  expect(await nextRound()).toEqual({ at: NEXT_ROUND, ended: false });
  await send(ROUND);
  expect(await rounds()).toEqual([]);
});

test('turns to the fallback where the superior has no address, and waits where nobody has', async () => {
  const erase = (...people: string[]) =>
    register.pool.query(
      'update person_contact set address = null where notice_id = $1 and person_id = any($2)',
      [committee.id, people],
    );
  await climb('ana');
  await erase('p-deputy', 'p-office', 'p-chair');
  await send(ROUND);
  expect(await rounds()).toEqual([]);
  expect(await nextRound(ROUND)).toEqual({ at: NEXT_ROUND, ended: false });
  await register.pool.query(
    `update person_contact set address = 'office@example.test' where notice_id = $1 and person_id = 'p-office'`,
    [committee.id],
  );
  await send(NEXT_ROUND);
  expect((await rounds()).map(({ person }) => person)).toEqual(['p-office']);
});

test('has no round on a day off', async () => {
  await climb('ana', { at: '2021-01-01T01:00:00.000Z' }); // a holiday, before a weekend
  expect(await nextRound()).toEqual({ at: '2021-01-04T04:30:00.000Z', ended: false });
});

test('shows the superior how and when each was told', async () => {
  await activities.ladder.sendPrompts({
    periodId: committee.period,
    scheduleId: `${committee.period}/main`,
    stepKey: 'prompt',
    now: DECEMBER.prompt,
    batch: { from: 1, to: 100 },
  });
  await register.pool.query(
    `update letter set state = 'sent', sent_at = $2 where notice_id = $1 and kind = 'prompt'`,
    [committee.id, DECEMBER.prompt],
  );
  await climb('binh');
  await send(ROUND);
  expect((await rounds())[0]?.document).toContain('08 giờ 00 ngày 09/12/2020');
});

test('a letter that still waits to leave is taken back when somebody in it reports; the others are told by the next', async () => {
  await climb('ana');
  await climb('binh');
  await send(ROUND);
  await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-15T05:00:00.000Z'),
  );
  const states = await register.pool.query(
    `select state from letter where notice_id = $1 and kind = 'round'`,
    [committee.id],
  );
  expect(states.rows).toEqual([{ state: 'stopped' }]);
  const woken = await register.pool.query('select 1 from outbox where workflow_id = $1', [
    `${committee.id}/~round`,
  ]);
  expect(woken.rows).toHaveLength(1);
  expect(await nextRound(ROUND)).toEqual({ at: NEXT_ROUND, ended: false });
  await send(NEXT_ROUND);
  expect((await rounds()).at(-1)?.about).toEqual(owed('binh'));
});

test('a letter that has left stays as it is when somebody in it reports', async () => {
  await climb('ana');
  await climb('binh');
  await send(ROUND);
  await register.pool.query(
    `update letter set state = 'sent', sent_at = $2 where notice_id = $1 and kind = 'round'`,
    [committee.id, ROUND],
  );
  await takeSubmission(
    register.pool,
    report(committee, 'ana', 'p-ana', '2020-12-15T05:00:00.000Z'),
  );
  expect(await nextRound(ROUND)).toEqual({ at: null, ended: false });
  expect((await rounds()).map(({ about }) => about)).toEqual([owed('ana', 'binh')]);
});

test('a round that an outage has pushed into the night writes for the next morning', async () => {
  await climb('ana');
  const night = '2020-12-15T16:00:00.000Z'; // 23:00
  await activities.ladder.sendRound({ noticeId: committee.id, at: ROUND, now: night });
  const { rows } = await register.pool.query(
    `select not_before from letter where notice_id = $1 and kind = 'round'`,
    [committee.id],
  );
  expect(rows).toEqual([{ not_before: '2020-12-16T00:30:00.000Z' }]);
});

test('names nobody who is extended while the letter is being written', async () => {
  await climb('ana');
  await climb('binh');
  const extension = {
    ...decidedByChair(committee, ROUND),
    decision: {
      obligations: [committee.owed('ana')],
      dueDate: '2020-12-18',
      boundary: 'by' as const,
      reason: 'A flood.',
    },
    compose: () => [],
  };
  const results = await race(
    register.pool,
    committee.owed('ana'),
    () => extend(register.pool, extension),
    () => send(ROUND),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect((await rounds()).map(({ about }) => about)).toEqual([owed('binh')]);
});
