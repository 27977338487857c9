import { periodId } from '../../contracts/ids.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { DateNote, Instant, PlannedPeriod, PlannedTrack } from '../../contracts/plan.ts';
import { calendarOf } from '../plan/calendarOf.ts';
import { ladderOf } from '../plan/planContext.ts';
import { previewNotice } from '../preview/preview.ts';
import { amendSchedule } from './amendSchedule.ts';
import { type Change, compareNotices } from './compareNotices.ts';
import { comparePlans, type PeriodChange } from './comparePlans.ts';
import { withOriginalDays } from './originalDays.ts';
import { type OnRecord, type Refusal, refusedAmendments } from './refusals.ts';

/** How far the notice has come when an amendment is looked at. */
export interface Progress extends OnRecord {
  now: Instant;
  /** when each process began; one without an entry begins with the notice */
  startedAt: ReadonlyMap<string, Instant>;
  /** the state of every period that has been opened, by its id */
  periods: ReadonlyMap<string, string>;
}

/** What becomes of one period. `stays`: it has fallen due, and no amendment takes away what has. */
export interface PreviewedPeriod {
  processId: string;
  periodKey: string;
  what: 'moves' | 'vanishes' | 'appears' | 'passed-over' | 'stays';
  dueBefore: Instant | null;
  dueAfter: Instant | null;
}

/** A step that is taken at another instant, no longer (after null) or newly (before null). */
export interface MovedStep {
  processId: string;
  periodKey: string;
  track: string;
  step: string;
  before: Instant | null;
  after: Instant | null;
  /** why the instant is not the one that its rule gives at first sight */
  why: DateNote[];
}

export interface MovedOwners {
  processId: string;
  periodKey: string;
  track: string;
  added: string[];
  removed: string[];
}

/** Letters to one person from now on, before and after the amendment. */
export interface MovedLetters {
  person: string;
  everybodyInTime: { before: number; after: number };
  nobodyAnswers: { before: number; after: number };
}

/** What an amendment would do; nothing is done. Schedules that a decision has made (extensions) move likewise. */
export interface AmendmentPreview {
  refused: Refusal[];
  changes: Change[];
  /** processes that waited for data which is there now */
  complete: string[];
  periods: PreviewedPeriod[];
  steps: MovedStep[];
  owners: MovedOwners[];
  letters: MovedLetters[];
}

/** The preview of an amended notice against the one in force, from the plans that both run on. */
export function previewAmendment(
  before: Notice,
  asked: Notice,
  progress: Progress,
): AmendmentPreview {
  const { states } = progress;
  const after = withOriginalDays(before, asked, (id) => states.get(id) !== 'waiting');
  const refused = refusedAmendments(before, asked, progress);
  const changes = compareNotices(before, after);
  const isAnother = refused.some(({ pointer }) => pointer === '/id' || pointer === '/zone');
  if (isAnother) {
    return { refused, changes, complete: [], periods: [], steps: [], owners: [], letters: [] };
  }
  const plans = processIds(before, after).flatMap((id) =>
    comparePlans(before, after, id, progress.startedAt.get(id)),
  );
  const seen = plans.map((change) => previewPeriod(after, change, progress));
  return {
    refused,
    changes,
    complete: processIds(before, after).filter((id) => waits(before, id) && !waits(after, id)),
    periods: seen.flatMap(({ period }) => period ?? []),
    steps: seen.flatMap(({ steps }) => steps),
    owners: seen.flatMap(({ owners }) => owners),
    letters: movedLetters(before, after, progress.now),
  };
}

function processIds(...notices: Notice[]): string[] {
  const ids = notices.flatMap(({ directives }) =>
    directives.flatMap(({ processes }) => processes.map(({ id }) => id)),
  );
  return [...new Set(ids)];
}

const waits = ({ directives }: Notice, id: string): boolean =>
  directives.some(({ processes }) =>
    processes.some((one) => one.id === id && (one.waitsFor?.length ?? 0) > 0),
  );

interface Seen {
  period: PreviewedPeriod | null;
  steps: MovedStep[];
  owners: MovedOwners[];
}

