import { beforeAll, expect, test } from 'vitest';
import type { PersonFile } from '../../db/reading/personFile.ts';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { answeredStatus } from './answeredStatus.ts';
import { linkIn } from './mailReader.ts';
import { type Caller, openStage } from './stage.ts';
import { memberUnder, storyCommittee } from './storyCommittee.ts';

// One member over three periods: late, silent with a finding that is answered and reversed, excused. The file tells that
// from the register alone, to those whom it concerns; then the person is erased.

const NAME = 'Lê Thị Cúc';
const { release } = smallCommittee('file-2020', 0).settings;
const notice = storyCommittee('file-2020', {
  posts: ['cuc', 'other'].map((id) => memberUnder('deputy', id)),
  settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
});
const named = {
  ...notice,
  people: {
    ...notice.people,
    list: notice.people.list.map((one) => (one.id === 'p-cuc' ? { ...one, name: NAME } : one)),
  },
};
const stage = openStage(named);
const { at, until, letters, rows } = stage;
const owed = (period: string) => `${notice.id}/reports/${period}/cuc`;
const FILE = `/notices/${notice.id}/people/p-cuc/file`;
let office: Caller;
let chair: Caller;
beforeAll(async () => {
  office = await stage.as('office', 'p-office');
  chair = await stage.as('head', 'p-chair');
});

const certify = () =>
  stage.fillIn(letters('prompt', 'office').at(-1), {
    book: 'yes',
    tray: 'yes',
    zalo: 'yes',
    comment: '',
  });
/** The person's own page, by the way that leads there: the page behind a letter's link. */
async function ownPage(): Promise<{ status: number; text: string }> {
  const page = await fetch(linkIn(letters('prompt', 'cuc').at(-1)));
  const [, path = ''] = /href="([^"]*)">Hồ sơ của tôi/.exec(await page.text()) ?? [];
  const answer = await fetch(new URL(path, stage.trial.apiUrl));
  return { status: answer.status, text: await answer.text() };
}
const statusFor = (role: 'party' | 'supervisor' | 'admin', person: string | null) =>
  answeredStatus(stage, role, person, FILE);

test('one report comes late', async () => {
  await until('2020-11-30', '09:00');
  const page = await stage.fillIn(letters('prompt', 'cuc').at(-1), {
    kind: 'report',
    obligation: owed('2020-11-28'),
    body: `${NAME} báo cáo muộn hai ngày.`,
  });
  expect(page).toContain('Đã nhận');
  await certify();
});

test('the next does not come: silence is found, answered, and the finding reversed', async () => {
  await until('2020-12-15', '09:00');
  await certify();
  await until('2020-12-15', '11:10');
  const [finding] = await rows<{ id: string }>('select id from finding where obligation_id = $1', [
    owed('2020-12-14'),
  ]);
  await office.post(`/findings/${finding?.id}/release`, { reason: 'Đã đối chiếu sổ' });
  await until('2020-12-15', '12:00');
  await stage.fillIn(letters('finding-released', 'cuc')[0], { body: 'Tôi nằm viện từ 12/12.' });
  await until('2020-12-15', '12:30');
  await chair.post(`/findings/${finding?.id}/reverse`, { reason: `${NAME} có giấy ra viện` });
});

test('the third is excused', async () => {
  await until('2020-12-24', '10:00');
  await office.post('/obligations/decisions/excuse', {
    obligations: [owed('2020-12-28')],
    ground: 'sickness',
    reason: 'Nghỉ điều trị đến hết tháng 12',
  });
  await until('2020-12-25', '12:00');
});

test('the file tells exactly that', async () => {
  const file = await office.get<PersonFile>(FILE);
  expect(file.person).toEqual({ id: 'p-cuc', name: NAME, erasedAt: null });
  expect(file.posts.map(({ partyId, until: left }) => [partyId, left])).toEqual([['cuc', null]]);
  expect(file.obligations.map(({ id, status }) => [id, status])).toEqual([
    [owed('2020-11-14'), 'trial'],
    [owed('2020-11-28'), 'done-late'],
    [owed('2020-12-14'), 'open-overdue'],
    [owed('2020-12-28'), 'excused'],
  ]);
  expect(file.submissions).toMatchObject([
    { kind: 'report', channel: 'link', receivedAt: at('2020-11-30', '09:00') },
  ]);
  expect(file.findings).toMatchObject([
    {
      obligationId: owed('2020-12-14'),
      state: 'reversed',
      answers: [{ body: 'Tôi nằm viện từ 12/12.' }],
    },
  ]);
  expect(file.decisions.map(({ kind, capacity }) => [kind, capacity])).toEqual([
    ['release-finding', 'office'],
    ['answer-finding', 'cuc'],
    ['reverse-finding', 'chair'],
    ['excuse', 'office'],
  ]);
});

test('the person reads the same on a page of their own', async () => {
  const { status, text } = await ownPage();
  expect(status).toBe(200);
  for (const words of [NAME, 'đã rút lại', 'Tôi nằm viện từ 12/12.', 'miễn nộp']) {
    expect(text).toContain(words);
  }
});

test('the person, the deputy in charge, the office and the chair read it, and nobody else', async () => {
  expect(await statusFor('party', 'p-cuc')).toBe(200);
  expect(await statusFor('supervisor', 'p-deputy')).toBe(200);
  expect((await chair.get<PersonFile>(FILE)).person.id).toBe('p-cuc');
  expect(await statusFor('party', 'p-other')).toBe(403);
  expect(await statusFor('supervisor', 'p-third')).toBe(403);
  expect(await statusFor('admin', null)).toBe(403);
  expect((await fetch(`${stage.trial.apiUrl}/api/v1${FILE}`)).status).toBe(401);
});

test('erased, the person stands nowhere in the register by name, and the log is unbroken', async () => {
  const reason = encodeURIComponent('Theo yêu cầu của người thôi giữ nhiệm vụ');
  const person = `/notices/${notice.id}/people/p-cuc?reason=${reason}`;
  expect(await answeredStatus(stage, 'admin', null, person, 'DELETE')).toBe(200);
  const tables = await rows<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('inbox_message', 'erased_name')`, // what was delivered is its receiver's
  );
  // what is being written meanwhile is cleaned by it, for an hour
  const kept = await rows(
    `select 1 from erased_name where forget_at > clock_timestamp() + interval '61 minutes'`,
  );
  expect(kept).toEqual([]);
  for (const { name } of tables) {
    const holds = await rows(
      `select t::text from "${name}" t where t::text ilike any (array['%${NAME}%', '%cuc@example.test%'])`,
    );
    expect(holds, name).toEqual([]);
  }
  const file = await office.get<PersonFile>(FILE);
  expect(file.person.name).toBeNull();
  expect(file.obligations.map(({ status: is }) => is)).toContain('done-late');
  expect((await fetch(linkIn(letters('prompt', 'cuc').at(-1)))).status).toBe(410);
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
