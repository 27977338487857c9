import { noticeOfWorkflow, periodId } from '../contracts/ids.ts';
import type { Agenda, FollowUpInput } from '../contracts/messages.ts';
import type { Instant } from '../contracts/plan.ts';
import { openableKeys } from '../db/amendments/openableKeys.ts';
import { oldestClimb } from '../db/escalation/climbsToSend.ts';
import { closeNotice } from '../db/notices/closeNotice.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import { readPlanned } from '../db/notices/readPlanned.ts';
import { type NoticeStarts, readStarts } from '../db/notices/readStarts.ts';
import { nextHandOver } from '../db/people/handOvers.ts';
import { oldestCatchUp } from '../db/periods/catchUps.ts';
import { decidedPlan } from '../db/periods/decidedPeriods.ts';
import { dropCertificate } from '../db/periods/dropCertificate.ts';
import { finishStep, moveSteps, readSteps } from '../db/periods/finishStep.ts';
import { isKnown, openPeriod } from '../db/periods/openPeriod.ts';
import { isAllDone, markDone } from '../db/periods/processState.ts';
import { readAgenda } from '../db/periods/readAgenda.ts';
import { afterGate } from '../domain/ladder/afterGate.ts';
import { findProcess } from '../domain/notice/findProcess.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { keyAfter } from '../domain/plan/keyAfter.ts';
import { nextRoundAt } from '../domain/plan/nextRound.ts';
import { periodKeys, planPeriod, planProcess } from '../domain/plan/planProcess.ts';
import type { ActivityDeps } from './createActivities.ts';
import { carryOutHandOvers } from './handOvers.ts';
import { lastsUntil } from './lastsUntil.ts';
import { asOpened, nextStageOf } from './openingStages.ts';
import type { StepInput } from './steps/step.ts';

/** A step taken within a minute of its instant is taken at it: timers and batches take their seconds. */
const LATE_MS = 60_000;

/** After an outage all periods are made good within seconds of the engine's start; their letter waits for the last. */
const GATHERING_MS = 5 * 60_000;

