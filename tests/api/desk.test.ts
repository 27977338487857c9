import { afterAll, beforeAll, expect, test } from 'vitest';
import { form, hidden, multipart } from './support/formBody.ts';
import { NOTICE, type Office, openOffice, PERIOD } from './support/office.ts';
import { fallSilent } from './support/silence.ts';

let office: Office;
let findings: Map<string, string>;
const SILENT = ['chu-tich-mttq', 'truong-ban-dan-van', 'truong-phong-tn-mt'];
beforeAll(async () => {
  office = await openOffice();
  await office.api.inject({
    method: 'POST',
    url: `/api/v1/notices/${NOTICE}/submissions`,
    headers: await office.tokenFor('party', 'truong-cum-1'),
    payload: { obligations: [office.owed('truong-cum-1')], body: 'báo cáo của cụm <i>1</i>' },
  });
  findings = await fallSilent(office, SILENT);
});
afterAll(() => office.close());

const deskOf = (person: string) => `/d/${office.link('desk', person, NOTICE)}`;
const open = async (person: string) => (await office.api.inject(deskOf(person))).body;
const act = (person: string, fields: Record<string, string>) =>
  office.api.inject({ method: 'POST', url: deskOf(person), ...form({ once: 'o', ...fields }) });

test('shows the office what waits for it', async () => {
  const page = await open('chanh-van-phong');
  for (const section of [
    'Xác nhận của Văn phòng',
    'Báo cáo chờ xem xét',
    'Ghi nhận chờ duyệt',
    'Thư lên cấp trên chờ duyệt',
    'Nhập báo cáo nhận ngoài hệ thống',
  ]) {
    expect(page).toContain(section);
  }
  expect(page).toContain('báo cáo của cụm &lt;i>1&lt;/i>');
});

test('shows a supervisor the silent below with the evidence, and what may be decided', async () => {
  const page = await open('pho-bi-thu-thuong-truc');
  expect(page).toContain('Chủ tịch Ủy ban MTTQ huyện – báo cáo kỳ 28/11/2020');
  expect(page).not.toContain('Trưởng phòng Tài nguyên và Môi trường');
  expect(page).toContain('name="act" value="hold"');
  expect(page).not.toContain('name="act" value="extend"'); // the chair extends for members
  expect(page).not.toContain('name="act" value="reverse-finding"');
  const chair = await open('truong-ban');
  expect(chair).toContain('name="act" value="extend"');
  expect(chair).toContain('name="act" value="excuse"');
  expect(chair).toContain('name="act" value="reverse-finding"');
  expect(chair).not.toContain('name="act" value="key-in"');
});

test('says that a post is vacant where nobody holds it, and chooses no ground beforehand', async () => {
  const chair = await open('truong-ban');
  expect(chair).toContain('Vị trí đang khuyết, thư gửi Văn phòng. Thời hạn: hết ngày');
  expect(chair).toMatch(/<select id="ground-[^>]*><option value>–<\/option>/);
});

test('shows a member what he owes, with the way to its page, and nothing to decide', async () => {
  const page = await open('truong-phong-kt-ht');
  const [, link] = /href="(\/r\/[^"]+)"/.exec(page) ?? [];
  expect(link).toBeDefined();
  expect((await office.api.inject(link ?? '')).statusCode).toBe(200);
  expect(page).not.toContain('<form');
});

test('decides once by a form, and says so on the page that follows', async () => {
  const done = await act('chanh-van-phong', {
    act: 'certify',
    process: '5-reports',
    period: '2020-11-28',
    book: 'yes',
    tray: 'yes',
    zalo: 'yes',
  });
  expect(done.statusCode).toBe(303);
  const page = await office.api.inject(String(done.headers.location));
  expect(page.body).toContain('Đã ghi.');
  expect(page.body).not.toContain('Xác nhận của Văn phòng');
});

test('accepts, and asks for a supplement through the period’s process', async () => {
  const page = await open('chanh-van-phong');
  const submission = hidden(page, 'submission');
  const asked = await act('chanh-van-phong', {
    act: 'supplement',
    submission,
    comment: 'Bổ sung số liệu tiêu chí 17',
    missing: 'Biểu 02\n\n Biểu 03 ',
    dueDate: '2020-12-04',
  });
  expect(asked.statusCode, asked.body).toBe(303);
  expect(office.processes.updates.at(-1)).toMatchObject({
    workflowId: PERIOD,
    name: 'askForSupplement',
    payload: {
      actor: { id: 'person:chanh-van-phong', capacity: 'chanh-van-phong' },
      decision: {
        submission,
        missing: ['Biểu 02', 'Biểu 03'],
        obligations: [office.owed('truong-cum-1')],
      },
    },
  });
  expect((await act('chanh-van-phong', { act: 'accept', submission })).statusCode).toBe(303);
  expect(await open('chanh-van-phong')).not.toContain('Báo cáo chờ xem xét');
});

