import { startChild } from '../child/startChild.ts';

/** A letter as the sink has it. */
export interface ReceivedMail {
  messageId: string;
  /** When it was taken, in milliseconds. */
  at: number;
}

/** A mail server in a process of its own, so that its CPU is not counted as anybody's. */
export interface MailSink {
  url: string;
  /** How many letters it has had since they were last taken. */
  count(): Promise<number>;
  /** Hands out what it has had, and forgets it. */
  takeAll(): Promise<ReceivedMail[]>;
  stop(): Promise<void>;
}

export async function startSink(): Promise<MailSink> {
  const child = await startChild(new URL('./sinkProcess.ts', import.meta.url));
  const port = await child.ask<number>('start');
  return {
    url: `smtp://127.0.0.1:${port}`,
    count: () => child.ask('count'),
    takeAll: () => child.ask('takeAll'),
    stop: () => child.kill(), // it holds nothing that would be lost
  };
}
