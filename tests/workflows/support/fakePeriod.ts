import type { Agenda, AgendaStep, Batch } from '../../../contracts/messages.ts';
import type { Instant } from '../../../contracts/plan.ts';
import type { Fakes } from './skippingServer.ts';

/** One call of an activity: which, over which batch, and what the workflow's clock said. */
export interface Call {
  name: string;
  at: Instant;
  step?: string;
  batch?: Batch;
}

/** A period that lives in memory: the register's part of a follow-up. */
export interface FakePeriod {
  agenda: Agenda;
  calls: Call[];
  /** What the decisions were given. */
  decided: { name: string; decision: unknown }[];
  fakes: Fakes;
  /** Comes back once the follow-up has called so many activities of these names (any, unless given) in all. */
  called(times: number, ...names: string[]): Promise<void>;
  /** Called in place of each named activity's own doing; may wait or throw. */
  instead: Partial<Record<string, (call: Call) => Promise<void> | void>>;
}

/** A period with these steps before it. */
export function fakePeriod(steps: AgendaStep[], over: Partial<Agenda> = {}): FakePeriod {
  const waiting = new Set<() => void>();
  const period: FakePeriod = {
    agenda: { state: 'open', missed: false, steps, ...over },
    calls: [],
    decided: [],
    instead: {},
    fakes: {},
    called: (times, ...names) =>
      new Promise((resolve) => {
        const look = () => {
          const mine = period.calls.filter(
            ({ name }) => names.length === 0 || names.includes(name),
          );
          if (mine.length < times) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
  const note = async (call: Call): Promise<void> => {
    period.calls.push(call);
    for (const look of [...waiting]) look();
    await period.instead[call.name]?.(call);
  };
  const read = () => structuredClone(period.agenda);
  const step =
    (name: string) =>
    ({ stepKey, now, batch }: { stepKey: string; now: Instant; batch?: Batch }): Promise<void> =>
      note({ name, at: now, step: stepKey, ...(batch && { batch }) });
  const decide = (name: string) => async (update: { decisionId: string; decision: unknown }) => {
    period.decided.push({ name, decision: update.decision });
    await note({ name, at: '' });
    return { decisionId: update.decisionId };
  };

  period.fakes = {
    record: {
      async openPeriod({ now }) {
        await note({ name: 'openPeriod', at: now });
        return read();
      },
      async readAgenda({ now }) {
        await note({ name: 'readAgenda', at: now });
        return read();
      },
      async finishStep({ scheduleId, stepKey, now }) {
        period.agenda.steps = period.agenda.steps.filter(
          (one) => one.scheduleId !== scheduleId || one.key !== stepKey,
        );
        await note({ name: 'finishStep', at: now, step: stepKey });
        return read();
      },
    },
    ladder: {
      draftDigest: step('draftDigest'),
      sendPrompts: step('sendPrompts'),
      sendReminders: step('sendReminders'),
      fallDue: step('fallDue'),
      sendOverdueNotices: step('sendOverdueNotices'),
      lock: step('lock'),
      climb: step('climb'),
      requestRelease: step('requestRelease'),
      async catchUp({ now }) {
        period.agenda.missed = false;
        await note({ name: 'catchUp', at: now });
        return read();
      },
      async closePeriod({ now, stepKey }) {
        period.agenda.state = 'closed';
        await note({ name: 'closePeriod', at: now, step: stepKey });
      },
    },
    decide: {
      extend: decide('extend'),
      askForSupplement: decide('askForSupplement'),
      holdRung: decide('holdRung'),
      cancelObligations: decide('cancelObligations'),
    },
    rehearsalClock: {
      waitFor: ({ wakeAt, answered }) =>
        note({ name: 'waitFor', at: wakeAt ?? '', step: `ticket ${answered}` }),
      leave: () => note({ name: 'leave', at: '' }),
    },
  };
  return period;
}

/** The ladder's activities, in the order of their calls. */
export const taken = (period: FakePeriod): string[] =>
  period.calls.map(({ name }) => name).filter((name) => name in (period.fakes.ladder ?? {}));
