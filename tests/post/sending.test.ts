import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOffice } from '../../post/livingOffice.ts';
import { ServerTrouble } from '../../post/serverTrouble.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { type MailServer, startMailServer } from './mailServer.ts';
import {
  attemptsOf,
  drain,
  letterRow,
  loadOutbox,
  logOf,
  NOW,
  officeFor,
  queueTo,
  remind,
  sendDue,
  waitIsOver,
} from './outbox.ts';

const database = ownRegister({ max: 20 });
let server: MailServer;
let notice: string;

beforeEach(async () => {
  server = await startMailServer();
  notice = await loadOutbox(database.pool);
});
afterEach(() => server.stop());

const sendAll = (over?: Parameters<typeof sendDue>[2]) => sendDue(database.pool, server.url, over);

test('a letter goes out with the headers of an automatic one, readable, to its one receiver', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  await sendAll();
  const [mail] = server.taken;
  if (!mail) throw new Error('nothing came');
  const read = await simpleParser(mail.raw);
  expect(read.subject).toBe('[Nhắc lại] Báo cáo kỳ 14/12/2020 – Kết luận số 5');
  expect(read.from?.value).toEqual([{ name: 'Văn phòng NTM', address: 'van-phong@example.test' }]);
  expect(read.to).toMatchObject({
    value: [{ name: 'Trưởng phòng Kinh tế và Hạ tầng', address: 'ana@example.test' }],
  });
  expect(read.replyTo?.value).toEqual([{ name: '', address: 'chanh-van-phong@example.test' }]);
  expect(read.date?.toISOString()).toBe(NOW);
  expect(read.messageId).toBe((await letterRow(database.pool, id)).message_id);
  expect(read.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.raw.toString().toLowerCase()).toContain(`\r\nlist-id: <${notice}.example.test>\r\n`);
  expect(mail.raw.toString()).not.toMatch(/^list-unsubscribe/im);
  expect(read.headers.get('x-dondoc-letter')).toBe(id);
  expect(read.text).toContain('Kính gửi: Đồng chí Trưởng phòng Kinh tế và Hạ tầng');
  expect(read.text).toContain('https://dondoc.example.test/r/');
  expect(read.html).toContain('<html lang="vi">');
  expect(await letterRow(database.pool, id)).toMatchObject({
    state: 'sent',
    sent_at: NOW,
    attempts: 1,
    claimed_by: null,
  });
  expect(await attemptsOf(database.pool, id)).toEqual(['sent 250']);
});

test('one refused address harms nobody else’s letter', async () => {
  const refused = await queueTo(database.pool, notice, 'refuse@example.test');
  const atData = await queueTo(database.pool, notice, 'refuse-text@example.test');
  const good = await Promise.all(
    ['ana', 'binh', 'chi'].map((name) => queueTo(database.pool, notice, `${name}@example.test`)),
  );
  await sendAll();
  expect(await letterRow(database.pool, refused)).toMatchObject({
    state: 'failed',
    failure: '550 5.1.1',
  });
  expect(await letterRow(database.pool, atData)).toMatchObject({
    state: 'failed',
    failure: '554 5.6.0',
  });
  for (const id of good) expect((await letterRow(database.pool, id)).state).toBe('sent');
  expect(await attemptsOf(database.pool, refused)).toEqual(['refused 550 5.1.1']);
});

test('a server that wants it later gets it later, each time later still, and the letter is never dropped', async () => {
  const id = await queueTo(database.pool, notice, 'defer@example.test');
  const delays: (number | null)[] = [];
  for (let attempt = 1; attempt <= 9; attempt++) {
    await sendAll();
    const row = await letterRow(database.pool, id);
    expect(row).toMatchObject({ state: 'queued', attempts: attempt, failure: '451 4.3.0' });
    delays.push(row.retry_in);
    await sendAll();
    expect((await letterRow(database.pool, id)).attempts).toBe(attempt); // its time has not come
    await waitIsOver(database.pool, id);
  }
  expect(delays).toEqual([...delays].sort((a, b) => Number(a) - Number(b)));
  expect(delays[0]).toBeLessThanOrEqual(60);
  expect(delays.at(-1)).toBe(3600);
  server.treatAllAs('accept');
  await sendAll();
  expect((await letterRow(database.pool, id)).state).toBe('sent');
});

