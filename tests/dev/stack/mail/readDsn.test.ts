import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDsn } from '../../../../dev/stack/mail/readDsn.ts';
import { writeDsn } from '../../../../dev/stack/mail/writeDsn.ts';

const original = Buffer.from(
  'From: vanphong@example.test\r\nSubject: =?utf-8?q?=C4=90?=\r\nMessage-ID: <l-1@example.test>\r\n\r\nbody',
);
const notice = writeDsn({
  ...{ sender: 'vanphong@example.test', recipient: 'a@example.test', original },
  now: new Date('2020-11-15T00:00:00.000Z'),
}).toString();

/** A notice as other servers write it: the fields, and the parts after them. */
function report(fields: string[], rest: string[] = [], type = 'report-type=delivery-status') {
  return [
    'In-Reply-To: <answered@example.test>',
    `Content-Type: multipart/report; ${type}; boundary=b`,
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.test',
    '',
    ...fields,
    '',
    ...rest,
    '--b--',
    '',
  ].join('\r\n');
}

const failed = ['Final-Recipient: rfc822; a@example.test', 'Action: failed', 'Status: 5.7.1'];

test('reads our own notice, which returns the headers and not the body', async () => {
  expect(await readDsn(notice)).toEqual({
    originalMessageId: '<l-1@example.test>',
    recipient: 'a@example.test',
    status: '5.1.1',
    diagnostic: '550 5.1.1 <a@example.test>: no such mailbox',
  });
  expect(notice).not.toContain('body');
  expect(notice).toContain('Date: Sun, 15 Nov 2020 00:00:00 +0000');
});

test('reads a notice with the whole letter returned, folded fields and an alias', async () => {
  const fields = [
    'Original-Recipient: rfc822;alias@example.test',
    ...failed,
    'Diagnostic-Code: smtp; 550 first',
    '  and second line',
  ];
  const returned = ['--b', 'Content-Type: message/rfc822', '', 'Message-Id: <l-2@x>', '', 'text'];
  expect(await readDsn(report(fields, returned))).toEqual({
    originalMessageId: '<l-2@x>',
    recipient: 'alias@example.test',
    status: '5.7.1',
    diagnostic: '550 first and second line',
  });
});

test('falls back on what the notice answers where nothing is returned', async () => {
  const dsn = await readDsn(report(failed));
  expect(dsn).toMatchObject({ originalMessageId: '<answered@example.test>', diagnostic: '' });
});

test('passes by recipients that are served, and takes the one that is not', async () => {
  const served = ['Final-Recipient: rfc822; b@example.test', 'Action: relayed', 'Status: 2.0.0'];
  const dsn = await readDsn(report([...served, '', ...failed]));
  expect(dsn?.recipient).toBe('a@example.test');
});

test.each([
  ['a notice of delay', report(failed.map((line) => line.replace('failed', 'delayed')))],
  ['a read receipt', report(failed, [], 'report-type=disposition-notification')],
  ['a notice without a status', report(failed.slice(0, 2))],
  ['a notice without a recipient', report(failed.slice(1))],
  ['a status that is none', report([...failed.slice(0, 2), 'Status: 5.1; DROP TABLE'])],
  ['an ordinary letter', 'From: a@example.test\r\nSubject: x\r\n\r\nAction: failed'],
  ['an empty message', ''],
  ['more than anybody writes', notice + 'x'.repeat(6 * 1024 * 1024)],
  [
    'a thousand nested parts',
    'Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n'.repeat(1000),
  ],
])('%s is no notice of non-delivery', async (_, raw) => {
  expect(await readDsn(raw)).toBeUndefined();
});

test('never throws, whatever is cut off or overwritten', async () => {
  const damaged = fc.record({
    cut: fc.nat(notice.length),
    at: fc.nat(notice.length),
    with: fc.string({ maxLength: 40, unit: 'binary' }),
  });
  await fc.assert(
    fc.asyncProperty(damaged, async ({ cut, at, with: text }) => {
      const raw = (notice.slice(0, at) + text + notice.slice(at + text.length)).slice(0, cut);
      const dsn = await readDsn(Buffer.from(raw));
      expect(dsn === undefined || /^[245]\.\d+\.\d+$/.test(dsn.status)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('never throws on arbitrary bytes', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(bytes, async (raw) => {
      expect(await readDsn(Buffer.from(raw))).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

test('a notice keeps a line break in an address from making headers of its own', () => {
  const now = new Date(0);
  const sender = 'a@example.test>\r\nBcc: <b@example.test';
  const written = writeDsn({ sender, recipient: 'c@example.test', original, now }).toString();
  expect(written).not.toMatch(/^Bcc:/m);
});
