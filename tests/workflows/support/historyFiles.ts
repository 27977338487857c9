import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;
export type History = proto.temporal.api.history.v1.IHistory;
export type Clock = 'live' | 'rehearsal';

const folder = join(import.meta.dirname, '..', 'histories');

/** What a workflow did on a real server, as it is kept beside the tests. */
export interface Recorded {
  file: string;
  type: string;
  clock: Clock;
  /** as it lies on the disk: payloads are JSON, and can be searched */
  bytes: Buffer;
  history: History;
}

/** Keeps a history. The SDK's own JSON form cannot be written in this version: two releases of protobufjs meet in it. */
export function keepHistory(history: History, clock: Clock, what: string): string {
  const file = `${typeOf(history)}-${clock}-${what}.bin`;
  writeFileSync(join(folder, file), History.encode(history).finish(), { flag: 'wx' });
  return file;
}

/** All that are kept. */
export function recordedHistories(): Recorded[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.bin'));
  return files.map((file) => {
    const bytes = readFileSync(join(folder, file));
    const history = History.decode(bytes);
    const type = typeOf(history);
    const clock = file.startsWith(`${type}-live-`) ? 'live' : 'rehearsal';
    return { file, type, clock, bytes, history };
  });
}

/** The names of the Updates that a workflow took. */
export const updatesIn = ({ events }: History): string[] =>
  (events ?? []).flatMap(
    (event) =>
      event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name ?? [],
  );

function typeOf({ events }: History): string {
  const type = events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name;
  if (!type)
    throw new Error('a history begins with the start of a workflow, and this one does not');
  return type;
}
