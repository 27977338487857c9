import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { holderOf } from '../notice/roster.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import { nextRoundAt } from '../plan/nextRound.ts';
import { aboutStep, type PreviewedPeriod, type PreviewLetter } from './previewLetter.ts';
import type { PreviewStep } from './steps.ts';

/** What climbs, bundled: one letter for each superior and daily round across all processes ("nobody gets 40 letters"). */
export function roundLetters(
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
      letter.about.push(aboutStep(step, parties));
      letters.set(key, letter);
    }
  }
  return [...letters.values()];
}

/**
 * The requests to release: at the lock for findings in the notice's own words, and in the first periods at each instant
 * at which something climbs, but for what climbs about the office itself. Each is taken to be answered before the next.
 */
export function releaseRequests(
  notice: Notice,
  { process, period, steps }: PreviewedPeriod,
): PreviewLetter[] {
  const { by, escalationsHeldInFirstPeriods } = notice.settings.release;
  const isHeld = period.ordinal > 0 && period.ordinal <= escalationsHeldInFirstPeriods;
  const hasWords = process.kind === 'reporting-cycle' && process.finding !== undefined;
  const people = new Set(by.flatMap((position) => holderOf(notice, position)?.id ?? []));
  const letters = new Map<string, PreviewLetter>();
  for (const step of steps) {
    const parties = waiting(step);
    for (const person of parties.length === 0 ? [] : people) {
      const about = [aboutStep(step, parties)];
      letters.set(`${person} ${step.at}`, { person, at: step.at, kind: 'release-request', about });
    }
  }
  return [...letters.values()];

  function waiting({ kind, track, recipients }: PreviewStep): string[] {
    if (kind === 'lock' && track === 'main' && hasWords) return period.tracks[0]?.parties ?? [];
    if (kind !== 'rung' || !isHeld) return [];
    const climbing = recipients.flatMap(({ parties }) => parties);
    return climbing.filter((party) => party !== notice.roles.office);
  }
}
