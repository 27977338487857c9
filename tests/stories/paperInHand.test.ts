import { beforeAll, expect, test } from 'vitest';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { linkIn } from './mailReader.ts';
import { type Caller, openStage } from './stage.ts';
import { flat, storyActs } from './storyActs.ts';
import { DIGEST, memberUnder, storyCommittee } from './storyCommittee.ts';

// A report lay on paper in the office a day before it was due and was keyed in after everything had run its course: the
// finding, the notice's own words, the deputy's letter, the digest's proposal. Keying it in takes all of that back.

const { release } = smallCommittee('paper-2020', 0).settings;
const notice = storyCommittee('paper-2020', {
  posts: ['paper', 'silent'].map((id) => memberUnder('deputy', id)),
  settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
  directives: [DIGEST],
});
const PERIOD = `${notice.id}/reports/2020-11-28`;
const OWED = `${PERIOD}/paper`;
const stage = openStage(notice);
const { at, until, letters, rows } = stage;
const { certify, releaseDigest, findings, logged } = storyActs(stage, notice.id);
let office: Caller;
beforeAll(async () => {
  office = await stage.as('office', 'p-office');
});

const proposals = () =>
  rows<{ person: string; state: string; why: string | null }>(
    'select person_id as person, state, withdrawn_why as why from proposal order by entered_at, person_id',
  );
const counters = async () => {
  const counted = await rows<{ outcome: string; n: number }>(
    `select outcome, n from period_counter where period_id = $1 and track = 'main' and n > 0`,
    [PERIOD],
  );
  return Object.fromEntries(counted.map(({ outcome, n }) => [outcome, n]));
};

test('nothing is in the book, so silence is recorded of both and told to their deputy', async () => {
  await until('2020-11-30', '08:00');
  await certify();
  await until('2020-11-30', '11:40');
  const found = await findings('2020-11-28');
  expect([...found].map(([party, { state }]) => [party, state]).sort()).toEqual([
    ['paper', 'recorded'],
    ['silent', 'recorded'],
  ]);
  const [toDeputy] = letters('round', 'deputy');
  expect(toDeputy?.text).toContain('Chức danh paper');
  expect(toDeputy?.text).toContain('Chức danh silent');
});

test('the words go out, and the digest proposes a reminder for both, and for the office', async () => {
  for (const { id } of (await findings('2020-11-28')).values()) {
    await office.post(`/findings/${id}/release`, { reason: 'Đã đối chiếu sổ công văn đến' });
  }
  await until('2020-11-30', '14:00');
  expect(flat(letters('finding-released', 'paper')[0])).toContain('coi như không đi chỉ đạo');
  await releaseDigest('2020-11-30');
  await until('2020-11-30', '14:30');
  expect(await proposals()).toEqual([
    { person: 'p-office', state: 'open', why: null }, // nobody has released the digest of the 16th
    { person: 'p-paper', state: 'open', why: null },
    { person: 'p-silent', state: 'open', why: null },
  ]);
  expect(await counters()).toEqual({ open: 2 });
});

test('keying in needs its reason, and a time of receipt that has been', async () => {
  const paper = { obligations: [OWED], channel: 'paper', body: 'Báo cáo giấy' };
  const receivedAt = at('2020-11-27', '15:00');
  const { status } = await office.refused('/obligations/decisions/key-in', {
    ...paper,
    receivedAt,
  });
  expect(status).toBe(422);
  const tomorrow = { ...paper, receivedAt: at('2020-12-01', '08:00'), reason: 'Tìm thấy' };
  expect((await office.refused('/obligations/decisions/key-in', tomorrow)).status).toBe(422);
  expect(await counters()).toEqual({ open: 2 });
});

