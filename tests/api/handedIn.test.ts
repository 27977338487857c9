import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForSupplement } from '../../db/decisions/askForSupplement.ts';
import { form, multipart } from './support/formBody.ts';
import { MORNING, NOTICE, type Office, openOffice, PERIOD } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const linkOf = (person: string, obligation = office.owed(person)) =>
  `/r/${office.link('report', person, obligation)}`;
const open = async (person: string, obligation?: string) =>
  (await office.api.inject(linkOf(person, obligation))).body;
const send = (person: string, fields: Record<string, string | string[]>, about = person) =>
  office.api.inject({
    method: 'POST',
    url: linkOf(person),
    ...form({ once: 'o', kind: 'report', obligation: office.owed(about), ...fields }),
  });
const NOTHING = { kind: 'nothing', 'confirm-nothing': 'yes' };
const receivedAs = async (party: string) => {
  const { rows } = await office.register.pool.query<{ as: string }>(
    'select received_as as "as" from obligation where id = $1',
    [office.owed(party)],
  );
  return rows[0]?.as;
};

test('the receipt’s page and the report’s page name the files that came, and offer none of them', async () => {
  const party = 'chu-tich-mttq';
  const taken = await office.api.inject({
    method: 'POST',
    url: linkOf(party),
    ...multipart([
      ['once', 'o'],
      ['kind', 'report'],
      ['obligation', office.owed(party)],
      ['body', 'Xem tệp'],
      ['files', { name: 'Báo cáo tháng 11.txt', content: Buffer.from('một dòng\n') }],
    ]),
  });
  expect(taken.statusCode, taken.body).toBe(201);
  expect(taken.body).toContain('Báo cáo – kỳ 28/11/2020');
  expect(taken.body).toContain('Báo cáo tháng 11.txt');
  expect(taken.body).toContain('Không phải làm gì thêm');
  const after = await open(party);
  expect(after).toContain('Báo cáo tháng 11.txt (1 kB)');
  expect(after).not.toMatch(/href="[^"]*(files|attachments)/);
});

