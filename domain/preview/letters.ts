import type { Notice, Process } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import { holderOf } from '../notice/roster.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import { ownLetters } from './ownLetters.ts';
import { aboutStep, type PreviewedPeriod, type PreviewLetter } from './previewLetter.ts';
import { missedPeakLetters, startLetters } from './processLetters.ts';
import type { PreviewRoster } from './roster.ts';
import type { PreviewStep } from './steps.ts';
import { releaseRequests, roundLetters } from './superiorsLetters.ts';

/** What letters are worked out from. */
export interface LettersInput {
  notice: Notice;
  calendar: NoticeCalendar;
  roster: PreviewRoster;
  startsAt: Instant;
  processes: readonly Process[];
  periods: readonly PreviewedPeriod[];
}

/**
 * The letters if everybody reports in time, at the last moment: prompts, all reminders, a receipt for each submission
 * (one for each person, whatever number of capacities it covers), each digest as the office releases it, and what those
 * who coordinate are told when a programme starts.
 */
export function lettersInTime(input: LettersInput): PreviewLetter[] {
  const { notice, calendar, processes, periods, startsAt } = input;
  return [
    ...startLetters(notice, calendar, processes, startsAt),
    ...ownLetters(periods, ['prompt', 'remind']),
    ...periods.flatMap(({ process, period, steps }) => [
      ...steps.flatMap((step) => receiptsFor(step, steps)),
      ...digestLetters(notice, process, period),
    ]),
  ];
}

/**
 * The letters if nobody answers: prompts, reminders, overdue notices, requests to release what waits for it, what climbs,
 * one letter for each superior and daily round across all processes, and what is told of a peak without returns. It is
 * the upper bound of what the plan itself writes: what comes first (a guidance, a campaign's document, a draft to be
 * consulted on), certificates and releases are taken to come in time, so that every prompt and rung goes out when planned.
 */
export function lettersInSilence(input: LettersInput): PreviewLetter[] {
  const { notice, calendar, roster, processes, periods, startsAt } = input;
  return [
    ...startLetters(notice, calendar, processes, startsAt),
    ...ownLetters(periods, ['prompt', 'remind', 'overdue']),
    ...periods.flatMap((each) => releaseRequests(notice, each)),
    ...roundLetters(
      notice,
      calendar,
      periods.flatMap(({ steps }) => steps),
    ),
    ...missedPeakLetters(calendar, roster, periods),
  ];
}

/** A certificate and a digest are decided by the office, not handed in: they have no receipt. */
function isHandedIn(deliverable: PreviewStep['deliverable']): boolean {
  return deliverable !== 'certificate' && deliverable !== 'digest';
}

/** Handed in after the last reminder, or the prompt where there is none. */
function receiptsFor(prompt: PreviewStep, steps: readonly PreviewStep[]): PreviewLetter[] {
  if (prompt.kind !== 'prompt' || !isHandedIn(prompt.deliverable)) return [];
  const { at } = steps
    .filter(({ kind, track }) => kind === 'remind' && track === prompt.track)
    .reduce((last, step) => (step.at > last.at ? step : last), prompt);
  return prompt.recipients
    .filter(({ why }) => why === 'owes')
    .map(({ person, parties }) => ({
      person,
      at,
      kind: 'receipt',
      about: [aboutStep(prompt, parties)],
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
