import { type Attachment, type ParsedMail, type StructuredHeader, simpleParser } from 'mailparser';

/** What a notice of non-delivery says of one letter. */
export interface Dsn {
  /** With its angle brackets; missing where the notice carries nothing of the original. */
  originalMessageId?: string;
  recipient: string;
  /** RFC 3463, e.g. '5.1.1'. */
  status: string;
  /** What the refusing server said, one line of at most 500 characters; may be empty. */
  diagnostic: string;
}

/** Larger than any notice: servers return headers, or a letter that we have written. */
const MAX_BYTES = 5 * 1024 * 1024;

/**
 * Reads a notice that a letter will not arrive (multipart/report, RFC 3464): the first recipient
 * with the action "failed". A notice of delay or of success is none, nor is anything else.
 *
 * Anybody can send us such a message, so what it says is a claim to be matched with a letter of
 * ours, by its Message-ID and recipient.
 *
 * @returns undefined for whatever is not such a notice, however broken; never throws.
 */
export async function readDsn(raw: Buffer | string): Promise<Dsn | undefined> {
  if (raw.length > MAX_BYTES) return undefined;
  let mail: ParsedMail;
  try {
    mail = await simpleParser(raw, {
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      maxChildNodes: 50,
      maxHeadSize: 64 * 1024,
    });
  } catch {
    // What mailparser cannot read is no notice; its sender decides what it throws.
    return undefined;
  }
  if (!isDeliveryReport(mail)) return undefined;
  const failed = failedRecipient(partOf(mail, 'message/delivery-status'));
  if (!failed) return undefined;
  const originalMessageId = messageIdOfOriginal(mail);
  return originalMessageId === undefined ? failed : { originalMessageId, ...failed };
}

function isDeliveryReport(mail: ParsedMail): boolean {
  const type = mail.headers.get('content-type') as StructuredHeader | undefined;
  return (
    type?.value.toLowerCase() === 'multipart/report' &&
    type.params['report-type']?.toLowerCase() === 'delivery-status'
  );
}

function partOf(mail: ParsedMail, ...types: string[]): Attachment | undefined {
  return mail.attachments.find(({ contentType }) =>
    types.includes(String(contentType).toLowerCase()),
  );
}

/** The part's groups of fields, the first about the message, each other about one recipient. */
function failedRecipient(part: Attachment | undefined): Omit<Dsn, 'originalMessageId'> | undefined {
  const groups =
    part?.content
      .toString('utf8')
      .replace(/\r\n?/g, '\n')
      .split(/\n{2,}/) ?? [];
  for (const fields of groups.map(readFields)) {
    if (fields.get('action')?.toLowerCase() !== 'failed') continue;
    // The address we wrote to, where an alias has led elsewhere.
    const recipient = addressOf(fields.get('original-recipient') ?? fields.get('final-recipient'));
    const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
    if (recipient === undefined || status === undefined) continue;
    return { recipient, status, diagnostic: afterType(fields.get('diagnostic-code') ?? '') };
  }
  return undefined;
}

function readFields(group: string): Map<string, string> {
  const unfolded = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    unfolded.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

/** "rfc822; a@example.test" without its type, as a plain line. */
function afterType(value: string): string {
  const text = value.slice(value.indexOf(';') + 1);
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}

function addressOf(value: string | undefined): string | undefined {
  const address = afterType(value ?? '').replace(/^<|>$/g, '');
  return /^[^\s<>]+@[^\s<>]+$/.test(address) && address.length <= 254 ? address : undefined;
}

/** From the returned headers or message; else from what the notice says it answers. */
function messageIdOfOriginal(mail: ParsedMail): string | undefined {
  const returned = partOf(mail, 'text/rfc822-headers', 'message/rfc822', 'message/global-headers');
  const headers = returned?.content.toString('utf8').split(/\r?\n\r?\n/)[0];
  const found = /^message-id:\s*(<[^<>\s]{1,250}>)/im.exec(headers ?? '')?.[1];
  return found ?? /<[^<>\s]{1,250}>/.exec(mail.inReplyTo ?? '')?.[0];
}