test('with a report in hand a further one is folded away, and "nothing" is neither offered nor taken', async () => {
  const party = 'truong-phong-noi-vu';
  expect(await open(party)).toContain('name="confirm-nothing"');
  expect((await send(party, { body: 'Đã chỉ đạo' })).statusCode).toBe(201);
  const after = await open(party);
  expect(after).toMatch(/<details><summary>Gửi lại báo cáo<\/summary>/);
  expect(after).not.toContain('name="confirm-nothing"');
  const stale = await send(party, NOTHING);
  expect(stale.statusCode).toBe(422);
  expect(stale.body).toContain('đã nhận được');
  expect(await receivedAs(party)).toBe('report');
  const refused = await send(party, { body: '' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('<h2>Gửi báo cáo</h2>');
});

test('"nothing" is told on its receipt, is taken once however often it is sent, and can be followed by a report', async () => {
  const party = 'truong-phong-gd-dt';
  const both = [await send(party, NOTHING), await send(party, NOTHING)];
  expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  const [number, again] = both.map(({ body }) => /2020-\d{6}/.exec(body)?.[0]);
  expect(again).toBe(number);
  expect(both[0]?.body).toContain('kỳ 28/11/2020: không có nội dung báo cáo');
  expect(await open(party)).not.toContain('name="confirm-nothing"');
  expect((await send(party, { body: 'Có việc' })).statusCode).toBe(201);
  expect(await receivedAs(party)).toBe('report');
});

test('of several capacities "nothing" is offered for those alone that nothing has come for', async () => {
  const person = 'truong-ban-tuyen-giao';
  expect((await send(person, { body: 'Của ban' })).statusCode).toBe(201);
  const [, nothing = ''] = (await open(person)).split('name="kind" value="nothing"');
  expect(nothing).toContain(
    `<input type="hidden" name="obligation" value="${office.owed('truong-tieu-ban-tuyen-truyen')}"`,
  );
  expect(nothing).not.toContain(office.owed(person));
});

test('the page says when silence counts and what follows; afterwards that it is taken all the same', async () => {
  const party = 'truong-phong-tn-mt';
  const before = await open(party);
  expect(before).toContain('Mốc chốt');
  expect(before).toContain(
    'Nếu đến 11 giờ 00 ngày 30/11/2020 (thứ Hai) chưa có báo cáo, sổ theo dõi ghi “chưa có báo cáo”',
  );
  office.clock.now = '2020-11-29T02:00:00.000Z';
  const overdue = await open(party);
  expect(overdue).toContain('gửi lúc này vẫn được nhận và ghi là nộp muộn');
  expect(overdue).toContain('Nếu đến 11 giờ 00');
  office.clock.now = '2020-11-30T05:00:00.000Z';
  const locked = await open(party);
  expect(locked).toContain('gửi lúc này vẫn được nhận và ghi là nộp muộn');
  expect(locked).toContain('Sổ theo dõi ghi “chưa có báo cáo”');
  expect(locked).not.toContain('Nếu đến 11 giờ 00');
  office.clock.now = MORNING;
  expect(await open('chu-tich-mttq')).not.toContain('Nếu đến 11 giờ 00');
});

test('in a pause the page says that the time limit will move, and threatens with nothing', async () => {
  const { pool } = office.register;
  const pause = (at: string | null) =>
    pool.query('update process set state = $1, paused_at = $2 where id = $3', [
      at === null ? 'running' : 'paused',
      at,
      '5-reports',
    ]);
  const standStill = (state: string) =>
    pool.query('update period set state = $1 where id = $2', [state, PERIOD]);
  await pause(MORNING);
  await standStill('paused');
  const page = await open('truong-phong-tn-mt');
  expect(page).toContain('có thư báo thời hạn mới');
  expect(page).not.toContain('Mốc chốt');
  expect(page).not.toContain('sổ theo dõi ghi “chưa có báo cáo”');
  expect(page).toContain('<h2>Gửi báo cáo</h2>');
  await pause(null);
  await standStill('open');
});

test('a certificate is no report: its page counts nothing as received', async () => {
  const page = await open('chanh-van-phong', office.owed('chanh-van-phong', 'certificate'));
  expect(page).not.toContain('<h2>Đã nhận</h2>');
  expect(page).toContain('Chưa có xác nhận thì chưa ghi nhận ai');
});

test('the page of a report that has to be supplemented leads to the page that takes the supplement', async () => {
  const party = 'truong-cum-3';
  expect((await send(party, { body: 'Bản đầu' })).statusCode).toBe(201);
  const { pool } = office.register;
  const { rows } = await pool.query<{ id: string }>(
    'select submission_id as id from submission_obligation where obligation_id = $1',
    [office.owed(party)],
  );
  await askForSupplement(pool, {
    decisionId: randomUUID(),
    noticeId: NOTICE,
    periodId: PERIOD,
    actor: { id: 'person:chanh-van-phong', capacity: 'chanh-van-phong' },
    at: MORNING,
    decision: {
      submission: rows[0]?.id ?? '',
      obligations: [office.owed(party)],
      comment: 'Thiếu số liệu',
      missing: [],
      dueDate: '2020-12-02',
    },
    compose: () => [],
  });
  const page = await open(party);
  const [, path = ''] =
    /chậm nhất là hết ngày 02\/12\/2020.*?<a class="button" href="([^"]+)"/.exec(page) ?? [];
  const supplement = await office.api.inject(path);
  expect(supplement.statusCode).toBe(200);
  expect(supplement.body).toContain('Gửi phần bổ sung');
  expect(supplement.body).toContain('được xem xét như hiện có');
  expect(supplement.body).not.toContain('name="confirm-nothing"');
  const answered = await office.api.inject({
    method: 'POST',
    url: path,
    ...form({
      once: 's',
      kind: 'report',
      obligation: office.owed(party, 'supplement-1'),
      body: 'Số liệu',
    }),
  });
  expect(answered.statusCode, answered.body).toBe(201);
  expect(await open(party)).not.toContain('Phần bổ sung gửi tại trang riêng');
});
