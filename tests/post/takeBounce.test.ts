import { beforeEach, expect, test } from 'vitest';
import { readDsn } from '../../dev/stack/mail/readDsn.ts';
import { takeBounce } from '../../post/takeBounce.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { attemptsOf, letterRow, loadOutbox, logOf, queueTo, sendDue } from './outbox.ts';

const LATER = '2020-12-14T01:05:00.000Z';
const database = ownRegister();
let notice: string;

beforeEach(async () => {
  notice = await loadOutbox(database.pool);
});

/** Sends what is due by a server that takes everything, at once or after `meanwhile`. */
async function send(meanwhile: (messageId: string) => Promise<unknown> = async () => {}) {
  await sendDue(database.pool, 'smtp://127.0.0.1:9', {
    transport: {
      send: async (message) => {
        await meanwhile(message.messageId());
        return { outcome: 'sent', answer: '250' };
      },
      close: () => {},
    },
  });
}

const bounce = (originalMessageId: string) => ({
  originalMessageId,
  status: '5.1.1',
  diagnostic: '550 5.1.1 <ana@example.test> is unknown here',
  now: LATER,
});

test('a letter that comes back is marked once, without the address that the server named', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  await send();
  const { message_id } = await letterRow(database.pool, id);
  expect(await takeBounce(database.pool, bounce(message_id))).toBe(true);
  expect(await takeBounce(database.pool, bounce(message_id))).toBe(true);
  expect(await letterRow(database.pool, id)).toMatchObject({
    state: 'bounced',
    failure: '550 5.1.1',
  });
  expect(await attemptsOf(database.pool, id)).toEqual(['sent 250', 'bounced 550 5.1.1']);
  const log = await logOf(database.pool, id);
  expect(log.map(({ action }) => action)).toEqual([
    'letter-written',
    'letter-sent',
    'letter-bounced',
  ]);
  expect(JSON.stringify(log)).not.toContain('@');
});

test('a bounce that is read before the office has settled the letter is not undone', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  await send((messageId) => takeBounce(database.pool, bounce(messageId)));
  expect((await letterRow(database.pool, id)).state).toBe('bounced');
  expect(await attemptsOf(database.pool, id)).toEqual(['sent 250', 'bounced 550 5.1.1']);
});

test('an id that is no letter, or of a letter that never went out, is answered false', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  const { message_id } = await letterRow(database.pool, id);
  for (const messageId of [
    message_id,
    '<nobody@example.test>',
    '',
    '<>',
    '\u0000',
    'x'.repeat(9999),
  ]) {
    expect(await takeBounce(database.pool, bounce(messageId))).toBe(false);
  }
  expect((await letterRow(database.pool, id)).state).toBe('queued');
});

test('a real notice of non-delivery leads to its letter', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  await send();
  const { message_id } = await letterRow(database.pool, id);
  const dsn = await readDsn(
    [
      'From: MAILER-DAEMON@example.test',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example.test',
      '',
      'Final-Recipient: rfc822; ana@example.test',
      'Action: failed',
      'Status: 5.2.2',
      'Diagnostic-Code: smtp; 552 5.2.2 mailbox full',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${message_id}`,
      '',
      '--b--',
      '',
    ].join('\r\n'),
  );
  if (!dsn?.originalMessageId) throw new Error('the notice was not read');
  const { originalMessageId, status, diagnostic } = dsn;
  expect(
    await takeBounce(database.pool, { originalMessageId, status, diagnostic, now: LATER }),
  ).toBe(true);
  expect((await letterRow(database.pool, id)).failure).toBe('552 5.2.2');
});
