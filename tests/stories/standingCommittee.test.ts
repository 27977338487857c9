import { beforeAll, expect, test } from 'vitest';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { linkIn } from './mailReader.ts';
import { type Caller, openStage } from './stage.ts';
import { flat, storyActs } from './storyActs.ts';
import { assumed, memberUnder, storyCommittee } from './storyCommittee.ts';

// The head of a cluster sits on the Standing Committee: no deputy is above him, and the subcommittee that he leads too
// stands under himself. He is silent in both capacities, and so is an ordinary member.

const { release } = smallCommittee('standing-2020', 0).settings;
const notice = storyCommittee('standing-2020', {
  posts: [
    memberUnder('chair', 'cluster'),
    { id: 'subhead', supervisor: 'cluster', member: false, holder: 'p-cluster' },
    memberUnder('deputy', 'plain'),
  ],
  settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
  parts: {
    subcommittees: {
      provenance: assumed,
      list: [{ id: 's', name: 'Tiểu ban', head: 'subhead' }],
    },
  },
});
const KEY = '2020-11-28';
const owed = (party: string) => `${notice.id}/reports/${KEY}/${party}`;
const stage = openStage(notice);
const { until, letters, rows } = stage;
const { certify, findings, logged } = storyActs(stage, notice.id);
const tokens = {} as Record<'office' | 'third' | 'deputy' | 'chair' | 'cluster' | 'plain', Caller>;
beforeAll(async () => {
  tokens.office = await stage.as('office', 'p-office');
  for (const who of ['third', 'deputy', 'cluster', 'plain'] as const) {
    tokens[who] = await stage.as('supervisor', `p-${who}`);
  }
  tokens.chair = await stage.as('head', 'p-chair');
});
const findingOf = async (party: string): Promise<string> =>
  (await findings(KEY)).get(party)?.id ?? '';
const reason = 'Đã đối chiếu sổ công văn đến';

test('at the lock both silent capacities go to the chair at once, and to nobody below', async () => {
  await until('2020-11-30', '08:00');
  await certify();
  await until('2020-11-30', '11:20');
  expect(
    await rows('select obligation_id, rung, recipient_id, why from climb order by obligation_id'),
  ).toEqual([
    {
      obligation_id: owed('cluster'),
      rung: 'deputy',
      recipient_id: 'chair',
      why: 'supervisor',
    },
    { obligation_id: owed('plain'), rung: 'deputy', recipient_id: 'deputy', why: 'supervisor' },
    { obligation_id: owed('subhead'), rung: 'deputy', recipient_id: 'chair', why: 'next-up' },
  ]);
});

test('the chair has one letter in which the two capacities are one case', async () => {
  await until('2020-11-30', '11:40');
  const [toChair, ...more] = letters('round', 'chair');
  expect(more).toEqual([]);
  expect(flat(toChair)).toContain('Chức danh cluster; Chức danh subhead (ông cluster)');
  expect(toChair?.text).not.toContain('Chức danh plain');
  expect(letters('round', 'cluster')).toEqual([]);
  expect(letters('round', 'deputy').map(({ text }) => text.includes('cluster'))).toEqual([false]);
});

test('the words are released by the office or the third deputy, and by nobody else', async () => {
  const path = `/findings/${await findingOf('cluster')}/release`;
  for (const who of ['deputy', 'chair', 'cluster'] as const) {
    expect(await tokens[who].refused(path, { reason })).toEqual({
      status: 403,
      detail: expect.stringContaining(
        who === 'cluster' ? 'nobody decides for himself' : 'office or third',
      ),
    });
  }
  expect(letters('finding-released', 'cluster')).toEqual([]);
});

test('held back they do not go out, and stand as recorded', async () => {
  await tokens.office.post(`/findings/${await findingOf('cluster')}/hold`, {
    reason: 'Chờ xác minh với văn thư',
  });
  await until('2020-12-01', '09:00');
  expect((await findings(KEY)).get('cluster')).toMatchObject({ state: 'recorded', held: true });
  expect(letters('finding-released', 'cluster')).toEqual([]);
});

