import { afterAll, beforeAll, expect, test } from 'vitest';
import { form, hidden, multipart } from './support/formBody.ts';
import { MORNING, type Office, openOffice, PERIOD } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const get = (token: string, path = 'r') => office.api.inject(`/${path}/${token}`);
const memberLink = (person: string, party = person) =>
  office.link('report', person, office.owed(party));

test('shows what is due, the clause, the outline and until when', async () => {
  const page = await get(memberLink('chu-tich-mttq'));
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<html lang="vi">');
  expect(page.body).toContain('Báo cáo – kỳ 28/11/2020');
  expect(page.body).toContain('Chủ tịch Ủy ban MTTQ huyện');
  expect(page.body).toContain('hết ngày 28/11/2020 (thứ Bảy)');
  expect(page.body).toContain('nếu không có báo cáo thì coi như đồng chí đó không đi chỉ đạo');
  expect(page.body).toContain('name="section-');
  expect(page.body).toContain('Chưa nhận được nội dung nào.');
});

test('takes a report with a file and answers its number, its time and a receipt by letter', async () => {
  const token = memberLink('chu-tich-mttq');
  const page = await get(token);
  const sections = [...page.body.matchAll(/name="(section-[a-z-]+)"/g)].map(([, name]) => name);
  const sent = await office.api.inject({
    method: 'POST',
    url: `/r/${token}`,
    ...multipart([
      ['once', hidden(page.body, 'once')],
      ['kind', 'report'],
      ['obligation', office.owed('chu-tich-mttq')],
      [sections[0] ?? '', 'Đã chỉ đạo 3 xã. <b>không phải thẻ</b>'],
      ['body', ''],
      ['files', { name: 'biểu.txt', content: Buffer.from('một dòng\n') }],
      ['files', { name: '', content: Buffer.alloc(0) }],
    ]),
  });
  expect(sent.statusCode, sent.body).toBe(201);
  const [number] = /2020-\d{6}/.exec(sent.body) ?? [];
  expect(number).toBeDefined();
  expect(sent.body).toContain('09 giờ 00 ngày 27/11/2020');
  expect(sent.body).toContain('Đúng hạn');
  const { rows } = await office.register.pool.query(
    `select s.channel, s.received_at, s.signed_by, o.outcome, t.answers, a.file_name, a.media_type
     from submission s join submission_obligation so on so.submission_id = s.id join obligation o on o.id = so.obligation_id
     join submission_text t on t.submission_id = s.id join attachment a on a.submission_id = s.id where s.receipt_no = $1`,
    [number],
  );
  expect(rows).toEqual([
    {
      channel: 'link',
      received_at: MORNING,
      signed_by: 'chu-tich-mttq',
      outcome: 'on-time',
      answers: { [(sections[0] ?? '').slice(8)]: 'Đã chỉ đạo 3 xã. <b>không phải thẻ</b>' },
      file_name: 'biểu.txt',
      media_type: 'text/plain',
    },
  ]);
  const letters = await office.register.pool.query(
    `select person_id from letter where kind = 'receipt'`,
  );
  expect(letters.rows).toEqual([{ person_id: 'chu-tich-mttq' }]);

  const after = await get(token);
  expect(after.body).toContain(`Số ${number}, lần 1`);
  expect(after.body).toContain('đã nộp đúng hạn');
  expect(after.body).toContain('Có thể gửi lại');
});

test('takes the same form once, however often it is sent, and another text as the next version', async () => {
  const token = memberLink('truong-ban-dan-van');
  const once = hidden((await get(token)).body, 'once');
  const send = (body: string) =>
    office.api.inject({
      method: 'POST',
      url: `/r/${token}`,
      ...form({ once, kind: 'report', obligation: office.owed('truong-ban-dan-van'), body }),
    });
  const both = await Promise.all([send('lần đầu'), send('lần đầu')]);
  const numbers = both.map((one) => /2020-\d{6}/.exec(one.body)?.[0]);
  expect(numbers[0]).toBeDefined();
  expect(numbers[0]).toBe(numbers[1]);
  const second = await send('sửa lại');
  expect(second.statusCode).toBe(201);
  expect(second.body).toMatch(/Lần gửi<\/dt><dd>2</);
});

