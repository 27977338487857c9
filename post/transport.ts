import type { MailMessage } from 'nodemailer';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import { type Delivery, deliveryFailed, replyOf } from './delivery.ts';
import type { LetterMessage } from './letterMessage.ts';

/** Where letters go out and whose they are. */
export interface MailSettings {
  /** smtp:// or smtps:// with sign-in where needed. */
  url: string;
  /** "Name <address>" of every letter. */
  from: string;
  /** Where an answer by mail goes: the office. */
  replyTo: string;
}

/** A way for letters to leave. What becomes of one is its result, never a throw. */
export interface MailTransport {
  send(message: LetterMessage): Promise<Delivery>;
  /** Lets what is under way finish and closes the idle connections. */
  close(): void;
}

/**
 * A pooled SMTP connection. Timeouts are short, since nodemailer's own (ten minutes for a silent socket) would hold a
 * lane for as long. Letters come made (`LetterMessage`), so they go straight to the pool: nodemailer's mailer in front
 * of it would compose each a second time, and only it reads files and addresses named in a text.
 */
export function openTransport(settings: Pick<MailSettings, 'url'>): MailTransport {
  const pool = new SMTPPool({
    ...serverOf(settings.url),
    pool: true,
    maxConnections: 10,
    maxMessages: 1_000_000, // a connection is kept: what ends it is the server, or four idle minutes
    maxRequeues: 2, // a connection that the server closed while idle; nothing of the letter was sent over it
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: (letter) =>
      new Promise((resolve) => {
        // the pool reads the message and, of the mail's data, what was asked for this one letter: nothing
        const mail = {
          message: letter,
          data: {},
        } as unknown as MailMessage<SMTPPool.SentMessageInfo>;
        pool.send(mail, (error, info) => {
          if (error) resolve(deliveryFailed(error, letter.isHandedOver));
          else resolve({ outcome: 'sent', answer: replyOf(info?.response ?? '') });
        });
      }),
    close: () => pool.close(),
  };
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') {
    throw new Error(
      `a mail server is given as smtp://host:port or smtps://host:port, not ${protocol}//…`,
    );
  }
  const secure = protocol === 'smtps:';
  return {
    host: hostname,
    port: Number(port) || (secure ? 465 : 25),
    secure,
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  };
}