test('the third deputy releases them, and the letter says whose words, on what evidence, released by whom', async () => {
  await tokens.third.post(`/findings/${await findingOf('cluster')}/release`, { reason });
  await until('2020-12-01', '09:30');
  const letter = flat(letters('finding-released', 'cluster')[0]);
  expect(letter).toContain('chưa có báo cáo');
  expect(letter).toContain('“coi như không đi chỉ đạo”');
  expect(letter).toContain('Chức danh third đã duyệt');
  expect(letter).toContain('08 giờ 00 ngày 25/11/2020'); // the prompt that he had
  expect(letters('finding-released', 'plain')).toEqual([]);
});

test('he answers by the link in it; nobody answers in his place', async () => {
  const finding = await findingOf('cluster');
  const body = 'Tôi đi kiểm tra tại xã cả tuần, báo cáo gửi qua Zalo.';
  for (const who of ['plain', 'third', 'chair'] as const) {
    expect(await tokens[who].refused(`/findings/${finding}/answer`, { body })).toEqual({
      status: 403,
      detail: expect.stringContaining('the person found answers'),
    });
  }
  await stage.fillIn(letters('finding-released', 'cluster')[0], { body });
  const kept = await tokens.office.get<{ state: string; answers: { body: string }[] }>(
    `/findings/${finding}`,
  );
  expect(kept.state).toBe('released');
  expect(kept.answers.map((answer) => answer.body)).toEqual([body]);
  const desk = await (await fetch(linkIn(letters('round', 'chair')[0]))).text();
  expect(desk).toContain(body);
});

test('the chair alone reverses it; whoever releases, supervises others or is found does not', async () => {
  const finding = await findingOf('cluster');
  const path = `/findings/${finding}/reverse`;
  for (const who of ['office', 'third', 'deputy', 'cluster'] as const) {
    expect((await tokens[who].refused(path, { reason })).status).toBe(403);
  }
  expect((await findings(KEY)).get('cluster')?.state).toBe('released');
  await tokens.chair.post(path, { reason: 'Đồng chí đã đi kiểm tra tại xã' });
  expect((await findings(KEY)).get('cluster')?.state).toBe('reversed');
  expect((await findings(KEY)).get('subhead')?.state).toBe('recorded');
});

test('the deputy holds the next rung of his own member, once and not for long', async () => {
  const hold = { obligations: [owed('plain')], rung: 'chair', reason: 'Đang đôn đốc trực tiếp' };
  const path = '/obligations/decisions/hold';
  expect((await tokens.cluster.refused(path, { ...hold, workingDays: 1 })).status).toBe(403);
  expect((await tokens.office.refused(path, { ...hold, workingDays: 1 })).status).toBe(403);
  expect((await tokens.deputy.refused(path, { ...hold, workingDays: 4 })).status).toBe(422);
  await tokens.deputy.post(path, { ...hold, workingDays: 2 });
  expect((await tokens.deputy.refused(path, { ...hold, workingDays: 1 })).status).toBe(409);
  await until('2020-12-02', '17:00');
  expect(letters('round', 'chair')).toHaveLength(1);
  await until('2020-12-03', '17:00');
  expect(letters('round', 'chair').map(({ text }) => text.includes('Chức danh plain'))).toEqual([
    false,
    true,
  ]);
});

test('whoever had got the words is told who reversed the finding', () => {
  expect(letters('finding-reversed', 'cluster')).toHaveLength(1);
  expect(flat(letters('finding-reversed', 'cluster')[0])).toContain('đồng chí Chức danh chair');
});

test('the finding stays in the log with all that was decided on it', async () => {
  expect(await logged(owed('cluster'), await findingOf('cluster'))).toEqual([
    'no-report-recorded',
    'rung-taken',
    'decided-hold-finding',
    'decided-release-finding',
    'finding-released',
    'decided-answer-finding',
    'decided-reverse-finding',
    'finding-reversed',
  ]);
  const log = await tokens.office.get<{ whole: boolean }>(`/notices/${notice.id}/log/verify`);
  expect(log.whole).toBe(true);
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