test('a connection lost after the text leaves the letter uncertain; it goes out again with the same bytes, and marked', async () => {
  const id = await queueTo(database.pool, notice, 'drop-after-data@example.test');
  await sendAll();
  expect(await letterRow(database.pool, id)).toMatchObject({ state: 'uncertain', sent_at: null });
  await waitIsOver(database.pool, id);
  server.treatAllAs('accept');
  await sendAll();
  expect((await letterRow(database.pool, id)).state).toBe('sent');
  const [first, second, ...more] = server.taken;
  expect(more).toEqual([]);
  expect(second?.raw.equals(first?.raw ?? Buffer.alloc(0))).toBe(true);
  expect(await attemptsOf(database.pool, id)).toEqual(['uncertain ECONNECTION', 'sent 250']);
  expect((await logOf(database.pool, id)).map(({ action, detail }) => [action, detail])).toEqual([
    ['letter-written', expect.anything()],
    ['letter-uncertain', { attempt: 1, answer: 'ECONNECTION' }],
    ['letter-sent', { attempt: 2, again: true }],
  ]);
});

test('put off after a doubtful attempt, a letter stays doubtful', async () => {
  const id = await queueTo(database.pool, notice, 'drop-after-data@example.test');
  await sendAll();
  await waitIsOver(database.pool, id);
  server.treatAllAs('defer');
  await sendAll();
  expect(await letterRow(database.pool, id)).toMatchObject({ state: 'uncertain', attempts: 2 });
});

test('a connection lost before the text has ended is no doubt: nothing was taken', async () => {
  // larger than the sockets' buffers, so that the end of the text cannot be on its way when the server hangs up
  const long = 'ấ'.repeat(6_000_000); // one word, which takes no wrapping; three bytes a character
  const document = { ...remind, blocks: [{ type: 'text' as const, text: long }] };
  const id = await queueTo(database.pool, notice, 'drop-before-end@example.test', { document });
  await sendAll();
  expect(await letterRow(database.pool, id)).toMatchObject({ state: 'queued', attempts: 1 });
  expect(server.taken).toEqual([]);
});

test('somebody without an address, or erased, gets no letter, and the register says why', async () => {
  const none = await queueTo(database.pool, notice, null);
  const erased = await queueTo(database.pool, notice, 'gone@example.test');
  await database.pool.query('delete from letter_text where letter_id = $1', [erased]);
  await sendAll();
  for (const id of [none, erased]) {
    expect(await letterRow(database.pool, id)).toMatchObject({
      state: 'failed',
      failure: 'no-address',
    });
  }
  expect(server.taken).toEqual([]);
});

test('a letter waits for its hour on the notice’s clock, whatever the machine’s says', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test', {
    notBefore: '2020-12-14T01:00:00.001Z',
  });
  await sendAll();
  expect((await letterRow(database.pool, id)).state).toBe('queued');
  await sendAll({ now: async () => '2020-12-14T01:00:00.001Z' });
  expect((await letterRow(database.pool, id)).state).toBe('sent');
});

test('an office of the live clock leaves the letters of a rehearsal alone', async () => {
  const rehearsed = await loadOutbox(database.pool, 'rehearsal');
  const id = await queueTo(database.pool, rehearsed, 'ana@example.test');
  await sendAll({ clock: 'live' });
  expect((await letterRow(database.pool, id)).state).toBe('queued');
  await sendAll({ clock: 'rehearsal' });
  expect((await letterRow(database.pool, id)).state).toBe('sent');
});

test('two offices with several lanes send each of many letters once, over few connections', async () => {
  await Promise.all(
    Array.from({ length: 130 }, (_, index) =>
      queueTo(database.pool, notice, `many-${index}@example.test`),
    ),
  );
  await Promise.all([sendAll(), sendAll()]);
  expect(server.taken).toHaveLength(130);
  expect(new Set(server.taken.map(({ to }) => to)).size).toBe(130);
  const { rows } = await database.pool.query(
    `select state, count(*) as n, log_first_break($1) as broken from letter where notice_id = $1 group by 1`,
    [notice],
  );
  expect(rows).toEqual([{ state: 'sent', n: 130, broken: null }]);
});

test('a server that cannot be reached is said once and left alone for a while; nothing is lost', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  await server.stop();
  const options = officeFor(database.pool, server.url);
  const office = openOffice(database.pool);
  const trouble = new ServerTrouble(options.say);
  await drain(options, office, trouble);
  expect(await letterRow(database.pool, id)).toMatchObject({ state: 'queued', attempts: 1 });
  expect(trouble.isPaused(Date.now())).toBe(true);
  expect(options.said).toHaveLength(1);

  server = await startMailServer({ port: server.port });
  await waitIsOver(database.pool, id);
  await drain(options, office, new ServerTrouble(options.say));
  expect((await letterRow(database.pool, id)).state).toBe('sent');
  await office.close();
  options.transport.close();
});