test('covers all capacities of one person by one report, unless one is unticked', async () => {
  const token = memberLink('truong-ban-tuyen-giao');
  const both = ['truong-ban-tuyen-giao', 'truong-tieu-ban-tuyen-truyen'].map((id) =>
    office.owed(id),
  );
  const page = await get(token);
  for (const id of both) {
    expect(page.body).toMatch(
      new RegExp(`<input type="checkbox" name="obligation" value="${id}" checked`),
    );
  }
  const none = await office.api.inject({
    method: 'POST',
    url: `/r/${token}`,
    ...form({ once: 'x', kind: 'report', body: 'nội dung tôi đã gõ' }),
  });
  expect(none.statusCode).toBe(422);
  expect(none.body).toContain('Chọn ít nhất một tư cách.');
  expect(none.body).toContain('nội dung tôi đã gõ');
  const one = await office.api.inject({
    method: 'POST',
    url: `/r/${token}`,
    ...form({ once: 'x', kind: 'report', obligation: both, body: 'chung' }),
  });
  expect(one.statusCode).toBe(201);
  expect(one.body).toContain('Trưởng ban Tuyên giáo Huyện ủy và Trưởng Tiểu ban Tuyên truyền');
});

test('takes "nothing to report" as a choice of its own that is confirmed', async () => {
  const token = memberLink('chu-tich-hoi-nong-dan');
  const obligation = office.owed('chu-tich-hoi-nong-dan');
  const send = (fields: Record<string, string>) =>
    office.api.inject({
      method: 'POST',
      url: `/r/${token}`,
      ...form({ once: 'n', kind: 'nothing', obligation, ...fields }),
    });
  const unsure = await send({});
  expect(unsure.statusCode).toBe(422);
  expect(unsure.body).toContain('Đánh dấu xác nhận');
  expect((await send({ 'confirm-nothing': 'yes' })).statusCode).toBe(201);
  const { rows } = await office.register.pool.query(
    'select received_as from obligation where id = $1',
    [obligation],
  );
  expect(rows).toEqual([{ received_as: 'nothing' }]);
});

test('refuses an empty report, a file that is not what its name says, and names both', async () => {
  const token = memberLink('chu-tich-hoi-phu-nu');
  const obligation = office.owed('chu-tich-hoi-phu-nu');
  const empty = await office.api.inject({
    method: 'POST',
    url: `/r/${token}`,
    ...form({ once: 'e', kind: 'report', obligation, body: '  ' }),
  });
  expect(empty.statusCode).toBe(422);
  expect(empty.body).toContain('Chưa có nội dung và chưa có tệp kèm theo.');
  const hostile = await office.api.inject({
    method: 'POST',
    url: `/r/${token}`,
    ...multipart([
      ['once', 'e'],
      ['kind', 'report'],
      ['obligation', obligation],
      ['body', 'xem tệp'],
      [
        'files',
        {
          name: 'bao-cao.pdf',
          type: 'application/pdf',
          content: Buffer.from('<html><script>alert(1)</script>'),
        },
      ],
    ]),
  });
  expect(hostile.statusCode).toBe(422);
  expect(hostile.body).toContain('bao-cao.pdf');
  expect(hostile.body).toContain('xem tệp');
  expect(hostile.body).toContain('Tệp kèm theo phải chọn lại.');
  const { rows } = await office.register.pool.query(
    'select outcome from obligation where id = $1',
    [obligation],
  );
  expect(rows).toEqual([{ outcome: 'open' }]);
});

