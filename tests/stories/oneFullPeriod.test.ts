import { beforeAll, expect, test } from 'vitest';
import type { DigestDraft } from '../../contracts/digest.ts';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { historiesText } from './historiesText.ts';
import type { ReadLetter } from './mailReader.ts';
import { type Caller, openStage } from './stage.ts';
import { type Member, storyNotice } from './storyNotice.ts';

// One period from the prompt to the chair, on a real Temporal server, database and mail server, judged from the letters
// and the register. The tests are the story's chapters and run in their order.

const notice = storyNotice();
const PERIOD = 'story-2020/reports/2020-11-28';
const stage = openStage(notice, {
  mailRules: (recipient) => (recipient.startsWith('bouncing@') ? 'bounce' : 'accept'),
});
const { at, until, letters } = stage;
let office: Caller;
let chair: Caller;
beforeAll(async () => {
  office = await stage.as('office', 'p-office');
  chair = await stage.as('head', 'p-chair');
});

const promptOf = (member: Member): ReadLetter | undefined => letters('prompt', member).at(-1);

const report = (member: Member, body: string): Promise<string> =>
  stage.fillIn(promptOf(member), { kind: 'report', obligation: `${PERIOD}/${member}`, body });

const outcomes = async (): Promise<Record<string, string>> => {
  const { rows } = await stage.trial.pool.query<{ party_id: string; outcome: string }>(
    `select party_id, outcome from obligation where period_id = $1 and track = 'main'`,
    [PERIOD],
  );
  return Object.fromEntries(rows.map(({ party_id, outcome }) => [party_id, outcome]));
};
const findings = async (): Promise<Record<string, { state: string; doubts: string[] }>> => {
  const { rows } = await stage.trial.pool.query<{
    party_id: string;
    state: string;
    doubts: string[];
  }>(
    `select o.party_id, f.state, f.doubts from finding f join obligation o on o.id = f.obligation_id where o.period_id = $1 and o.track = 'main'`,
    [PERIOD],
  );
  return Object.fromEntries(rows.map(({ party_id, ...finding }) => [party_id, finding]));
};

test('the trial period is prompted and never found', async () => {
  await until('2020-11-20', '12:00');
  expect(letters('prompt', 'silent')[0]?.text).toContain('Đây là kỳ làm thử');
  const { rows } = await stage.trial.pool.query(
    `select f.id from finding f join obligation o on o.id = f.obligation_id where o.process_id = 'reports'`,
  );
  expect(rows).toEqual([]);
});

test('three working days ahead everybody is prompted with the outline, and what bounces is known', async () => {
  await until('2020-11-25', '10:00');
  expect(promptOf('in-time')?.text).toContain('hết ngày 28/11/2020 (thứ Bảy)');
  expect(promptOf('in-time')?.text).toContain('Đề cương');
  const { rows } = await stage.trial.pool.query(
    `select person_id, state from letter where kind = 'prompt' and period_id = $1 and state <> 'sent'`,
    [PERIOD],
  );
  expect(rows).toEqual([{ person_id: 'p-bouncing', state: 'bounced' }]);
});

test('one reports by the link in the letter and gets a receipt', async () => {
  expect(await report('in-time', 'Đã kiểm tra hai xã.')).toContain('Đúng hạn');
  await until('2020-11-26', '08:30');
  expect(letters('receipt', 'in-time').at(-1)?.text).toContain('Đồng chí ông in-time');
});

test('before the due time the office excuses one for a mission, and the chair extends another', async () => {
  const obligations = (member: Member) => [`${PERIOD}/${member}`];
  await office.post('/obligations/decisions/excuse', {
    obligations: obligations('excused'),
    ground: 'mission',
    reason: 'Đi công tác tỉnh',
  });
  await chair.post('/obligations/decisions/extend', {
    obligations: obligations('extended'),
    dueDate: '2020-12-02',
    reason: 'Chờ số liệu của xã',
  });
  await until('2020-11-30', '09:00');
  expect(letters('extended', 'extended')[0]?.text).toContain('02/12/2020');
  expect(letters('remind', 'silent')).not.toEqual([]);
  expect(letters('overdue', 'silent').at(-1)?.text).toContain('28/11/2020');
  for (const member of ['in-time', 'excused', 'extended'] as const) {
    expect(letters('overdue', member).filter(({ text }) => text.includes('28/11/2020'))).toEqual(
      [],
    );
  }
});

test('nothing is found until the office has certified its book, then silence counts', async () => {
  await until('2020-11-30', '11:10');
  expect(await findings()).toEqual({});
  const ticks = { book: 'yes', tray: 'yes', zalo: 'yes', comment: '' };
  await stage.fillIn(letters('prompt', 'office').at(-1), ticks);

  await until('2020-11-30', '11:20');
  expect(await findings()).toEqual({
    late: { state: 'recorded', doubts: [] },
    silent: { state: 'recorded', doubts: [] },
    bouncing: { state: 'withheld', doubts: ['not-delivered'] },
  });
});