/** Short readings and writings of the register around the ladder's steps. */
export function createRecordActivities({ pool }: Pick<ActivityDeps, 'pool'>) {
  return {
    /**
     * The period after `after`, or null where the process has none left; its own planned opening, or null where only
     * a fact can open it. What an amendment has taken out of the plan is passed over by its day. A drafting's stages
     * open as those before them are done: `opened` are those whose follow-up was started.
     */
    nextPeriod: (
      input: ProcessPlace & { now: Instant },
    ): Promise<{ key: string; opensAt: Instant | null } | null> => periodAfter(pool, input),

    /**
     * Opens a period with everybody who owes in it and answers with what is before it: nothing where an amendment has
     * taken the period out of the plan since it was to be opened.
     */
    async openPeriod(input: Omit<FollowUpInput, 'clock'> & { now: Instant }): Promise<Agenda> {
      const { notice, sha256, options } = await readPlanned(pool, input.noticeId, input.processId);
      const id = periodId(input.noticeId, input.processId, input.periodKey);
      const decided = await decidedPlan(pool, id);
      if (decided) await openPeriod(pool, decided, input.now);
      else if (!(await isKnown(pool, id))) {
        if (!periodKeys(notice, input.processId, options).includes(input.periodKey)) {
          return { state: 'cancelled', missed: false, steps: [] };
        }
        const { process } = findProcess(notice, input.processId);
        const plan = planPeriod(notice, input.processId, input.periodKey, options);
        const opened =
          process.kind === 'drafting' ? asOpened(notice, process, plan, input.now) : plan;
        await openPeriod(pool, opened, input.now, sha256);
      }
      return readAgenda(pool, id);
    },

    /** What a period still has before it; read where something was settled, so that what this makes needless is dropped. */
    async readAgenda({ periodId, now }: { periodId: string; now: Instant }): Promise<Agenda> {
      await dropCertificate(pool, { periodId, now });
      return readAgenda(pool, periodId);
    },

    /** Marks a step as taken, moves the rungs behind it where it was taken late, and answers with what is left. */
    async finishStep(input: StepInput): Promise<Agenda> {
      await finishStep(pool, input, input.now);
      const steps = await readSteps(pool, input.scheduleId);
      const taken = steps.find(({ key }) => key === input.stepKey);
      if (
        taken &&
        (taken.kind === 'lock' || taken.kind === 'rung') &&
        taken.doneAt !== null &&
        Date.parse(taken.doneAt) - Date.parse(taken.at) > LATE_MS
      ) {
        const { notice } = await readNotice(pool, noticeOfWorkflow(input.periodId));
        await moveSteps(pool, input.scheduleId, afterGate(calendarOf(notice), steps, taken));
      }
      return readAgenda(pool, input.periodId);
    },

    /**
     * Ends a process whose last period has been opened, once none of them is followed any more, unless it lasts beyond
     * that: then `again` says until when. `more`: an amendment has added a period behind the last one.
     */
    async finishProcess(
      input: ProcessPlace & { now: Instant },
    ): Promise<{ done: boolean; again?: Instant; more?: boolean }> {
      const { noticeId, processId, after, opened = after === null ? [] : [after], now } = input;
      if ((await periodAfter(pool, input)) !== null) return { done: false, more: true };
      const until = await lastsUntil(pool, { noticeId, processId, now });
      if (until !== null && now < until) return { done: false, again: until };
      const planned = await openableKeys(
        pool,
        processId,
        await readPlanned(pool, noticeId, processId),
      );
      const started = opened.filter((key) => planned.includes(key));
      return { done: await markDone(pool, { noticeId, processId, started, now }) };
    },

    /**
     * Whether everything of a notice has ended (closes it in the register when it has), and what is to be started:
     * processes that were ordered before their data was complete, and periods that a decision has added; and when the
     * next hand-over of a post is to be carried out.
     */
    async readNoticeState({ noticeId, now }: { noticeId: string; now: Instant }): Promise<{
      allDone: boolean;
      starts?: Omit<NoticeStarts, 'lacksData'>;
      handOverAt?: Instant;
    }> {
      const { lacksData, ...starts } = await readStarts(pool, noticeId, now);
      const isToStart = starts.processes.length + starts.periods.length > 0;
      const allDone = !isToStart && !lacksData && (await isAllDone(pool, noticeId));
      if (allDone) await closeNotice(pool, noticeId, now);
      const handOverAt = await nextHandOver(pool, noticeId);
      return {
        allDone,
        ...(isToStart && { starts }),
        ...(handOverAt !== null && { handOverAt }),
      };
    },

    /** Carries out the hand-overs of posts whose time has come. */
    carryOutHandOvers: (input: { noticeId: string; now: Instant }): Promise<void> =>
      carryOutHandOvers(pool, input),

    /**
     * When the next daily round has something to tell; null while nothing has climbed. It is never `after` (the round
     * before it) again: what that one could not tell, or came at its very instant, waits for the next. `catchUpAt` is
     * when people are to be told of an outage, where one has been made good: in office hours, some minutes after the
     * first period was, so that the others are too.
     */
    async nextRound({
      noticeId,
      after,
    }: {
      noticeId: string;
      after: Instant | null;
      now: Instant;
    }): Promise<{ at: Instant | null; ended: boolean; catchUpAt?: Instant }> {
      const { notice, state } = await readNotice(pool, noticeId);
      const calendar = calendarOf(notice);
      const noted = await oldestCatchUp(pool, noticeId);
      const catchUp =
        noted === null ? {} : { catchUpAt: calendar.deferToOffice(later(noted, GATHERING_MS)) };
      const oldest = await oldestClimb(pool, noticeId);
      if (oldest === null) return { at: null, ended: state === 'closed', ...catchUp };
      const from = after === null || oldest > after ? oldest : later(after, 1);
      const at = nextRoundAt(calendar, notice.settings.round.at, from);
      return { at, ended: false, ...catchUp };
    },
  };
}

/** How far a process has come with the periods of its plan. */
interface ProcessPlace {
  noticeId: string;
  processId: string;
  /** the last period opened; null at first */
  after: string | null;
  /** all opened so far, where the order is the register's */
  opened?: readonly string[];
}

async function periodAfter(
  pool: ActivityDeps['pool'],
  { noticeId, processId, after, opened = [], now }: ProcessPlace & { now: Instant },
): Promise<{ key: string; opensAt: Instant | null } | null> {
  const planned = await readPlanned(pool, noticeId, processId);
  const { notice, options } = planned;
  const { process } = findProcess(notice, processId);
  if (process.kind === 'drafting') {
    const plans = planProcess(notice, processId, options);
    return nextStageOf(pool, process, { noticeId, plans, opened, now });
  }
  const key = keyAfter(await openableKeys(pool, processId, planned), after);
  if (key === undefined) return null;
  const { opensAt } = planPeriod(notice, processId, key, options);
  return { key, opensAt };
}

const later = (instant: Instant, ms: number): Instant =>
  new Date(Date.parse(instant) + ms).toISOString();
