import type { Agenda, AgendaStep, Batch } from '../../../contracts/messages.ts';
import type { Instant } from '../../../contracts/plan.ts';
import { type Call, type CallLog, callLog } from './callLog.ts';
import type { Fakes } from './skippingServer.ts';

/** A period that lives in memory: the register's part of a follow-up. */
export interface FakePeriod extends CallLog {
  agenda: Agenda;
  /** What the decisions were given. */
  decided: { name: string; decision: unknown }[];
  fakes: Fakes;
}

/** A period with these steps before it. */
export function fakePeriod(steps: AgendaStep[], over: Partial<Agenda> = {}): FakePeriod {
  const period: FakePeriod = {
    ...callLog(),
    agenda: { state: 'open', missed: false, steps, ...over },
    decided: [],
    fakes: {},
  };
  const note = (call: Call) => period.note(call);
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
      reassign: decide('reassign'),
      cancelObligations: decide('cancelObligations'),
      closeByDecision: decide('closeByDecision'),
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
