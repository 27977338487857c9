import { beforeAll, expect, test } from 'vitest';
import type { PersonFile } from '../../db/reading/personFile.ts';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { linkIn } from './mailReader.ts';
import { type Caller, openStage } from './stage.ts';
import { memberUnder, storyCommittee } from './storyCommittee.ts';

// Two posts change hands in the middle of the period of 14/12/2020: one with the reminder still ahead, the other in the
// last hours. Both predecessors have missed the period before.

const { release } = smallCommittee('hand-over-2020', 0).settings;
const notice = storyCommittee('hand-over-2020', {
  posts: ['early', 'last-minute'].map((id) => memberUnder('deputy', id)),
  settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
});
const PERIOD = `${notice.id}/reports/2020-12-14`;
const stage = openStage(notice);
const { at, until, letters, rows } = stage;
let office: Caller;
beforeAll(async () => {
  office = await stage.as('office', 'p-office');
});

const certify = () =>
  stage.fillIn(letters('prompt', 'office').at(-1), {
    book: 'yes',
    tray: 'yes',
    zalo: 'yes',
    comment: '',
  });
const handOver = (post: string) =>
  office.post(`/notices/${notice.id}/parties/${post}/holder`, {
    holder: { id: `${post}-2`, name: `bà ${post}`, address: `new-${post}@example.test` },
    reason: 'Quyết định điều động cán bộ',
  });
const findings = (period: string) =>
  rows<{ party: string; state: string; doubts: string[] }>(
    `select o.party_id as party, f.state, f.doubts from finding f join obligation o on o.id = f.obligation_id
     where o.period_id = $1 and o.track = 'main' order by 1`,
    [period],
  );
const missesOf = async (person: string) => {
  const file = await office.get<PersonFile>(`/notices/${notice.id}/people/${person}/file`);
  return [file.misses.missesInARow, file.misses.missesInAll];
};
const statusOf = async (url: string) => (await fetch(url)).status;

test('in the period before, both are silent and found', async () => {
  await until('2020-11-30', '08:00');
  await certify();
  await until('2020-12-01', '12:00');
  expect(await findings(`${notice.id}/reports/2020-11-28`)).toEqual([
    { party: 'early', state: 'recorded', doubts: [] },
    { party: 'last-minute', state: 'recorded', doubts: [] },
  ]);
  expect(await missesOf('p-early')).toEqual([1, 1]);
});

test('between prompt and due time a post changes hands: the newcomer gets one letter with what is open', async () => {
  await until('2020-12-11', '09:00');
  expect(letters('prompt', 'early').at(-1)?.text).toContain('14/12/2020');
  await handOver('early');
  await until('2020-12-11', '12:00');
  const toNewcomer = stage.mail.filter(({ to }) => to === 'new-early');
  expect(toNewcomer.map(({ kind }) => kind)).toEqual(['hand-over']);
  const text = toNewcomer[0]?.text.replaceAll(/\s+/g, ' ');
  expect(text).toContain('Đồng chí bà early');
  expect(text).toContain('hết ngày 14/12/2020 (thứ Hai)');
  expect(text).toContain('hết ngày 28/11/2020 (thứ Bảy); đã quá hạn, vẫn được nhận');
  expect(text).toContain('số kỳ chưa có báo cáo tính lại từ đầu');
  expect(text).not.toContain('14/11/2020'); // the trial, over and asked of nobody any more
});

test('the links that the predecessor was sent open nothing any more; the newcomer’s does', async () => {
  for (const letter of letters('prompt', 'early')) expect(await statusOf(linkIn(letter))).toBe(410);
  expect(await statusOf(linkIn(letters('hand-over', 'new-early')[0]))).toBe(200);
});

test('further reminders go to the newcomer alone', async () => {
  await until('2020-12-14', '09:00');
  expect(letters('remind', 'new-early')).toHaveLength(1);
  expect(letters('remind', 'early').filter(({ text }) => text.includes('14/12/2020'))).toEqual([]);
  expect(letters('remind', 'last-minute').at(-1)?.text).toContain('14/12/2020');
});

test('the other post changes hands on the due day, after the last reminder', async () => {
  await until('2020-12-14', '15:00');
  await handOver('last-minute');
  await until('2020-12-14', '16:00');
  expect(letters('hand-over', 'new-last-minute')).toHaveLength(1);
});

test('at the lock silence counts for whoever had the letter in time, and not for whoever got it too late', async () => {
  await until('2020-12-15', '08:00');
  await certify();
  await until('2020-12-15', '11:40');
  expect(await findings(PERIOD)).toEqual([
    { party: 'early', state: 'recorded', doubts: [] },
    { party: 'last-minute', state: 'withheld', doubts: ['outline-late'] },
  ]);
  const toDeputy = letters('round', 'deputy').at(-1)?.text;
  expect(toDeputy).toContain('bà early');
  expect(toDeputy).not.toContain('last-minute');
});

test('the misses before the hand-over stay with the predecessor, in the file and in the count', async () => {
  expect(await missesOf('early-2')).toEqual([1, 1]);
  expect(await missesOf('last-minute-2')).toEqual([0, 0]);
  expect(await missesOf('p-early')).toEqual([1, 1]);
  expect(await missesOf('p-last-minute')).toEqual([1, 1]);
  const { obligations } = await office.get<PersonFile>(`/notices/${notice.id}/people/p-early/file`);
  expect(obligations.map(({ id }) => id)).not.toContain(`${PERIOD}/early`);
});

test('the newcomer hands in late from the letter that came; the record agrees with the plan', async () => {
  const page = await stage.fillIn(letters('overdue', 'new-early').at(-1), {
    kind: 'report',
    obligation: `${PERIOD}/early`,
    body: 'Vừa nhận nhiệm vụ, xin gửi báo cáo.',
  });
  expect(page).toContain('Đã nhận');
  const handedIn = await rows(
    `select s.signed_by, s.received_at, o.outcome from submission s join submission_obligation so on so.submission_id = s.id
     join obligation o on o.id = so.obligation_id where o.id = $1`,
    [`${PERIOD}/early`],
  );
  expect(handedIn).toEqual([
    { signed_by: 'early-2', received_at: at('2020-12-15', '11:40'), outcome: 'late' },
  ]);
  await until('2020-12-24', '18:00');
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
