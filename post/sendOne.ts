import type { Transporter } from 'nodemailer';
import type { ClaimedLetter } from '../db/letters/claimLetters.ts';
import type { SendResult } from '../db/letters/settleLetters.ts';
import { buildMail, hashOf, type MailContext } from './buildMail.ts';

/** An SMTP failure as nodemailer tells it. */
interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  command?: string;
}

/** Attempts are made further and further apart: 10 s, 20 s, 40 s … at most an hour, and never given up. */
const delayAfter = (attempts: number): number =>
  Math.min(3600, 10 * 2 ** Math.min(attempts - 1, 10));

/** Makes one attempt to send a letter; whatever goes wrong is a result, so that one letter harms no other. */
export async function sendOne(
  letter: ClaimedLetter,
  transport: Pick<Transporter, 'sendMail'>,
  context: MailContext,
): Promise<SendResult> {
  const about = { id: letter.id, noticeId: letter.noticeId, attempt: letter.attempts };
  if (letter.address === null) {
    return {
      ...about,
      outcome: 'refused',
      answer: 'no-address',
      bytesSha256: null,
      retryAfterSeconds: null,
    };
  }
  const mail = buildMail(letter, letter.address, context);
  const bytesSha256 = hashOf(mail);
  const differs =
    letter.bytesSha256 !== null && letter.bytesSha256 !== bytesSha256
      ? ' (text differs from the first attempt)'
      : '';
  try {
    const { response } = await transport.sendMail(mail);
    return {
      ...about,
      outcome: 'sent',
      answer: codeOf(response ?? '') + differs,
      bytesSha256,
      retryAfterSeconds: null,
    };
  } catch (error) {
    return { ...about, ...outcomeOf(error as SmtpError, letter.attempts), bytesSha256 };
  }
}

function outcomeOf(
  error: SmtpError,
  attempts: number,
): Pick<SendResult, 'outcome' | 'answer' | 'retryAfterSeconds'> {
  const { responseCode, code, command } = error;
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH') {
    return { outcome: 'refused', answer: `${responseCode}`, retryAfterSeconds: null };
  }
  if (responseCode !== undefined) {
    return {
      outcome: 'put-off',
      answer: `${responseCode}`,
      retryAfterSeconds: delayAfter(attempts),
    };
  }
  // the connection broke: after the text was handed over nobody knows whether it was taken
  const answer = code ?? error.name;
  const isUncertain =
    command === 'DATA' ||
    command === 'MESSAGE' ||
    code === 'ETIMEDOUT' ||
    (code === 'ECONNECTION' && command === undefined);
  return isUncertain && command !== 'CONN'
    ? { outcome: 'uncertain', answer, retryAfterSeconds: delayAfter(attempts) }
    : { outcome: 'put-off', answer, retryAfterSeconds: delayAfter(attempts) };
}

const codeOf = (response: string): string => response.slice(0, 3);