test('is the office’s certificate where that is what is owed: three ticks, then the period is certified', async () => {
  const id = office.owed('chanh-van-phong', 'certificate');
  const token = office.link('report', 'chanh-van-phong', id);
  const page = await get(token);
  expect(page.body).toContain('Sổ công văn đến');
  expect(page.body).toMatch(/còn \d+ nơi chưa có báo cáo/);
  const post = (fields: Record<string, string>) =>
    office.api.inject({ method: 'POST', url: `/r/${token}`, ...form({ once: 'c', ...fields }) });
  const two = await post({ book: 'yes', tray: 'yes' });
  expect(two.statusCode).toBe(422);
  expect(two.body).toContain('Phải đánh dấu cả ba mục.');
  const ticked = { book: 'yes', tray: 'yes', zalo: 'yes' };
  expect((await post(ticked)).statusCode).toBe(409); // reports may still come
  const { now } = office.clock;
  office.clock.now = '2020-11-30T02:00:00.000Z';
  const all = await post(ticked);
  office.clock.now = now;
  expect(all.statusCode).toBe(200);
  expect(all.body).toContain('Đã xác nhận');
  const { rows } = await office.register.pool.query(
    `select d.kind, d.capacity, d.actor from decision d where subject = $1`,
    [PERIOD],
  );
  expect(rows).toEqual([
    { kind: 'certify', capacity: 'chanh-van-phong', actor: 'person:chanh-van-phong' },
  ]);
});

test('says that nothing is owed any more once a party is excused, and takes nothing', async () => {
  const party = 'truong-phong-noi-vu';
  const excused = await office.api.inject({
    method: 'POST',
    url: '/api/v1/obligations/decisions/excuse',
    headers: office.bearer('office'),
    payload: { obligations: [office.owed(party)], ground: 'leave', reason: 'nghỉ phép năm' },
  });
  expect(excused.statusCode, excused.body).toBe(200);
  const page = await get(memberLink(party));
  expect(page.body).toContain('Kỳ này không phải nộp nữa');
  expect(page.body).not.toContain('<form');
  const late = await office.api.inject({
    method: 'POST',
    url: `/r/${memberLink(party)}`,
    ...form({ once: 'z', kind: 'report', obligation: office.owed(party), body: 'muộn' }),
  });
  expect(late.statusCode).toBe(422);
});

test('counts a report as late by when its body was complete, on the notice’s clock', async () => {
  office.clock.now = '2020-11-28T17:00:00.000Z'; // the very end of the day, which is too late
  const party = 'truong-phong-gd-dt';
  const sent = await office.api.inject({
    method: 'POST',
    url: `/r/${memberLink(party)}`,
    ...form({ once: 'l', kind: 'report', obligation: office.owed(party), body: 'muộn' }),
  });
  office.clock.now = MORNING;
  expect(sent.statusCode).toBe(201);
  expect(sent.body).toContain('Quá hạn');
});

test('says until when after an extension, why, and what the time limit was', async () => {
  const { pool } = office.register;
  const party = 'truong-cum-2';
  const decision = 'd2719b1e-0f0a-4c55-9d64-6a9ed2f0a001';
  await pool.query(
    `insert into decision (id, notice_id, kind, subject, actor, capacity, at) values ($1, 'trieu-son-2020', 'extend', $2, 'person:truong-ban', 'truong-ban', $3)`,
    [decision, office.owed(party), MORNING],
  );
  await pool.query(`insert into decision_text values ($1, 'đi công tác <tỉnh>')`, [decision]);
  await pool.query(
    `insert into schedule (id, period_id, track, deliverable, due_at, last_day, reason, decision_id)
     values ($1, $2, 'main', 'report', '2020-12-02T17:00:00Z', '2020-12-02', 'extension', $3)`,
    [`${PERIOD}/main~d2719b1e`, PERIOD, decision],
  );
  await pool.query(
    `update obligation set schedule_id = $2, due_at = '2020-12-02T17:00:00Z', lock_at = null where id = $1`,
    [office.owed(party), `${PERIOD}/main~d2719b1e`],
  );
  const page = await get(memberLink(party));
  expect(page.body).toContain('hết ngày 02/12/2020 (thứ Tư)');
  expect(page.body).toContain('Được gia hạn: đi công tác &lt;tỉnh>');
  expect(page.body).toContain('(trước đây: hết ngày 28/11/2020 (thứ Bảy))');
});
