import { beforeAll, expect, test } from 'vitest';
import type { DigestDraft } from '../../contracts/digest.ts';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { laterStart } from './laterStart.ts';
import { type Caller, openStage } from './stage.ts';
import { DIGEST, memberUnder, storyCommittee } from './storyCommittee.ts';

// December 2022: one member sends the report of the period before once more, another confirms three times in a row that
// there is nothing to report. Both reported, so nothing is found; both are named. Then the notice ends, and closes.

const MEMBERS = ['copying', 'idle', 'fresh'] as const;
type Member = (typeof MEMBERS)[number];
const { release } = smallCommittee('december-2022', 0).settings;
const notice = storyCommittee('december-2022', {
  posts: MEMBERS.map((member) => memberUnder('deputy', member)),
  settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
  directives: [DIGEST],
  parts: laterStart('2022-11-17', '2022-12-31'),
});
const stage = openStage(notice);
const { until, letters, rows } = stage;
let office: Caller;
beforeAll(async () => {
  office = await stage.as('office', 'p-office');
});

const inWords = (period: string, member: Member, body: string) =>
  stage.fillIn(letters('prompt', member).at(-1), {
    kind: 'report',
    obligation: `${notice.id}/reports/${period}/${member}`,
    body,
  });
const nothing = (period: string, member: Member) =>
  stage.fillIn(letters('prompt', member).at(-1), {
    kind: 'nothing',
    'confirm-nothing': 'yes',
    obligation: `${notice.id}/reports/${period}/${member}`,
  });
/** The day of the lock: the office has looked through its book. */
async function certify(day: string) {
  await until(day, '08:00');
  await stage.fillIn(letters('prompt', 'office').at(-1), {
    book: 'yes',
    tray: 'yes',
    zalo: 'yes',
    comment: '',
  });
}
/** What the digest of a day has on the reports, once it is with the chair, and the letter that the chair has of it. */
async function digestOf(day: string) {
  await until(day, '14:00');
  await office.post(`/notices/${notice.id}/processes/digest/periods/${day}/digest/release`, {
    reason: 'Đã duyệt',
  });
  await until(day, '16:30');
  const [digest] = await rows<{ draft: DigestDraft }>(
    'select draft from digest where period_id = $1',
    [`${notice.id}/digest/${day}`],
  );
  return {
    totals: digest?.draft.reports.at(-1)?.totals,
    text: letters('digest', 'chair').at(-1)?.text.replaceAll(/\s+/g, ' '),
  };
}
const NOTHING_IN_A_ROW = 'NHIỀU KỲ LIÊN TIẾP “KHÔNG CÓ NỘI DUNG BÁO CÁO”';
const REPORTED_IN_TIME = { owed: 3, onTime: 3, late: 0, missing: 0, nothing: 1 };

test('one period in, nobody is named: there is nothing to compare with and no row yet', async () => {
  await until('2022-11-25', '10:00');
  await inWords('2022-11-28', 'copying', 'Đã kiểm tra hai xã; đường thôn 3 còn vướng.');
  await nothing('2022-11-28', 'idle');
  await inWords('2022-11-28', 'fresh', 'Xã An Nông đạt 17 tiêu chí.');
  // everybody is in: the office is not asked whether anything lies about
  const { totals, text } = await digestOf('2022-11-30');
  expect(totals).toMatchObject(REPORTED_IN_TIME);
  expect(text).not.toContain('trùng nguyên văn');
  expect(text).not.toContain(NOTHING_IN_A_ROW);
});

test('the same words again, whatever became of spacing and capitals, are named as a copy', async () => {
  await until('2022-12-13', '10:00');
  await inWords('2022-12-14', 'copying', 'ĐÃ KIỂM TRA HAI XÃ;  Đường thôn 3 còn vướng');
  await nothing('2022-12-14', 'idle');
  await inWords('2022-12-14', 'fresh', 'Xã An Nông đạt 18 tiêu chí.');
  const { totals, text } = await digestOf('2022-12-16');
  expect(totals).toMatchObject(REPORTED_IN_TIME);
  expect(text).toContain('Chức danh copying (ông copying): trùng nguyên văn với báo cáo kỳ trước');
  expect(text).not.toContain('báo cáo tổng hợp cuối cùng');
  expect(text).not.toContain(NOTHING_IN_A_ROW);
});

test('three times nothing to report is named and counted apart; only silence is found', async () => {
  await until('2022-12-27', '10:00');
  await inWords('2022-12-28', 'copying', 'Đã kiểm tra hai xã; đường thôn 3 còn vướng.');
  await nothing('2022-12-28', 'idle');
  await certify('2022-12-29');
  const { totals, text } = await digestOf('2022-12-30');
  expect(totals).toMatchObject({ owed: 3, onTime: 2, late: 0, missing: 1, nothing: 1 });
  expect(text).toContain(NOTHING_IN_A_ROW);
  expect(text).toContain('Chức danh idle (ông idle): 3 kỳ liên tiếp');
  expect(text).toContain('Chức danh copying (ông copying): trùng nguyên văn 2 kỳ liên tiếp');
  expect(text).toContain('Đây là báo cáo tổng hợp cuối cùng');
  expect(text).toMatch(/Báo cáo: Chức danh fresh \(ông fresh\), hạn 28\/12\/2022/);
  const found = await rows(
    'select o.party_id, o.period_id from finding f join obligation o on o.id = f.obligation_id',
  );
  expect(found).toEqual([{ party_id: 'fresh', period_id: `${notice.id}/reports/2022-12-28` }]);
  for (const letter of letters('round', 'deputy')) {
    expect(letter.text).toContain('ông fresh');
    expect(letter.text).not.toContain('ông idle');
  }
});

async function running(): Promise<string[]> {
  const ids: string[] = [];
  const query = `ExecutionStatus = 'Running'`;
  for await (const { workflowId } of stage.trial.client.workflow.list({ query })) {
    ids.push(workflowId);
  }
  return ids;
}

test('with the year the notice ends: what is left closes, and nothing hangs', async () => {
  await until('2023-02-28', '18:00');
  expect(await rows('select state from notice')).toEqual([{ state: 'closed' }]);
  expect(await rows(`select id, state from process where state <> 'done'`)).toEqual([]);
  expect(await rows(`select id, state from period where state in ('open', 'paused')`)).toEqual([]);
  expect(await rows(`select id from obligation where outcome = 'open'`)).toEqual([
    { id: `${notice.id}/reports/2022-12-28/fresh` }, // no report, for good: the record says so and asks no more
  ]);
  expect(await rows(`select id from letter where state not in ('sent', 'stopped')`)).toEqual([]);
  await expect.poll(running, { timeout: 20_000 }).toEqual([]); // Temporal's list lags behind
  expect(await rows('select workflow_id from clock_wait')).toEqual([]);
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
