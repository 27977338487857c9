import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { UPDATES, WAKE } from '../../contracts/messages.ts';
import { nextStage, type StageFacts } from '../../domain/plan/nextStage.ts';
import { type CallLog, callLog } from './support/callLog.ts';
import { DAY, HOUR, iso } from './support/ladderSteps.ts';
import { type Fakes, openSkippingServer, type SkippingServer } from './support/skippingServer.ts';

let server: SkippingServer;
/** Three hours from the server's present instant: the first stage opens. */
let from: number;
beforeAll(async () => {
  server = await openSkippingServer();
});
beforeEach(async () => {
  from = (await server.now()) + 3 * HOUR;
});
afterAll(() => server?.close());

const LIVE = { kind: 'live' } as const;
const STAGES = ['draft', 'consult', 'submit'];

/** A drafting in memory, its stages four days apart; the register's part is the domain's own rule. */
interface FakeDrafting extends CallLog {
  done: Set<string>;
  fakes: Fakes;
}

function fakeDrafting(): FakeDrafting {
  const drafting: FakeDrafting = { ...callLog(), done: new Set(), fakes: {} };
  const stateOf = (key: string, opened: readonly string[]): StageFacts['state'] => {
    if (!opened.includes(key)) return 'unopened';
    return drafting.done.has(key) ? 'done' : 'open';
  };
  drafting.fakes = {
    record: {
      async nextPeriod({ opened = [], now }) {
        await drafting.note({ name: 'nextPeriod', at: now });
        const stages = STAGES.map((key, place) => ({
          key,
          isConsultation: key === 'consult',
          plannedAt: iso(from + place * 4 * DAY),
          state: stateOf(key, opened),
        }));
        return nextStage({ stages, ended: drafting.done.has('submit'), paused: false }, now);
      },
      async finishProcess({ now }) {
        await drafting.note({ name: 'finishProcess', at: now });
        return { done: drafting.done.has('submit') };
      },
    },
    starting: {
      async startFollowUp({ periodKey, now }) {
        await drafting.note({ name: 'startFollowUp', at: now, step: periodKey });
      },
    },
    decide: {
      cancelProcess: async ({ decisionId }) => ({ decisionId }),
    },
  };
  return drafting;
}

const start = (drafting: FakeDrafting) =>
  server.start(
    'drafting',
    { noticeId: 'n', processId: 'p', directive: '7', after: null, clock: LIVE },
    drafting.fakes,
    async (handle) => {
      await handle.executeUpdate(UPDATES.cancelProcess, {
        args: [
          {
            decisionId: 'd',
            at: iso(Date.now()),
            wake: LIVE,
            actor: { id: 'person:p-chair', capacity: 'chair' },
            decision: { reason: 'The end of a test.' },
          },
        ],
      });
    },
  );
const opened = (drafting: FakeDrafting) =>
  drafting.calls.filter(({ name }) => name === 'startFollowUp').map(({ step }) => step);
const openedAt = (drafting: FakeDrafting, stage: string): number =>
  Date.parse(
    drafting.calls.find(({ name, step }) => name === 'startFollowUp' && step === stage)?.at ?? '',
  );

test('a stage that is done early opens the next at once, and the last one in ends it', async () => {
  const drafting = fakeDrafting();
  const handle = await start(drafting);
  await server.sleep(4 * HOUR);
  await drafting.called(1, 'startFollowUp');
  drafting.done.add('draft');
  await handle.signal(WAKE, LIVE); // the draft is in, days before the consultation was planned
  await drafting.called(2, 'startFollowUp');
  expect(openedAt(drafting, 'consult')).toBeLessThan(from + DAY);
  drafting.done.add('consult');
  await handle.signal(WAKE, LIVE);
  await drafting.called(3, 'startFollowUp');
  expect(opened(drafting)).toEqual(STAGES);
  drafting.done.add('submit');
  await handle.signal(WAKE, LIVE);
  await handle.result();
});

test('a consultation waits for its draft, is passed by meanwhile, and opens once the draft is there', async () => {
  const drafting = fakeDrafting();
  const handle = await start(drafting);
  await server.sleep(4 * HOUR);
  await drafting.called(1, 'startFollowUp');
  await server.sleep(5 * DAY);
  expect(opened(drafting)).toEqual(['draft']); // its planned time has passed, and there is no draft
  await server.sleep(4 * DAY);
  await drafting.called(2, 'startFollowUp');
  expect(opened(drafting)).toEqual(['draft', 'submit']);
  drafting.done.add('draft');
  await handle.signal(WAKE, LIVE);
  await drafting.called(3, 'startFollowUp');
  expect(opened(drafting)).toEqual(['draft', 'submit', 'consult']);
});

test('no further stage opens once nothing is left to be opened', async () => {
  const drafting = fakeDrafting();
  const handle = await start(drafting);
  await server.sleep(4 * HOUR);
  await drafting.called(1, 'startFollowUp');
  drafting.done.add('submit'); // the document came before its stage was asked for, or nothing is proposed
  await handle.signal(WAKE, LIVE);
  await handle.result();
  expect(opened(drafting)).toEqual(['draft']);
});
