import { SMTPServer } from 'smtp-server';

/** What a server does with a letter, told by the part of the address before the @: 'refuse-1@…'. */
type Manner = 'accept' | 'refuse' | 'refuse-text' | 'defer' | 'drop-before-end' | 'drop-after-data';

export interface TakenMail {
  to: string;
  raw: Buffer;
}

export interface MailServer {
  url: string;
  port: number;
  /** every mail whose bytes came whole, whatever was answered */
  taken: TakenMail[];
  connections(): number;
  /** Resolves when so many mails have come whole. */
  came(count: number): Promise<void>;
  /** From now on every address is treated in this manner. */
  treatAllAs(manner: Manner): void;
  stop(): Promise<void>;
}

const reply = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });

/** A real SMTP server on 127.0.0.1. The manner is the address's first word; an unknown word is accepted. */
export async function startMailServer(options: { port?: number } = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let forAll: Manner | undefined;
  const mannerOf = (address: string): string =>
    forAll ??
    /^(?:refuse-text|refuse|defer|drop-before-end|drop-after-data)/.exec(address)?.[0] ??
    'accept';

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _session, answer) {
      const manner = mannerOf(address);
      if (manner === 'refuse') answer(reply(550, `5.1.1 <${address}> is unknown here`));
      else if (manner === 'defer') answer(reply(451, `4.3.0 <${address}> try later`));
      else answer();
    },
    onData(stream, session, answer) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const manner = mannerOf(to);
      const drop = () => {
        for (const connection of server.connections) {
          if (connection.id === session.id) connection._socket.destroy();
        }
      };
      if (manner === 'drop-before-end') return drop();
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        taken.push({ to, raw: Buffer.concat(chunks) });
        for (const one of waiting) if (taken.length >= one.count) one.resolve();
        if (manner === 'drop-after-data') drop();
        else if (manner === 'refuse-text') answer(reply(554, `5.6.0 not for <${to}>`));
        else answer();
      });
    },
  });
  server.on('error', () => undefined); // a connection that was dropped is the test's own doing
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    taken,
    connections: () => server.connections.size,
    came: (count) =>
      new Promise((resolve) => {
        if (taken.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    treatAllAs(manner) {
      forAll = manner;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
