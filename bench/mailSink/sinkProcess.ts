import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { answerParent } from '../child/answerParent.ts';
import type { ReceivedMail } from './startSink.ts';

/** A mail server that takes everything, keeps nothing but each message's id and hour, and runs apart from what is measured. */
let received: ReceivedMail[] = [];

const MESSAGE_ID = /^message-id:\s*(<[^>]+>)/im;
const HEADERS_END = '\r\n\r\n';

const server = new SMTPServer({
  name: 'sink.localhost',
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, answer) {
    let head = '';
    stream.on('data', (chunk: Buffer) => {
      if (!head.includes(HEADERS_END)) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      received.push({ messageId: MESSAGE_ID.exec(head)?.[1] ?? '', at: Date.now() });
      answer();
    });
  },
});
// a sender killed in the middle of a letter ends its own transaction only
server.on('error', () => undefined);

answerParent({
  start: () =>
    new Promise((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
    }),
  count: async () => received.length,
  takeAll: async () => {
    const all = received;
    received = [];
    return all;
  },
});
