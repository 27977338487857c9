import { beforeAll, expect, test } from 'vitest';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { type Caller, openStage } from './stage.ts';
import { DIGEST, memberUnder, storyCommittee } from './storyCommittee.ts';

// The committee concludes on 11/11/2020 and its first reports are due three days later: a period for trying out. Nobody
// is found in it, nothing climbs, and it is not one of the two first periods whose letters to superiors the office holds.

const MEMBERS = ['diligent', 'silent'] as const;
const notice = storyCommittee('trial-2020', {
  posts: MEMBERS.map((id) => memberUnder('deputy', id)),
  directives: [DIGEST],
});
const REPORTS = `${notice.id}/reports`;
const stage = openStage(notice);
const { until, letters, rows } = stage;
let office: Caller;
beforeAll(async () => {
  office = await stage.as('office', 'p-office');
});

const report = (key: string, member: (typeof MEMBERS)[number]) =>
  stage.fillIn(letters('prompt', member).at(-1), {
    kind: 'report',
    obligation: `${REPORTS}/${key}/${member}`,
    body: 'Đã kiểm tra hai xã.',
  });
const certify = () =>
  stage.fillIn(letters('prompt', 'office').at(-1), {
    book: 'yes',
    tray: 'yes',
    zalo: 'yes',
    comment: '',
  });
const releaseDigest = (key: string) =>
  office.post(`/notices/${notice.id}/processes/digest/periods/${key}/digest/release`, {
    reason: 'Đã duyệt',
  });
/** The rungs of a period by whom they went to, and whether each waited for the office's release. */
const climbs = (key: string) =>
  rows<{ recipient: string; held: boolean; released: boolean }>(
    `select c.recipient_id as recipient, c.needs_release as held, c.released_at is not null as released
     from climb c join obligation o on o.id = c.obligation_id where o.period_id = $1 order by c.taken_at, c.rung`,
    [`${REPORTS}/${key}`],
  );

test('the start page of a rehearsal leads to where its letters are read, once that is open', async () => {
  const { trial } = stage;
  const start = async () => {
    const headers = { cookie: `dondoc-session=${trial.adminToken}` };
    return (await fetch(trial.apiUrl, { headers })).text();
  };
  expect(await start()).not.toContain('Hộp thư cục bộ');
  trial.readsMailAt('http://127.0.0.1:8025');
  expect(await start()).toContain('<a href="http://127.0.0.1:8025">Hộp thư cục bộ</a>');
});

test('the first prompt says that its period is for trying out, and threatens nothing', async () => {
  await until('2020-11-12', '09:00');
  const [prompt] = letters('prompt', 'silent');
  expect(prompt?.text).toContain('kỳ làm thử');
  expect(prompt?.text).not.toContain('coi như không đi chỉ đạo');
  expect(prompt?.text).not.toContain('Chức danh deputy');
  expect(await report('2020-11-14', 'diligent')).toContain('Đúng hạn');
});

test('its due time and what would have been its lock pass, and nobody is found or told of', async () => {
  await until('2020-11-16', '12:00');
  expect(await rows('select id from finding')).toEqual([]);
  expect(await climbs('2020-11-14')).toEqual([]);
  for (const superior of ['deputy', 'third', 'chair']) {
    expect(letters('round', superior)).toEqual([]);
  }
});

test('the digest tells of it apart: what came, what did not, and no rate, no miss and no proposal', async () => {
  await until('2020-11-16', '13:30');
  await releaseDigest('2020-11-16');
  await until('2020-11-16', '16:00');
  const [digest] = letters('digest', 'chair');
  expect(digest?.text).toContain('Kỳ làm thử: có nhắc, không ghi nhận.');
  expect(digest?.text).toContain('Phải báo cáo 2: đúng hạn 1, muộn 0, chưa có báo cáo 1');
  expect(digest?.text).not.toContain('Tỷ lệ đúng hạn');
  expect(digest?.text).not.toContain('chưa xác nhận'); // nobody asked the office to
  expect(digest?.text).toContain('Kỳ này không có đề xuất');
});

test('who reported in it and who did not stand in no rate', async () => {
  const { items } = await office.get<{
    items: { group: string; owed: number; timeliness: number | null; statuses: object }[];
  }>(`/notices/${notice.id}/rates?by=party&process=reports`);
  const told = items.filter(({ group }) => MEMBERS.some((member) => member === group));
  expect(told).toEqual(
    MEMBERS.map((group) =>
      expect.objectContaining({
        group,
        owed: 0,
        completion: null,
        timeliness: null,
        statuses: { trial: 1 },
      }),
    ),
  );
});

test('what comes late in it is taken, and stands apart like the rest', async () => {
  expect(await report('2020-11-14', 'silent')).toContain('16 giờ 00 ngày 16/11/2020');
  const { items } = await office.get<{ items: { statuses: object }[] }>(
    `/notices/${notice.id}/rates?by=party&process=reports`,
  );
  expect(items.map(({ statuses }) => statuses)).toEqual(MEMBERS.map(() => ({ trial: 1 })));
});

test('in the first two periods that count, letters to superiors wait for the office', async () => {
  for (const [lock, round] of [
    ['2020-11-30', '2020-11-28'],
    ['2020-12-15', '2020-12-14'],
  ] as const) {
    await until(lock, '08:00');
    await certify();
    await until(lock, '11:40');
    expect(await climbs(round)).toEqual([
      { recipient: 'deputy', held: true, released: false },
      { recipient: 'deputy', held: true, released: false },
    ]);
    expect(letters('round', 'deputy')).toEqual([]);
  }
});

test('in the third they go out by themselves', async () => {
  await until('2020-12-29', '08:00');
  await certify();
  await until('2020-12-29', '11:40');
  expect(await climbs('2020-12-28')).toEqual([
    { recipient: 'deputy', held: false, released: false },
    { recipient: 'deputy', held: false, released: false },
  ]);
  expect(letters('round', 'deputy').map(({ text }) => text.includes('28/12/2020'))).toEqual([true]);
});

test('the row of misses begins after the trial', async () => {
  await until('2020-12-30', '13:30');
  await releaseDigest('2020-12-30');
  await until('2020-12-30', '16:00');
  const last = letters('digest', 'chair').at(-1)?.text;
  expect(last).toContain('(ông silent): 3 kỳ liên tiếp, tổng số 3 kỳ');
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