function previewPeriod(after: Notice, change: PeriodChange, progress: Progress): Seen {
  const { now } = progress;
  const old = change.what === 'appears' ? null : change.before;
  const planned = change.what === 'vanishes' ? null : change.after;
  const known = old ?? planned;
  if (known === null) return { period: null, steps: [], owners: [] };
  const { processId, key: periodKey } = known;
  const state = progress.periods.get(periodId(known.noticeId, processId, periodKey));
  if (state !== undefined && state !== 'open' && state !== 'paused') {
    return { period: null, steps: [], owners: [] };
  }
  const what = whatBecomes(change, now);
  const period: PreviewedPeriod = {
    processId,
    periodKey,
    what,
    dueBefore: old?.dueAt ?? null,
    dueAfter: planned?.dueAt ?? null,
  };
  if (what === 'stays' || what === 'passed-over') return { period, steps: [], owners: [] };
  const running = state === undefined ? planned : amendedPlan(after, old, planned, now);
  const tracks = new Set(
    [...(old?.tracks ?? []), ...(running?.tracks ?? [])].map(({ key }) => key),
  );
  const name = { processId, periodKey };
  return {
    period,
    steps: [...tracks].flatMap((track) =>
      movedSteps(trackOf(old, track), trackOf(running, track), now).map((step) => ({
        ...name,
        track,
        ...step,
      })),
    ),
    owners: [...tracks].flatMap((track) => {
      const moved = movedOwners(trackOf(old, track), trackOf(running, track));
      return moved === null ? [] : [{ ...name, track, ...moved }];
    }),
  };
}

function whatBecomes(change: PeriodChange, now: Instant): PreviewedPeriod['what'] {
  switch (change.what) {
    case 'vanishes':
      return change.before.dueAt <= now ? 'stays' : 'vanishes';
    case 'appears':
      return change.after.dueAt <= now && !change.after.beforeStart ? 'passed-over' : 'appears';
    case 'moves':
      return 'moves';
  }
}

/** The plan of an open period as it goes on: what was taken stays, and nothing is put before now. */
function amendedPlan(
  after: Notice,
  old: PlannedPeriod | null,
  planned: PlannedPeriod | null,
  now: Instant,
): PlannedPeriod | null {
  if (old === null || planned === null) return planned;
  const tracks = planned.tracks.map((track): PlannedTrack => {
    const was = trackOf(old, track.key);
    if (was === null) return track;
    const steps = was.steps.map((step) => ({ ...step, doneAt: step.at <= now ? step.at : null }));
    const context = { calendar: calendarOf(after), ladder: ladderOf(after, track.ladder), now };
    const running = { ...was, reason: 'plan', steps };
    const amended = amendSchedule({ before: was, after: track }, running, context);
    return amended === null ? track : { ...track, ...amended };
  });
  return { ...planned, tracks };
}

const trackOf = (period: PlannedPeriod | null, key: string): PlannedTrack | null =>
  period?.tracks.find((track) => track.key === key) ?? null;

function movedSteps(
  before: PlannedTrack | null,
  after: PlannedTrack | null,
  now: Instant,
): Pick<MovedStep, 'step' | 'before' | 'after' | 'why'>[] {
  const old = new Map(before?.steps.map((step) => [step.key, step]));
  const next = new Map(after?.steps.map((step) => [step.key, step]));
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((step) => {
    const was = old.get(step)?.at ?? null;
    const is = next.get(step)?.at ?? null;
    const isOver = (was ?? '') <= now && (is ?? '') <= now;
    if (was === is || isOver) return [];
    return [{ step, before: was, after: is, why: next.get(step)?.notes ?? [] }];
  });
}

function movedOwners(
  before: PlannedTrack | null,
  after: PlannedTrack | null,
): Pick<MovedOwners, 'added' | 'removed'> | null {
  const old = before?.parties ?? [];
  const next = after?.parties ?? [];
  const added = next.filter((party) => !old.includes(party));
  const removed = old.filter((party) => !next.includes(party));
  return added.length + removed.length === 0 ? null : { added, removed };
}

function movedLetters(before: Notice, after: Notice, now: Instant): MovedLetters[] {
  const from = calendarOf(before).dayOf(now);
  const count = (notice: Notice) => {
    const { letters } = previewNotice(notice, { from });
    return {
      inTime: new Map(letters.everybodyInTime.map(({ person, total }) => [person, total])),
      silent: new Map(letters.nobodyAnswers.map(({ person, total }) => [person, total])),
    };
  };
  const [old, next] = [count(before), count(after)];
  const people = new Set([...old.silent.keys(), ...next.silent.keys(), ...next.inTime.keys()]);
  return [...people].flatMap((person): MovedLetters[] => {
    const of = (counts: 'inTime' | 'silent') => ({
      before: old[counts].get(person) ?? 0,
      after: next[counts].get(person) ?? 0,
    });
    const [everybodyInTime, nobodyAnswers] = [of('inTime'), of('silent')];
    const isSame =
      everybodyInTime.before === everybodyInTime.after &&
      nobodyAnswers.before === nobodyAnswers.after;
    return isSame ? [] : [{ person, everybodyInTime, nobodyAnswers }];
  });
}
