import type { LetterKind } from '../../contracts/letters.ts';
import type { Notice, Process } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { holderOf } from '../notice/roster.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import { nextRoundAt } from '../plan/nextRound.ts';
import type { PreviewStep } from './steps.ts';

/** One letter that would go out; a round's letter is about several things. */
export interface PreviewLetter {
  person: string;
  at: Instant;
  kind: LetterKind;
  about: { processId: string; periodKey: string; rung: string | null; parties: string[] }[];
}

/** A planned period with its process and its steps as the preview has them. */
export interface PreviewedPeriod {
  process: Process;
  period: PlannedPeriod;
  steps: PreviewStep[];
}

/**
 * The letters if everybody reports in time, at the last moment: prompts, all reminders, a receipt for each submission
 * (one for each person, whatever number of capacities it covers), and each digest as the office releases it.
 */
export function lettersInTime(
  notice: Notice,
  periods: readonly PreviewedPeriod[],
): PreviewLetter[] {
  return periods.flatMap(({ process, period, steps }) => {
    const letters = steps
      .filter(({ kind }) => kind === 'prompt' || kind === 'remind')
      .flatMap((step) => ownLetters(step));
    const receipts = steps
      .filter(({ kind, deliverable }) => kind === 'prompt' && isHandedIn(deliverable))
      .flatMap((step) => receiptsFor(step, steps));
    return [...letters, ...receipts, ...digestLetters(notice, process, period)];
  });
}

/**
 * The letters if nobody answers: prompts, reminders, overdue notices, requests to release what waits for it, and what
 * climbs, one letter for each superior and daily round across all processes. It is the upper bound: certificates and
 * releases are taken to come in time, so that every rung goes out when planned.
 */
export function lettersInSilence(
  notice: Notice,
  calendar: NoticeCalendar,
  periods: readonly PreviewedPeriod[],
): PreviewLetter[] {
  const steps = periods.flatMap((each) => each.steps);
  const own = steps
    .filter(({ kind }) => kind === 'prompt' || kind === 'remind' || kind === 'overdue')
    .flatMap((step) => ownLetters(step));
  const requests = periods.flatMap((each) => releaseRequests(notice, each));
  return [...own, ...requests, ...roundLetters(notice, calendar, steps)];
}

function ownLetters(step: PreviewStep): PreviewLetter[] {
  return step.recipients.map(({ person, parties }) => ({
    person,
    at: step.at,
    kind: step.kind === 'prompt' ? 'prompt' : step.kind === 'remind' ? 'remind' : 'overdue',
    about: [about(step, parties)],
  }));
}

function about(step: PreviewStep, parties: string[]): PreviewLetter['about'][number] {
  const { processId, periodKey, rung } = step;
  return { processId, periodKey, rung, parties };
}

/** A certificate and a digest are decided by the office, not handed in: they have no receipt. */
function isHandedIn(deliverable: PreviewStep['deliverable']): boolean {
  return deliverable !== 'certificate' && deliverable !== 'digest';
}

/** Handed in after the last reminder, or the prompt where there is none. */
function receiptsFor(prompt: PreviewStep, steps: readonly PreviewStep[]): PreviewLetter[] {
  const { at } = steps
    .filter(({ kind, track }) => kind === 'remind' && track === prompt.track)
    .reduce((last, step) => (step.at > last.at ? step : last), prompt);
  return prompt.recipients
    .filter(({ why }) => why === 'owes')
    .map(({ person, parties }) => ({
      person,
      at,
      kind: 'receipt',
      about: [about(prompt, parties)],
    }));
}

function digestLetters(notice: Notice, process: Process, period: PlannedPeriod): PreviewLetter[] {
  const [main] = period.tracks;
  if (main?.deliverable !== 'digest' || process.kind !== 'reporting-cycle') return [];
  const person = holderOf(notice, process.to)?.id;
  if (person === undefined || period.beforeStart) return [];
  const what = { processId: process.id, periodKey: period.key, rung: null, parties: main.parties };
  return [{ person, at: period.dueAt, kind: 'digest', about: [what] }];
}

/** Findings in the notice's own words, and in the first periods all that climbs, wait for a release. */
function releaseRequests(
  notice: Notice,
  { process, period, steps }: PreviewedPeriod,
): PreviewLetter[] {
  const lock = steps.find(({ kind, track }) => kind === 'lock' && track === 'main');
  if (lock === undefined) return [];
  const { by, escalationsHeldInFirstPeriods } = notice.settings.release;
  const hasWords = process.kind === 'reporting-cycle' && process.finding !== undefined;
  if (!hasWords && period.ordinal > escalationsHeldInFirstPeriods) return [];
  const people = new Set(by.map((position) => holderOf(notice, position)?.id));
  const parties = period.tracks[0]?.parties ?? [];
  return [...people].flatMap((person) =>
    person === undefined
      ? []
      : [{ person, at: lock.at, kind: 'release-request' as const, about: [about(lock, parties)] }],
  );
}

/** What climbs, bundled: the domain's "nobody gets 40 letters". */
function roundLetters(
  notice: Notice,
  calendar: NoticeCalendar,
  steps: readonly PreviewStep[],
): PreviewLetter[] {
  const rounds = new Map<Instant, Instant>();
  const letters = new Map<string, PreviewLetter>();
  for (const step of steps) {
    if (step.kind !== 'rung') continue;
    const at = rounds.get(step.at) ?? nextRoundAt(calendar, notice.settings.round.at, step.at);
    rounds.set(step.at, at);
    for (const { person, parties } of step.recipients) {
      const key = `${person} ${at}`;
      const letter = letters.get(key) ?? { person, at, kind: 'round', about: [] };
      letter.about.push(about(step, parties));
      letters.set(key, letter);
    }
  }
  return [...letters.values()];
}
