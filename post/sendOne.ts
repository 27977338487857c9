import type { ClaimedLetter } from '../db/letters/claimLetters.ts';
import type { SendResult } from '../db/letters/settleLetters.ts';
import { buildMail, type MailContext } from './buildMail.ts';
import type { Delivery } from './delivery.ts';
import type { LetterMessage } from './letterMessage.ts';
import type { MailTransport } from './transport.ts';

/** A claimed letter and its mail, or why there is none. */
export interface ReadyLetter {
  letter: ClaimedLetter;
  mail: LetterMessage | { cannot: string };
}

/** Makes a letter's mail; what cannot be made is a result, so that one letter harms no other of its chunk. */
export function makeReady(
  letter: ClaimedLetter,
  context: MailContext,
  say: (line: string) => void,
): ReadyLetter {
  const { address, document } = letter;
  if (address === null || document === null) return { letter, mail: { cannot: 'no-address' } };
  try {
    return { letter, mail: buildMail(letter, document, address, context) };
  } catch (error) {
    say(`letter ${letter.id} cannot be made: ${error instanceof Error ? error.message : error}`);
    return { letter, mail: { cannot: 'cannot-be-made' } };
  }
}

/** Makes one attempt to send a letter. */
export async function sendOne(
  { letter, mail }: ReadyLetter,
  transport: MailTransport,
  delayAfter: (attempts: number) => number,
): Promise<SendResult & { reached: boolean }> {
  const delivery: Delivery =
    'cannot' in mail ? { outcome: 'refused', answer: mail.cannot } : await transport.send(mail);
  const isTriedAgain = delivery.outcome === 'put-off' || delivery.outcome === 'uncertain';
  const reached = delivery.outcome !== 'put-off' || delivery.reached;
  const bytesSha256 = 'cannot' in mail ? null : mail.sha256;
  return {
    id: letter.id,
    noticeId: letter.noticeId,
    attempt: letter.attempts,
    outcome: delivery.outcome,
    answer: delivery.answer,
    bytesDiffer: letter.bytesSha256 !== null && letter.bytesSha256 !== bytesSha256,
    wasUncertain: letter.wasUncertain,
    retryAfterSeconds: isTriedAgain ? secondsUntilNext(reached, delayAfter(letter.attempts)) : null,
    reached,
  };
}

/** A server that nobody reached said nothing of the letter: once it is there again, the letter must not wait for an hour. */
const secondsUntilNext = (reached: boolean, delay: number): number =>
  reached ? delay : Math.min(delay, 60);
