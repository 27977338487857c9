import { expect, test } from 'vitest';
import { CAST_CHANNEL, keepMessage } from '../../../dev/mailbox/keepMessage.ts';
import { listMail, mailAddresses, readMessage } from '../../../dev/mailbox/listMail.ts';
import {
  asBounce,
  asShown,
  headerOf,
  markRead,
  unreadMail,
} from '../../../dev/mailbox/readMail.ts';
import { writeDsn } from '../../../dev/stack/mail/writeDsn.ts';
import { ownRegister } from '../../support/ownRegister.ts';

const database = ownRegister();

const message = (subject: string, body = 'Kính gửi') =>
  Buffer.from(
    [
      'From: dondoc <dondoc@example.test>',
      'To: =?UTF-8?B?xJDhu5NuZyBjaMOt?= <a@example.test>',
      `Subject: ${subject}`,
      'Message-ID: <1@example.test>',
      'X-Dondoc-Letter: 5b0f2f6e-58f6-4a8b-8a3e-2f5a9d7c1b11',
      'Content-Type: text/plain; charset=utf-8',
      '',
      body,
      '',
    ].join('\r\n'),
  );
const keep = (to: string[], raw: Buffer) =>
  keepMessage(database.pool, { envelope: { from: 'dondoc@example.test', to }, raw });

test('keeps a message once for each receiver, tells of it, and lists the newest first', async () => {
  const listener = await database.pool.connect();
  await listener.query(`listen "${CAST_CHANNEL}"`);
  const told = new Promise((resolve) => listener.once('notification', resolve));
  await keep(['a@example.test', 'b@example.test'], message('=?UTF-8?B?TmjhuqVj?='));
  await told;
  listener.release(true);
  await keep(['b@example.test'], message('second'));

  const all = await listMail(database.pool, { limit: 10 });
  expect(all.map(({ to, subject }) => [to, subject])).toEqual([
    ['b@example.test', 'second'],
    ['b@example.test', 'Nhấc'],
    ['a@example.test', 'Nhấc'],
  ]);
  expect(await mailAddresses(database.pool)).toEqual([
    { address: 'a@example.test', count: 1 },
    { address: 'b@example.test', count: 2 },
  ]);
  const before = all[0]?.id;
  const older = await listMail(database.pool, { to: 'b@example.test', before, limit: 10 });
  expect(older.map(({ subject }) => subject)).toEqual(['Nhấc']);
});

test('a message is unread until it is marked', async () => {
  const unread = await unreadMail(database.pool);
  expect(unread).toHaveLength(3);
  const [first] = unread;
  await markRead(database.pool, [first?.id ?? 0]);
  expect((await unreadMail(database.pool)).map(({ id }) => id)).toEqual(
    unread.slice(1).map(({ id }) => id),
  );
  expect(
    (await readMessage(database.pool, first?.id ?? 0))?.raw.equals(first?.raw ?? Buffer.of()),
  ).toBe(true);
});

test('a header is read from the head alone', () => {
  const raw = message('x', 'X-Dondoc-Letter: from the body\r\nX-Other: y');
  expect(headerOf(raw, 'x-dondoc-letter')).toBe('5b0f2f6e-58f6-4a8b-8a3e-2f5a9d7c1b11');
  expect(headerOf(raw, 'X-Other')).toBeUndefined();
});

test('tells a notice of non-delivery from a letter that speaks of one', async () => {
  const dsn = writeDsn({
    sender: 'dondoc@example.test',
    recipient: 'gone@example.test',
    original: message('x'),
    now: new Date(),
  });
  const read = (raw: Buffer) => asBounce({ id: 1, toAddress: '', raw });
  expect(await read(dsn)).toMatchObject({
    originalMessageId: '<1@example.test>',
    recipient: 'gone@example.test',
    status: '5.1.1',
  });
  expect(
    await read(message('x', 'Content-Type: multipart/report; report-type=delivery-status')),
  ).toBeUndefined();
});

test('is shown with names, text and no HTML of its own making', async () => {
  expect(await asShown(message('x', 'một & hai'))).toEqual({
    from: '"dondoc" <dondoc@example.test>',
    to: '"Đồng chí" <a@example.test>',
    subject: 'x',
    text: 'một & hai\n',
    html: null,
  });
});
