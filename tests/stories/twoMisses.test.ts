import { expect, test } from 'vitest';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { linkIn } from './mailReader.ts';
import { openStage } from './stage.ts';
import { storyNotice } from './storyNotice.ts';

// Somebody misses twice in a row; the digest proposes, the chair asks for an explanation, it is handed in. On a real
// Temporal server, database and mail server, judged from the letters and the register, in the order of the chapters.

const notice = storyNotice();
const stage = openStage(notice);
const { until, letters, rows } = stage;
const EXPLANATION = 'story-2020/reports/2020-12-21-explanation-silent';

const everybodyButSilent = async (period: string): Promise<void> => {
  for (const member of ['in-time', 'late', 'extended', 'excused', 'bouncing'] as const) {
    await stage.fillIn(letters('prompt', member).at(-1), {
      kind: 'report',
      obligation: `story-2020/reports/${period}/${member}`,
      body: 'Đã làm.',
    });
  }
};
const certify = async (): Promise<void> => {
  const ticks = { book: 'yes', tray: 'yes', zalo: 'yes', comment: '' };
  await stage.fillIn(letters('prompt', 'office').at(-1), ticks);
};
const release = async (day: string): Promise<void> => {
  const office = await stage.as('office', 'p-office');
  const path = `/notices/story-2020/processes/digest/periods/${day}/digest/release`;
  await office.post(path, { reason: 'Đã duyệt' });
};
const proposals = () =>
  rows<{ id: string; proposed: string; misses: number; state: string; why: string | null }>(
    `select id, proposed, misses_in_a_row as misses, state, withdrawn_why as why from proposal
     where person_id = 'p-silent' order by entered_at`,
  );
const standing = async () =>
  (await proposals()).map(({ proposed, misses, state, why }) => [proposed, misses, state, why]);

test('all but one report in time', async () => {
  await until('2020-11-26', '10:00');
  await everybodyButSilent('2020-11-28');
  const open = await rows(
    `select party_id from obligation where period_id = $1 and track = 'main' and outcome = 'open'`,
    ['story-2020/reports/2020-11-28'],
  );
  expect(open).toEqual([{ party_id: 'silent' }]);
});

test('one miss: a reminder is proposed, about the office too, and shown to the chair with the released digest alone', async () => {
  await until('2020-11-30', '10:00');
  await certify();
  await until('2020-11-30', '14:00');
  expect(await standing()).toEqual([['remind', 1, 'open', null]]);
  const chair = await stage.as('head', 'p-chair');
  const shown = () => chair.get<{ items: { personId: string }[] }>('/notices/story-2020/proposals');
  expect((await shown()).items).toEqual([]);
  await release('2020-11-30');
  // nobody released the digest of the trial period either
  expect((await shown()).items.map(({ personId }) => personId)).toEqual(['p-office', 'p-silent']);
});

test('nobody decides, a second miss follows: an explanation is proposed in its place', async () => {
  await until('2020-12-10', '10:00');
  await everybodyButSilent('2020-12-14');
  await until('2020-12-15', '10:00');
  await certify();
  await until('2020-12-16', '14:00');
  expect(await standing()).toEqual([
    ['remind', 1, 'withdrawn', 'proposed-anew'],
    ['ask-for-explanation', 2, 'open', null],
  ]);
  await release('2020-12-16');
  await until('2020-12-16', '15:00');
  const digest = letters('digest', 'chair').at(-1)?.text.replaceAll(/\s+/g, ' ');
  expect(digest).toContain('đề nghị giải trình');
  expect(digest).toContain('chưa có ý kiến quyết định; nay đề xuất lại như trên');
});

test('the chair asks for an explanation from the desk, and the person is told on which record', async () => {
  const [, second] = await proposals();
  await stage.fillIn(letters('digest', 'chair').at(-1), {
    act: 'decide-proposal',
    proposal: second?.id ?? '',
    handling: 'ask-for-explanation',
    dueDate: '2020-12-21',
    reason: 'Hai kỳ liền chưa có báo cáo.',
  });
  await until('2020-12-16', '16:00');
  const told = letters('handling-decided', 'silent').at(-1)?.text.replaceAll(/\s+/g, ' ');
  expect(told).toContain('Chức danh chair đã có ý kiến');
  expect(told).toContain('Sổ theo dõi ghi 2 kỳ liên tiếp chưa có báo cáo');
  for (const day of ['28/11/2020', '14/12/2020', '21/12/2020']) expect(told).toContain(day);
});

test('the explanation is asked for with its outline, handed in on its page, and reaches the desk', async () => {
  const prompt = letters('prompt', 'silent').at(-1);
  expect(prompt?.text.replaceAll(/\s+/g, ' ')).toContain('văn bản giải trình');
  const page = await (await fetch(linkIn(prompt))).text();
  expect(page).toContain('name="body"');
  expect(page).not.toContain('confirm-nothing');
  await stage.fillIn(prompt, {
    kind: 'report',
    obligation: `${EXPLANATION}/silent:explanation`,
    body: 'Tôi nhận khuyết điểm, đã gửi bù báo cáo.',
  });
  const [due] = await rows<{ outcome: string }>(
    'select outcome from obligation where period_id = $1',
    [EXPLANATION],
  );
  expect(due).toEqual({ outcome: 'on-time' });
  const desk = await fetch(linkIn(letters('digest', 'chair').at(-1)));
  expect(await desk.text()).toContain('Tôi nhận khuyết điểm');
});

test('the next digest says what became of it; an explanation is no report, so the row goes on', async () => {
  await until('2020-12-24', '10:00');
  await everybodyButSilent('2020-12-28');
  await until('2020-12-29', '10:00');
  await certify();
  await until('2020-12-30', '14:00');
  await release('2020-12-30');
  await until('2020-12-30', '15:00');
  const digest = letters('digest', 'chair').at(-1)?.text.replaceAll(/\s+/g, ' ');
  expect(digest).toContain('đề nghị giải trình (Chức danh chair');
  expect(digest).toContain('đã gửi giải trình');
  expect((await standing()).at(-1)).toEqual(['ask-for-explanation', 3, 'open', null]);
});

test('the explanation’s period closes, and the record agrees with the plan', async () => {
  await until('2021-01-08', '18:00');
  const [period] = await rows<{ state: string }>('select state from period where id = $1', [
    EXPLANATION,
  ]);
  expect(period).toEqual({ state: 'closed' });
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