test('found in a tray and keyed in with its reason, the report was in time', async () => {
  await office.post('/obligations/decisions/key-in', {
    obligations: [OWED],
    channel: 'paper',
    receivedAt: at('2020-11-27', '15:00'),
    body: 'Báo cáo giấy, đóng dấu đến ngày 27/11/2020',
    signedBy: 'p-paper',
    reason: 'Bản giấy nằm ở khay của bộ phận một cửa, chưa kịp vào sổ',
  });
  const [owed] = await rows('select outcome, received_at, due_at from obligation where id = $1', [
    OWED,
  ]);
  expect(owed).toEqual({
    outcome: 'on-time',
    received_at: at('2020-11-27', '15:00'),
    due_at: at('2020-11-29', '00:00'),
  });
  expect(await counters()).toEqual({ open: 1, 'on-time': 1 });
  await until('2020-11-30', '15:00');
  const receipt = flat(letters('receipt', 'paper').at(-1));
  expect(receipt).toContain('15 giờ 00 ngày 27/11/2020');
  expect(receipt).toContain('đúng hạn');
});

test('that decision, by its name, withdraws the finding and the proposal resting on it', async () => {
  const [finding] = await rows(
    `select f.state, d.kind, d.actor, d.capacity, t.reason from finding f join decision d on d.id = f.decision_id
     left join decision_text t on t.decision_id = d.id where f.obligation_id = $1`,
    [OWED],
  );
  expect(finding).toEqual({
    state: 'reversed',
    kind: 'key-in',
    actor: expect.stringContaining('token:'),
    capacity: 'office',
    reason: 'Bản giấy nằm ở khay của bộ phận một cửa, chưa kịp vào sổ',
  });
  expect(await proposals()).toEqual([
    { person: 'p-office', state: 'open', why: null },
    { person: 'p-paper', state: 'withdrawn', why: 'no-miss' },
    { person: 'p-silent', state: 'open', why: null },
  ]);
  const desk = await (await fetch(linkIn(letters('digest', 'chair').at(-1)))).text();
  const [waiting = ''] = desk.split('Quyết định khác');
  expect(waiting).toContain('Chức danh silent');
  expect(waiting).not.toContain('Chức danh paper');
});

test('whoever reads the words that went out finds that they are withdrawn', async () => {
  const page = await (await fetch(linkIn(letters('finding-released', 'paper')[0]))).text();
  expect(page).toContain('đã rút lại bằng quyết định');
});

test('he is told so in a letter; whoever was really silent is not', async () => {
  const [told, ...more] = letters('finding-reversed', 'paper');
  expect(more).toEqual([]);
  expect(flat(told)).toContain('Chức danh office vào sổ lúc');
  expect(flat(told)).toContain('Ghi nhận này không còn được tính');
  expect(await (await fetch(linkIn(told))).text()).toContain('đã rút lại bằng quyết định');
  expect(letters('finding-reversed', 'silent')).toEqual([]);
});

test('the chair is told of the other one alone', async () => {
  await until('2020-12-01', '11:40');
  const [toChair, ...more] = letters('round', 'chair');
  expect(more).toEqual([]);
  expect(toChair?.text).toContain('Chức danh silent');
  expect(toChair?.text).not.toContain('Chức danh paper');
  expect(letters('round', 'deputy')).toHaveLength(1);
});

test('the row of misses is counted as if there had never been one', async () => {
  await until('2020-12-15', '08:00');
  await certify();
  await until('2020-12-16', '14:00');
  await releaseDigest('2020-12-16');
  await until('2020-12-16', '14:30');
  const { items } = await office.get<{
    items: { personId: string; missesInARow: number; missesInAll: number }[];
  }>(`/notices/${notice.id}/proposals?state=open`);
  const misses = items.map((one) => [one.personId, one.missesInARow, one.missesInAll]);
  expect(misses.sort()).toEqual([
    ['p-office', 1, 1],
    ['p-paper', 1, 1],
    ['p-silent', 2, 2],
  ]);
  const digest = flat(letters('digest', 'chair').at(-1));
  expect(digest).toContain('Chức danh silent (ông silent): 2 kỳ liên tiếp, tổng số 2 kỳ');
  expect(digest).not.toContain('Chức danh paper (ông paper): 2 kỳ liên tiếp');
});

test('the log holds all of it in its order and is unbroken', async () => {
  expect(await logged(OWED)).toEqual([
    'no-report-recorded',
    'rung-taken',
    'finding-released',
    'decided-key-in',
    'submission-taken',
    'finding-reversed',
  ]);
  const log = await office.get<{ whole: boolean }>(`/notices/${notice.id}/log/verify`);
  expect(log.whole).toBe(true);
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
