import { createTransport, type Transporter } from 'nodemailer';

/** Where letters go out and whose they are. */
export interface MailSettings {
  /** smtp:// or smtps:// with sign-in where needed. */
  url: string;
  /** "Name <address>" of every letter. */
  from: string;
  /** Where an answer by mail goes: the office. */
  replyTo: string;
}

/**
 * A pooled SMTP connection. Timeouts are short, since nodemailer's own (ten minutes for a silent socket) would hold a
 * lane for as long; files and addresses named in a letter's text are never opened.
 */
export function openTransport(settings: Pick<MailSettings, 'url'>): Transporter {
  const { protocol, hostname, port, username, password } = new URL(settings.url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 25),
    secure,
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    pool: true,
    maxConnections: 10,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
