import { randomUUID } from 'node:crypto';

export interface DsnInput {
  /** Who sent the original, and gets the notice. */
  sender: string;
  /** Whose mailbox does not exist. */
  recipient: string;
  /** The original message; its headers are returned, its body is not. */
  original: Buffer;
  /** The machine's clock: for the headers only. */
  now: Date;
}

/**
 * A notice of non-delivery as mail servers write it: multipart/report with an explanation for
 * people, the fields of RFC 3464 for programs, and the headers of the original (RFC 6522).
 *
 * @returns the message with CRLF line ends.
 */
export function writeDsn({ original, now, ...input }: DsnInput): Buffer {
  const [sender, recipient] = [withoutBreaks(input.sender), withoutBreaks(input.recipient)];
  const boundary = `report-${randomUUID()}`;
  const headers = headersOf(original);
  const messageId = /^message-id:\s*(<[^<>\r\n]+>)/im.exec(headers)?.[1];
  const date = now.toUTCString().replace('GMT', '+0000');
  const lines = [
    'From: Mail Delivery System <mailer-daemon@inbox.localhost>',
    `To: <${sender}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${date}`,
    `Message-ID: <${randomUUID()}@inbox.localhost>`,
    ...(messageId === undefined ? [] : [`In-Reply-To: ${messageId}`, `References: ${messageId}`]),
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `The message could not be delivered to <${recipient}>: there is no such mailbox.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; inbox.localhost',
    `Arrival-Date: ${date}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: no such mailbox`,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    headers,
    '',
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

function headersOf(original: Buffer): string {
  const end = original.indexOf('\r\n\r\n');
  return original.subarray(0, end === -1 ? original.length : end).toString('utf8');
}

/** What a client names in its envelope must not become a header of ours. */
function withoutBreaks(address: string): string {
  return address.replace(/\p{Cc}/gu, '');
}
