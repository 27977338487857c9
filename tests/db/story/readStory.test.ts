import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../../activities/createActivities.ts';
import { excuse } from '../../../db/decisions/excuse.ts';
import { appendLog } from '../../../db/log.ts';
import { readStory } from '../../../db/story/readStory.ts';
import { untoldRows } from '../../../db/story/untoldRows.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { StoryOf } from '../../../domain/log/storyEvent.ts';
import { ALL, activitiesOf, stepOf } from '../../activities/support/activitiesOf.ts';
import { sendDue } from '../../post/outbox.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  DECEMBER,
  decidedByChair,
  openCommittee,
  recordFinding,
  report,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));
let ladder: Activities['ladder'];

beforeAll(() => {
  ladder = activitiesOf(register.pool).ladder;
});

const ofPeriod = (): StoryOf => {
  const [noticeId, processId, periodKey] = committee.period.split('/') as [string, string, string];
  return { of: 'period', noticeId, processId, periodKey };
};
const story = async (page: { limit: number; cursor?: string } = { limit: 100 }) =>
  readStory(register.pool, { ...ofPeriod(), ...page });

async function play(): Promise<void> {
  await ladder.sendPrompts({ ...stepOf(committee, 'prompt', DECEMBER.prompt), batch: ALL });
  await sendDue(register.pool, 'smtp://127.0.0.1:1', {
    transport: { send: async () => ({ outcome: 'sent', answer: '250' }), close: () => {} },
    now: async () => DECEMBER.prompt,
  });
  const at = '2020-12-10T03:00:00.000Z';
  await takeSubmission(register.pool, report(committee, 'ana', 'p-ana', at));
  await excuse(register.pool, {
    ...decidedByChair(committee, '2020-12-11T03:00:00.000Z'),
    decision: { obligations: [committee.owed('binh')], reason: 'Nghỉ ốm', ground: 'sickness' },
    compose: () => [],
    composeReversed: () => [],
  });
  await ladder.fallDue(stepOf(committee, 'due', DECEMBER.due));
}

test('a period is told in the order of the log: letters by kind, who handed in, who decided and why', async () => {
  await play();
  const { items, next } = await story();
  expect(next).toBeNull();
  expect(items.map(({ action, about }) => [action, about])).toEqual([
    ['period-opened', null],
    ['letter-sent', 'prompt'],
    ['submission-taken', null],
    ['obligation-excused', null],
    ['fell-due', null],
  ]);
  const [, prompts, taken, excused] = items;
  expect(prompts?.n).toBeGreaterThan(1);
  expect(prompts?.receivers).toHaveLength(prompts?.n ?? 0);
  expect(taken).toMatchObject({
    partyCount: 1,
    submission: { kind: 'report', channel: 'link' },
    deliverable: 'report',
    detail: { late: false },
  });
  expect(excused?.decision).toMatchObject({
    kind: 'excuse',
    capacity: 'chair',
    reason: 'Nghỉ ốm',
  });
});

test('a page ends where the next begins', async () => {
  await play();
  const whole = await story();
  const first = await story({ limit: 2 });
  const second = await story({ limit: 100, cursor: first.next ?? '' });
  expect([...first.items, ...second.items]).toEqual(whole.items);
});

test('a letter that has not left is told as waiting, and nothing of another period is told', async () => {
  await ladder.sendPrompts({ ...stepOf(committee, 'prompt', DECEMBER.prompt), batch: ALL });
  const { items } = await story();
  expect(items.map(({ action }) => action)).toEqual(['period-opened', 'letter-written']);
  const other = await readStory(register.pool, {
    ...ofPeriod(),
    periodKey: '2020-12-28',
    limit: 10,
  } as Parameters<typeof readStory>[1]);
  expect(other.items).toEqual([]);
});

test('a digest’s story names whom its proposals are about', async () => {
  const missed = committee.owed('ana');
  await recordFinding(register.pool, committee, missed);
  const at = '2020-12-30T06:00:00.000Z';
  const digestId = await committee.open('2020-12-28', at);
  await register.pool.query(
    `insert into digest (period_id, notice_id, drafted_at, draft) values ($1, $2, $3, '{}')`,
    [digestId, committee.id, at],
  );
  const id = randomUUID();
  await inTransaction(register.pool, async (transaction) => {
    await transaction.query(
      `insert into proposal (id, notice_id, digest_id, person_id, party_id, process_id, misses_in_a_row, misses_in_all, missed, proposed, entered_at)
       values ($1, $2, $3, 'p-ana', 'ana', 'reports', 1, 1, array[$4], 'remind', $5)`,
      [id, committee.id, digestId, missed, at],
    );
    await appendLog(transaction, committee.id, at, [
      { actor: 'engine', action: 'handling-proposed', subject: id, detail: { proposed: 'remind' } },
    ]);
  });
  const of = { ...ofPeriod(), periodKey: '2020-12-28', limit: 100 };
  const { items } = await readStory(register.pool, of as Parameters<typeof readStory>[1]);
  expect(items.at(-1)).toMatchObject({ action: 'handling-proposed', parties: ['Title of ana'] });
});

test('every row of the log belongs to a story', async () => {
  await play();
  expect(await untoldRows(register.pool, committee.id)).toEqual([]);
  await inTransaction(register.pool, (transaction) =>
    appendLog(transaction, committee.id, DECEMBER.due, [
      { actor: 'engine', action: 'letter-sent', subject: 'of nobody' },
    ]),
  );
  expect(await untoldRows(register.pool, committee.id)).toHaveLength(1);
});
