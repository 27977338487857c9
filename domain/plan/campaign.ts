import type { Campaign } from '../../contracts/notice/index.ts';
import type { PlannedPeriod } from '../../contracts/plan.ts';
import { owing } from '../notice/roster.ts';
import { dueOf, nameDay } from './due.ts';
import { leadingUp, whenLeadingLettersGo } from './moment.ts';
import { type OneOff, type OneOffTrack, oneOffPlan } from './oneOff.ts';
import { ladderOf, type PeriodPlan, type PlanContext } from './planContext.ts';
import { promptMoment } from './track.ts';

type Peak = Campaign['peaks'][number];

/**
 * A campaign: a period for the document that has to be issued first, and one for each peak, in order of their due
 * dates. A peak is prompted by its call, on the call's own day; what is owed is the return. Keys are the first due
 * date that the file had and the peak's id (or `document`).
 */
export function planCampaign(context: PlanContext, process: Campaign): PeriodPlan {
  return planWith(context, process, process.peaks);
}

/**
 * A peak that a decision adds to a campaign, planned as those of the file are; the file's own keep their plans.
 * @throws CalendarYearMissing where counting leaves the holiday tables
 */
export function planFurtherPeak(
  context: PlanContext,
  process: Campaign,
  peak: Peak,
): PlannedPeriod {
  return planWith(context, process, [...process.peaks, peak]).plan(keyOf(peak));
}

function planWith(context: PlanContext, process: Campaign, peaks: readonly Peak[]): PeriodPlan {
  const items = [
    documentOf(context, process),
    ...peaks.map((peak) => peakOf(context, process, peak)),
  ];
  items.sort((a, b) => (a.key < b.key ? -1 : 1));
  const { keys, plan } = oneOffPlan(context, process.id, items);
  const byKey = new Map(peaks.map((peak) => [keyOf(peak), peak]));
  return {
    keys,
    plan: (key) => {
      const peak = byKey.get(key);
      if (peak === undefined) return plan(key);
      const { id, year, from, to } = peak;
      return { ...plan(key), peak: { id, year, from, to } };
    },
  };
}

const keyOf = ({ id, returnsDue }: Peak): string => `${nameDay(returnsDue)}-${id}`;

function documentOf({ notice, calendar }: PlanContext, { document }: Campaign): OneOff {
  const ladder = ladderOf(notice, document.ladder);
  const due = dueOf(calendar, document.due);
  const prompt = promptMoment(calendar, due, ladder.prompt, ladder.letters);
  const main: OneOffTrack = {
    key: 'main',
    deliverable: 'document',
    parties: [document.by],
    ladder,
    outline: document.outline,
    due,
    prompt,
    ownPromptAt: prompt.at,
    neverLate: false,
  };
  return { key: `${nameDay(document.due)}-document`, tracks: [main] };
}

function peakOf({ notice, calendar }: PlanContext, process: Campaign, peak: Peak): OneOff {
  const ladder = ladderOf(notice, process.ladder);
  const due = dueOf(calendar, peak.returnsDue);
  const call = leadingUp(calendar, peak.call, { workingDays: 0, at: ladder.prompt.at });
  const prompt = whenLeadingLettersGo(calendar, call, ladder.letters, due.dueAt);
  const main: OneOffTrack = {
    key: 'main',
    deliverable: 'return',
    parties: owing(notice, process.owes),
    ladder,
    outline: process.outline,
    due,
    prompt,
    ownPromptAt: prompt.at,
    neverLate: false,
  };
  return { key: keyOf(peak), tracks: [main] };
}
