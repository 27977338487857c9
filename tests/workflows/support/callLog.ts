import type { Batch } from '../../../contracts/messages.ts';
import type { Instant } from '../../../contracts/plan.ts';

/** One call of an activity: which, over which batch, and what the workflow's clock said. */
export interface Call {
  name: string;
  at: Instant;
  step?: string;
  batch?: Batch;
}

/** The calls of fake activities, as they come. */
export interface CallLog {
  calls: Call[];
  /** Called in place of each named activity's own doing; may wait or throw. */
  instead: Partial<Record<string, (call: Call) => Promise<void> | void>>;
  /** Notes a call, and does what is to be done instead. */
  note(call: Call): Promise<void>;
  /** Comes back once so many activities of these names (any, unless given) have been called in all. */
  called(times: number, ...names: string[]): Promise<void>;
}

export function callLog(): CallLog {
  const waiting = new Set<() => void>();
  const log: CallLog = {
    calls: [],
    instead: {},
    async note(call) {
      this.calls.push(call);
      for (const look of [...waiting]) look();
      await this.instead[call.name]?.(call);
    },
    called(times, ...names) {
      const isMeant = ({ name }: Call) => names.length === 0 || names.includes(name);
      return new Promise((resolve) => {
        const look = () => {
          if (this.calls.filter(isMeant).length < times) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
  };
  return log;
}
