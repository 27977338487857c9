import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/createActivities.ts';
import { certify } from '../../db/decisions/certify.ts';
import { releaseFinding } from '../../db/decisions/releaseFinding.ts';
import { changeHolder } from '../../db/people/changeHolder.ts';
import { openedAnew, ownRegister } from '../support/ownRegister.ts';
import { DECEMBER, openCommittee } from '../support/register.ts';
import { ALL, activitiesOf, lettersOf, sendAll, stepOf } from './support/activitiesOf.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let activities: Activities;
beforeAll(() => {
  activities = activitiesOf(register.pool);
});
beforeEach(async () => {
  const prompt = stepOf(committee, 'prompt', DECEMBER.prompt);
  await activities.ladder.sendPrompts({ ...prompt, batch: ALL });
  await sendAll(register.pool, DECEMBER.prompt);
});

const AT = '2020-12-10T03:00:00.000Z';
const handOver = (at: string, over: { since?: string; address?: string | undefined } = {}) => {
  const { since, address = 'chi@example.test' } = over;
  return changeHolder(register.pool, {
    decisionId: randomUUID(),
    noticeId: committee.id,
    partyId: 'binh',
    actor: { id: 'person:p-office', capacity: 'office' },
    at,
    decision: {
      leaving: 'holder',
      coming: {
        id: 'p-chi',
        name: 'Trưởng phòng mới',
        ...('address' in over && over.address === undefined ? {} : { address }),
      },
      since,
      reason: 'Quyết định điều động.',
    },
  });
};
const carryOut = (now: string) =>
  activities.record.carryOutHandOvers({ noticeId: committee.id, now });
async function lock() {
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
  await activities.ladder.lock({ ...stepOf(committee, 'lock', DECEMBER.lock), batch: ALL });
  const { rows } = await register.pool.query<{ id: string; state: string; doubts: string[] }>(
    'select id, state, doubts from finding where obligation_id = $1',
    [committee.owed('binh')],
  );
  return rows[0];
}

test('the newcomer gets one letter with everything open in the post, its due day and a link each', async () => {
  await committee.open('2020-12-28', AT);
  await handOver(AT);
  await carryOut(AT);
  await carryOut(AT);
  const letters = await lettersOf(register.pool, committee.id, 'hand-over');
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({
    person: 'p-chi',
    about: [`${committee.period}/binh`, `${committee.id}/reports/2020-12-28/binh`],
    not_before: AT,
  });
  const text = letters[0]?.document ?? '';
  expect(text).toContain('hết ngày 14/12/2020');
  expect(text).toContain('hết ngày 28/12/2020');
  expect(text.match(/"to": "report"/g)).toHaveLength(2);
});

test('out of office hours it waits for the morning', async () => {
  await handOver('2020-12-10T15:00:00.000Z');
  await carryOut('2020-12-10T15:00:00.000Z');
  const [letter] = await lettersOf(register.pool, committee.id, 'hand-over');
  expect(letter?.not_before).toBe('2020-12-11T00:30:00.000Z');
});

test('one entered for later is carried out then, and the predecessor’s links last until then', async () => {
  const since = '2020-12-11T01:00:00.000Z';
  const generation = async () => {
    const { rows } = await register.pool.query(
      `select link_generation as n from person where notice_id = $1 and id = 'p-binh'`,
      [committee.id],
    );
    return rows[0]?.n;
  };
  await handOver(AT, { since });
  expect(
    (await activities.record.readNoticeState({ noticeId: committee.id, now: AT })).handOverAt,
  ).toBe(since);
  await carryOut(AT);
  expect(await lettersOf(register.pool, committee.id, 'hand-over')).toEqual([]);
  expect(await generation()).toBe(1);
  await carryOut(since);
  expect(await lettersOf(register.pool, committee.id, 'hand-over')).toHaveLength(1);
  expect(await generation()).toBe(2);
});

test('for a newcomer without an address it goes to the office, which hands it on', async () => {
  await handOver(AT, { address: undefined });
  await carryOut(AT);
  const [letter] = await lettersOf(register.pool, committee.id, 'hand-over');
  expect(letter?.person).toBe('p-office');
  expect(letter?.document).toContain('thay cho người nhận bàn giao');
});

test('the prompt to the predecessor did not reach the successor: without a hand-over letter there is no finding', async () => {
  await handOver(AT);
  expect(await lock()).toMatchObject({ state: 'withheld', doubts: ['outline-late'] });
});

test('a successor whose hand-over letter went out before the reminder is found as anybody', async () => {
  await handOver(AT);
  await carryOut(AT);
  await sendAll(register.pool, AT);
  expect(await lock()).toMatchObject({ state: 'recorded', doubts: [] });
});

test('one whose hand-over letter went out after the last reminder is not', async () => {
  await handOver('2020-12-14T03:00:00.000Z');
  await carryOut('2020-12-14T03:00:00.000Z');
  await sendAll(register.pool, '2020-12-14T03:00:00.000Z');
  expect(await lock()).toMatchObject({ state: 'withheld', doubts: ['outline-late'] });
});

test('nor one whose hand-over letter came back', async () => {
  await handOver(AT);
  await carryOut(AT);
  await register.pool.query(
    `update letter set state = 'bounced', sent_at = $2 where notice_id = $1 and kind = 'hand-over'`,
    [committee.id, AT],
  );
  expect(await lock()).toMatchObject({ state: 'withheld', doubts: ['not-delivered'] });
});

test('handed over between the due time and the lock, the predecessor is found, and the words go to him', async () => {
  await handOver('2020-12-15T01:00:00.000Z');
  const found = await lock();
  expect(found).toMatchObject({ state: 'recorded', doubts: [] });
  let told: string[] = [];
  await releaseFinding(register.pool, {
    decisionId: randomUUID(),
    noticeId: committee.id,
    findingId: found?.id ?? '',
    actor: { id: 'person:p-office', capacity: 'office' },
    at: DECEMBER.chair,
    decision: { reason: 'Đã rà soát.' },
    compose: ({ items }) => {
      told = items.flatMap(({ holders }) => holders.map(({ personId }) => personId));
      return [];
    },
  });
  expect(told).toEqual(['p-binh']);
});
