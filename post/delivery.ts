/**
 * What became of one attempt. `answer` is the server's code and class (RFC 3463) or the kind of trouble, never an
 * address or a server's sentence, which may hold one.
 */
export type Delivery =
  | { outcome: 'sent'; answer: string }
  /** refused for good (5xx at RCPT or DATA, or a letter that cannot be sent as it is) */
  | { outcome: 'refused'; answer: string }
  /** not taken this time (4xx, sign-in refused, no connection); `reached`: whether a server answered at all */
  | { outcome: 'put-off'; answer: string; reached: boolean }
  /** the connection was lost after the whole letter had been given to it and before an answer came */
  | { outcome: 'uncertain'; answer: string };

interface SmtpError extends Error {
  code?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
}

/** Where a 5xx says something of this session or of us, not of this letter: trying again later can help. */
const OF_THE_SESSION = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROTOCOL', 'ETLS', 'EREQUIRETLS']);

/** What a failed attempt means for the letter. */
export function deliveryFailed(error: SmtpError, isHandedOver: boolean): Delivery {
  const { code = error.name, responseCode, response } = error;
  if (responseCode !== undefined) {
    const answer = replyOf(response ?? String(responseCode));
    // 503, bad sequence of commands, is of the session too (RFC 5321, 4.2.1)
    const isOfLetter = responseCode >= 500 && responseCode !== 503 && !OF_THE_SESSION.has(code);
    return isOfLetter
      ? { outcome: 'refused', answer }
      : { outcome: 'put-off', answer, reached: true };
  }
  // what nodemailer itself finds wrong with the receiver's address is found again at every attempt
  if (code === 'EENVELOPE') return { outcome: 'refused', answer: 'bad-address' };
  if (isHandedOver) return { outcome: 'uncertain', answer: code };
  return { outcome: 'put-off', answer: code, reached: false };
}

/** '550 5.1.1' of '550 5.1.1 <somebody@example.test> is unknown here'. */
export const replyOf = (response: string): string =>
  /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response)?.[0].replace('-', ' ') ?? 'no code';
