import { createHash } from 'node:crypto';
import type { LetterDocument, LetterLink } from '../contracts/letters.ts';
import type { ClaimedLetter } from '../db/letters/claimLetters.ts';
import { localDate } from '../domain/time/zone.ts';
import { plainLine } from '../letters/format/plain.ts';
import { renderHtml } from '../letters/render/renderHtml.tsx';
import { renderText } from '../letters/render/renderText.ts';
import { LetterMessage } from './letterMessage.ts';
import { type LinkSettings, linkUrl } from './linkUrl.ts';
import type { MailSettings } from './transport.ts';

export interface MailContext extends LinkSettings {
  mail: MailSettings;
}

const NAME_LIMIT = 200;

/**
 * The mail of a letter. The same letter gives the same bytes at every attempt: fixed Message-ID, date, boundary and
 * links. Links are made here and are stored nowhere.
 */
export function buildMail(
  letter: Omit<ClaimedLetter, 'document' | 'address' | 'notBefore'>,
  document: LetterDocument,
  address: string,
  context: MailContext,
): LetterMessage {
  const { from, replyTo } = context.mail;
  const urlOf = (link: LetterLink): string => linkUrl(link, letter, context);
  const { datedAt = letter.writtenAt } = document;
  const datedOn = localDate(datedAt, letter.zone);
  return new LetterMessage({
    headers: {
      From: from,
      'Reply-To': replyTo,
      To: { name: plainLine(letter.name ?? '', NAME_LIMIT), address },
      Subject: document.subject,
      'Message-ID': letter.messageId,
      Date: new Date(datedAt),
      // RFC 3834: written by a program, so that nobody's holiday notice answers it
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      // RFC 2919: lets a receiver sort all letters about one notice. There is no List-Unsubscribe: nobody subscribed
      'List-Id': `<${letter.noticeId}.${domainOf(from)}>`,
      'X-Dondoc-Letter': letter.id,
      'X-Dondoc-Kind': letter.kind,
    },
    text: renderText(document, urlOf, datedOn),
    html: renderHtml(document, urlOf, datedOn),
    boundary: `=_${createHash('sha256').update(letter.id).digest('hex').slice(0, 32)}`,
  });
}

/** The domain of an address as settings write it, 'Name <a@b.example>' or 'a@b.example'. */
export function domainOf(from: string): string {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1];
  if (!domain)
    throw new Error(
      `"${from}" is no sender; it must end with an address, as in "Office <office@example.org>"`,
    );
  return domain;
}
