import { once } from 'node:events';
import { createConnection } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import {
  type Inbox,
  type InboxOptions,
  startInbox,
} from '../../../../dev/stack/mail/inboxServer.ts';
import type { InboxMessage, RecipientRule } from '../../../../dev/stack/mail/inboxTransaction.ts';
import { readDsn } from '../../../../dev/stack/mail/readDsn.ts';

let inbox: Inbox;
let kept: InboxMessage[];

async function start(options: Partial<InboxOptions> = {}): Promise<void> {
  kept = [];
  const deliver = async (message: InboxMessage) => {
    kept.push(message);
  };
  inbox = await startInbox({ preferredPort: 0, deliver, ...options });
}

/** Rules by the name before the @. */
const byName = (recipient: string) => (recipient.split('@')[0] ?? 'accept') as RecipientRule;

/** Sends one message over real SMTP. */
async function send(to: string[], text = 'Kính gửi đồng chí') {
  const transport = createTransport({ url: inbox.url, disableFileAccess: true });
  const message = { from: 'vanphong@example.test', to, subject: 'Đôn đốc', text };
  try {
    return await transport.sendMail({ ...message, messageId: '<letter-1@example.test>' });
  } finally {
    transport.close();
  }
}

afterEach(() => inbox.stop());

test('keeps the envelope and the bytes of a letter before it answers', async () => {
  await start();
  const { response } = await send(['bithu@example.test', 'pho@example.test']);
  expect(response).toContain('250');
  expect(kept).toHaveLength(1);
  expect(kept[0]?.envelope).toEqual({
    from: 'vanphong@example.test',
    to: ['bithu@example.test', 'pho@example.test'],
  });
  expect(kept[0]?.raw.toString()).toContain('Message-ID: <letter-1@example.test>');
});

test('has the client try again where a letter was not kept', async () => {
  await start({
    deliver: async () => {
      throw new Error('the disk is full');
    },
  });
  await expect(send(['a@example.test'])).rejects.toMatchObject({
    responseCode: 451,
    response: expect.stringContaining('the disk is full'),
  });
});

test('refuses and defers single recipients, and keeps the letter for the others', async () => {
  await start({ rules: byName });
  const to = ['refuse@example.test', 'accept@example.test', 'defer@example.test'];
  const { accepted, rejected, rejectedErrors } = await send(to);
  expect(accepted).toEqual(['accept@example.test']);
  expect(rejected).toEqual(['refuse@example.test', 'defer@example.test']);
  expect(rejectedErrors?.map(({ responseCode }) => responseCode)).toEqual([550, 451]);
  expect(kept.map(({ envelope }) => envelope.to)).toEqual([['accept@example.test']]);
});

test('takes a letter that bounces, and sends its sender a notice that names it', async () => {
  await start({ rules: byName });
  const { accepted } = await send(['bounce@example.test', 'accept@example.test']);
  expect(accepted).toHaveLength(2);
  expect(kept.map(({ envelope }) => envelope)).toEqual([
    { from: 'vanphong@example.test', to: ['accept@example.test'] },
    { from: '', to: ['vanphong@example.test'] },
  ]);
  expect(await readDsn(kept[1]?.raw ?? '')).toEqual({
    originalMessageId: '<letter-1@example.test>',
    recipient: 'bounce@example.test',
    status: '5.1.1',
    diagnostic: '550 5.1.1 <bounce@example.test>: no such mailbox',
  });
});

test('a notice that bounces itself is not answered', async () => {
  await start({ rules: () => 'bounce' });
  const transport = createTransport({ url: inbox.url, disableFileAccess: true });
  const envelope = { from: '', to: ['bounce@example.test'] };
  await transport.sendMail({ envelope, from: 'mailer-daemon@example.test', text: 'undelivered' });
  transport.close();
  expect(kept).toEqual([]);
});

test('takes a burst over several connections at once, each letter once', async () => {
  await start();
  const transport = createTransport({
    ...{ url: inbox.url, disableFileAccess: true },
    ...{ pool: true, maxConnections: 10, maxMessages: Number.POSITIVE_INFINITY },
  });
  const letters = Array.from({ length: 200 }, (_, at) => `m${at}@example.test`);
  const sent = letters.map((to) => transport.sendMail({ from: 'o@example.test', to, text: to }));
  await Promise.all(sent);
  transport.close();
  expect(kept.map(({ envelope }) => envelope.to[0]).sort()).toEqual([...letters].sort());
});

test('offers PIPELINING, and answers commands sent in one go', async () => {
  await start();
  const socket = createConnection(inbox.port, '127.0.0.1');
  await once(socket, 'readable');
  socket.write('EHLO client\r\nMAIL FROM:<a@example.test>\r\nRCPT TO:<b@example.test>\r\nQUIT\r\n');
  let answers = '';
  for await (const chunk of socket) answers += chunk;
  expect(answers).toMatch(/^250[- ]PIPELINING/m);
  expect(answers.match(/^(220|250|221) /gm)).toEqual(['220 ', '250 ', '250 ', '250 ', '221 ']);
});

test('two inboxes take two ports', async () => {
  await start();
  const second = await startInbox({ preferredPort: inbox.port, deliver: async () => undefined });
  expect(second.port).toBeGreaterThan(inbox.port);
  expect(second.url).toBe(`smtp://127.0.0.1:${second.port}`);
  await second.stop();
});