test('sends hold and extension to the period’s process with who decides, in which capacity and why', async () => {
  const obligation = office.owed('chu-tich-mttq');
  const held = await act('pho-bi-thu-thuong-truc', {
    act: 'hold',
    obligation,
    rung: 'chair',
    workingDays: '2',
    reason: 'đang đi công tác',
  });
  expect(held.statusCode, held.body).toBe(303);
  expect(office.processes.updates.at(-1)).toMatchObject({
    name: 'holdRung',
    payload: {
      actor: { capacity: 'pho-bi-thu-thuong-truc' },
      decision: { rung: 'chair', workingDays: 2, obligations: [obligation] },
    },
  });
  const extended = await act('truong-ban', {
    act: 'extend',
    obligation,
    dueDate: '2020-12-03',
    reason: 'cho thêm thời gian',
  });
  expect(extended.statusCode).toBe(303);
  expect(office.processes.updates.at(-1)).toMatchObject({
    workflowId: PERIOD,
    name: 'extend',
    payload: { decision: { dueDate: '2020-12-03', boundary: 'by' } },
  });
});

test('keys in what came on paper before the due time, which withdraws the finding', async () => {
  const { payload, headers } = multipart([
    ['once', 'k'],
    ['act', 'key-in'],
    ['obligation', office.owed('truong-phong-tn-mt')],
    ['channel', 'paper'],
    ['receivedOn', '2020-11-27'],
    ['receivedTime', '16:30'],
    ['body', 'Công văn số 12'],
    ['reason', 'nằm trong khay thư'],
    ['files', { name: 'scan.txt', content: Buffer.from('bản chụp') }],
  ]);
  const url = deskOf('chanh-van-phong');
  const done = await office.api.inject({ method: 'POST', url, payload, headers });
  expect(done.statusCode, done.body).toBe(303);
  const { rows } = await office.register.pool.query(
    `select o.outcome, o.received_at, f.state from obligation o join finding f on f.obligation_id = o.id where o.id = $1`,
    [office.owed('truong-phong-tn-mt')],
  );
  expect(rows).toEqual([
    { outcome: 'on-time', received_at: '2020-11-27T09:30:00.000Z', state: 'reversed' },
  ]);
});

test('releases letters to superiors and findings', async () => {
  const reason = 'đã rà soát';
  const escalations = { act: 'release-escalations', process: '5-reports', period: '2020-11-28' };
  expect((await act('chanh-van-phong', { ...escalations, reason })).statusCode).toBe(303);
  const finding = findings.get('truong-ban-dan-van') ?? '';
  const released = await act('pho-chu-tich', { act: 'release-finding', finding, reason });
  expect(released.statusCode, released.body).toBe(303);
});

test('refuses what the person may not, what lacks a reason and what is no form, and says it in words', async () => {
  const obligation = office.owed('truong-ban-dan-van');
  const dueDate = '2020-12-03';
  const wish = { act: 'extend', obligation, dueDate };
  const notHis = await act('pho-bi-thu-thuong-truc', { ...wish, reason: 'vì sao' });
  expect(notHis.statusCode).toBe(403);
  expect(notHis.body).toContain('không thuộc thẩm quyền');
  const mute = await act('truong-ban', { ...wish, reason: ' ' });
  expect(mute.statusCode).toBe(422);
  expect((await act('truong-ban', { act: 'toString' })).statusCode).toBe(422);
  expect((await act('truong-ban', {})).statusCode).toBe(422);
});

test('says that the processes do not answer, and that sending again is safe', async () => {
  const { Problem } = await import('../../api/problems/problem.ts');
  office.processes.failNext = new Problem('unavailable', 'away', { retryAfterSeconds: 10 });
  const obligation = office.owed('truong-ban-dan-van');
  const fields = { act: 'extend', obligation, dueDate: '2020-12-05', reason: 'thêm thời gian' };
  const away = await act('truong-ban', fields);
  expect(away.statusCode).toBe(503);
  expect(away.body).toContain('không bị ghi hai lần');
  expect((await act('truong-ban', fields)).statusCode).toBe(303);
});

test('gives files of submissions to the office alone', async () => {
  const { rows } = await office.register.pool.query<{ id: string }>('select id from attachment');
  const path = `/files/${rows[0]?.id}`;
  const file = await office.api.inject(`${deskOf('chanh-van-phong')}${path}`);
  expect(file.statusCode).toBe(200);
  expect(file.headers['content-disposition']).toContain('attachment');
  expect((await office.api.inject(`${deskOf('truong-ban')}${path}`)).statusCode).toBe(404);
});
