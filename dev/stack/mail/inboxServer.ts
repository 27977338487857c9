import { SMTPServer } from 'smtp-server';
import { onFreePort } from '../freePort.ts';
import { type InboxMessage, InboxTransaction, type RecipientRule } from './inboxTransaction.ts';

export interface InboxOptions {
  /** On 127.0.0.1; the next free one where taken, 0 for any. */
  preferredPort: number;
  /** Keeps a message; where it fails the client is told to try again (451). */
  deliver: (message: InboxMessage) => Promise<void>;
  /** Default: every recipient is accepted. Asked with the address as the client wrote it. */
  rules?: (recipient: string) => RecipientRule;
}

export interface Inbox {
  port: number;
  /** `smtp://127.0.0.1:port` */
  url: string;
  /** Takes no more mail; what is being taken is finished first, for at most half a second. */
  stop(): Promise<void>;
}

/** Of one message: the letters of a rehearsal have no attachments, a test of the limit may have. */
const MAX_BYTES = 40 * 1024 * 1024;

/**
 * A mail server on 127.0.0.1 that takes every letter for anybody and lets none out: what a
 * rehearsal sends ends here. It reads nothing of a message beyond its envelope.
 *
 * A message is answered with 250 only when `deliver` has kept it and, where it bounces, the notice
 * of that as well (RFC 3464): once the client has its answer nothing is on its way any more.
 *
 * @throws NoFreePort.
 */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  const { preferredPort, deliver, rules = () => 'accept' } = options;
  return onFreePort(preferredPort, async (port) => {
    const server = makeServer(deliver, rules);
    await listen(server, port);
    // Broken connections end their own transaction only; the client sends again.
    server.on('error', () => undefined);
    const stop = () => new Promise<void>((resolve) => server.close(resolve));
    return { port, url: `smtp://127.0.0.1:${port}`, stop };
  });
}

function makeServer(
  deliver: InboxOptions['deliver'],
  rules: (recipient: string) => RecipientRule,
): SMTPServer {
  return new SMTPServer({
    name: 'inbox.localhost',
    size: MAX_BYTES,
    authOptional: true,
    // No TLS and no sign-in: nothing leaves this machine, and a self-made certificate proves nothing.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onRcptTo({ address }, _session, answer) {
      const rule = rules(address);
      if (rule === 'refuse') answer(reply(550, `5.1.1 <${address}> is unknown here`));
      else if (rule === 'defer') answer(reply(451, `4.3.0 <${address}> cannot be served just now`));
      else answer();
    },
    onData(stream, session, answer) {
      const { mailFrom, rcptTo } = session.envelope;
      const transaction = new InboxTransaction({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        rules,
      });
      stream.on('data', (chunk: Buffer) => transaction.add(chunk));
      stream.once('end', () => {
        if (stream.sizeExceeded) return answer(reply(552, '5.3.4 the message is too large'));
        transaction.deliverTo(deliver).then(
          () => answer(null, 'kept'),
          (error: Error) => answer(reply(451, `4.3.0 not kept: ${oneLine(error.message)}`)),
        );
      });
    },
  });
}

function listen(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 200);
}
