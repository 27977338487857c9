import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { LetterLink } from '../contracts/letters.ts';
import type { ClaimedLetter } from '../db/letters/claimLetters.ts';
import { localDate } from '../domain/time/zone.ts';
import { renderHtml } from '../letters/render/renderHtml.tsx';
import { renderText } from '../letters/render/renderText.ts';
import { makeLinkToken } from '../security/linkToken.ts';
import type { MailSettings } from './transport.ts';

export interface MailContext {
  mail: MailSettings;
  linkSecret: string;
  /** without a trailing slash */
  baseUrl: string;
}

/**
 * The mail of a letter: the same letter gives the same bytes at every attempt (fixed Message-ID, date and boundaries).
 * Links are made here and are stored nowhere.
 */
export function buildMail(
  letter: ClaimedLetter,
  address: string,
  context: MailContext,
): SendMailOptions {
  const linkUrl = (link: LetterLink): string => urlOf(link, letter, context);
  const { document } = letter;
  const writtenOn = localDate(letter.writtenAt, letter.zone);
  return {
    from: context.mail.from,
    replyTo: context.mail.replyTo,
    to: { name: letter.name ?? '', address },
    subject: document.subject,
    text: renderText(document, linkUrl, writtenOn),
    html: renderHtml(document, linkUrl, writtenOn),
    messageId: letter.messageId,
    date: letter.writtenAt,
    baseBoundary: createHash('sha256').update(letter.id).digest('hex').slice(0, 16),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'X-Dondoc-Letter': letter.id,
      'X-Dondoc-Kind': letter.kind,
    },
    list: {
      id: {
        url: `${letter.noticeId}.dondoc.invalid`,
        comment: document.head.left[0] ?? letter.noticeId,
      },
    },
  } as SendMailOptions;
}

function urlOf(
  link: LetterLink,
  letter: ClaimedLetter,
  { linkSecret, baseUrl }: MailContext,
): string {
  const claim = {
    noticeId: letter.noticeId,
    person: letter.personId,
    generation: letter.linkGeneration,
  };
  switch (link.to) {
    case 'report':
      return `${baseUrl}/r/${makeLinkToken({ ...claim, purpose: 'report', subject: link.obligationId }, linkSecret)}`;
    case 'finding':
      return `${baseUrl}/f/${makeLinkToken({ ...claim, purpose: 'finding', subject: link.findingId }, linkSecret)}`;
    case 'desk':
      return `${baseUrl}/d/${makeLinkToken({ ...claim, purpose: 'desk', subject: letter.noticeId }, linkSecret)}`;
  }
}

/** What tells that two attempts carried the same mail. */
export const hashOf = (mail: SendMailOptions): string =>
  createHash('sha256').update(JSON.stringify(mail)).digest('hex');