test('the silent go to the deputy in one letter with the evidence, the others do not', async () => {
  await until('2020-11-30', '11:40');
  const toDeputy = letters('round', 'deputy');
  expect(toDeputy).toHaveLength(1);
  expect(toDeputy[0]?.text).toContain('Chức danh silent');
  expect(toDeputy[0]?.text).toContain('Chức danh late');
  expect(toDeputy[0]?.text).toContain('Thư nhắc lần đầu: 08 giờ 00 ngày 25/11/2020');
  for (const other of ['in-time', 'extended', 'excused', 'bouncing']) {
    expect(toDeputy[0]?.text).not.toContain(`Chức danh ${other}`);
  }
});

test('a late report is taken as late and stops what was to come; the words go out only when released', async () => {
  expect(await report('late', 'Xin gửi muộn.')).toContain('11 giờ 40 ngày 30/11/2020');
  expect((await outcomes()).late).toBe('late');
  expect(letters('finding-released', 'silent')).toEqual([]);
  const { rows } = await stage.trial.pool.query<{ id: string }>(
    'select id from finding where obligation_id = $1',
    [`${PERIOD}/silent`],
  );
  await office.post(`/findings/${rows[0]?.id}/release`, {
    reason: 'Đã đối chiếu sổ công văn đến',
  });
  await until('2020-11-30', '12:30');
  expect(letters('finding-released', 'silent')[0]?.text).toContain('coi như không đi chỉ đạo');
});

test("the digest's figures are those of the register, and go to the chair when the office releases them", async () => {
  await until('2020-11-30', '14:00');
  const { rows } = await stage.trial.pool.query<{ draft: DigestDraft }>(
    'select draft from digest where period_id = $1',
    ['story-2020/digest/2020-11-30'],
  );
  const full = rows[0]?.draft.reports.find(({ periodId }) => periodId === PERIOD);
  expect(full?.totals).toEqual({
    owed: 6,
    onTime: 1,
    late: 1,
    missing: 2,
    excused: 1,
    other: 1,
    nothing: 0,
  });
  // the office too: nobody has released the digest of the 16th
  const proposed = rows[0]?.draft.proposals.map(({ personId }) => personId);
  expect(proposed).toEqual(['p-office', 'p-late', 'p-silent']);
  expect(
    letters('digest', 'chair').filter(({ text }) => text.includes('Chức danh silent')),
  ).toEqual([]);
  await office.post('/notices/story-2020/processes/digest/periods/2020-11-30/digest/release', {
    reason: 'Đã duyệt',
  });
  await until('2020-11-30', '16:00');
  expect(letters('digest', 'chair').at(-1)?.text).toContain('Chức danh silent');
});

test('a working day later the chair hears of the one who is still silent, and of nobody else', async () => {
  await until('2020-12-01', '12:00');
  const toChair = letters('round', 'chair');
  expect(toChair).toHaveLength(1);
  expect(toChair[0]?.text).toContain('Chức danh silent');
  expect(toChair[0]?.text).not.toContain('Chức danh late');
});

test('the extended one reports in his own time; the original day stays on record', async () => {
  await until('2020-12-02', '15:00');
  expect(await report('extended', 'Đủ số liệu.')).toContain('Đúng hạn');
  const { rows } = await stage.trial.pool.query(
    'select outcome, original_due_at, due_at from obligation where id = $1',
    [`${PERIOD}/extended`],
  );
  expect(rows).toEqual([
    {
      outcome: 'on-time',
      original_due_at: at('2020-11-29', '00:00'),
      due_at: at('2020-12-03', '00:00'),
    },
  ]);
});

test('when all is over the period is closed, the record agrees with the plan and the log is unbroken', async () => {
  await until('2020-12-11', '18:00');
  const { rows } = await stage.trial.pool.query('select state from period where id = $1', [PERIOD]);
  expect(rows).toEqual([{ state: 'closed' }]);
  expect(await outcomes()).toEqual({
    'in-time': 'on-time',
    late: 'late',
    silent: 'open',
    extended: 'on-time',
    excused: 'excused',
    bouncing: 'open',
  });
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});

test('what people wrote, who they are and where they get mail stands in no history', async () => {
  const kept = await historiesText(stage.trial.client, notice.id);
  const standing = (words: string[]) => words.filter((word) => kept.includes(word));
  const carried = [`${PERIOD}/extended`]; // whom the chair extended, by id
  expect(standing(carried)).toEqual(carried);
  const people = notice.people.list.flatMap(({ name, address }) => [name, address ?? name]);
  expect(standing(['Chờ số liệu', ...people])).toEqual([]);
  const reasons = await stage.rows(
    `select t.reason from decision d join decision_text t on t.decision_id = d.id where d.kind = 'extend'`,
  );
  expect(reasons).toEqual([{ reason: 'Chờ số liệu của xã' }]);
  expect(await stage.rows('select decision_id from waiting_words')).toEqual([]);
});
