import type { Process } from '../../contracts/notice/index.ts';
import { owing } from '../notice/roster.ts';
import { dueOf, nameDay } from './due.ts';
import { leadingUp, whenLeadingLettersGo } from './moment.ts';
import { type OneOff, type OneOffTrack, oneOffPlan } from './oneOff.ts';
import { ladderOf, type PeriodPlan, type PlanContext } from './planContext.ts';
import { promptMoment } from './track.ts';

type Campaign = Extract<Process, { kind: 'campaign' }>;

/**
 * A campaign: a period for the document that has to be issued first, and one for each peak, in order of their due
 * dates. A peak is prompted by its call, on the call's own day; what is owed is the return. Keys are the first due
 * date that the file had and the peak's id (or `document`).
 */
export function planCampaign(context: PlanContext, process: Campaign): PeriodPlan {
  const items = [documentOf(context, process), ...peaksOf(context, process)];
  items.sort((a, b) => (a.key < b.key ? -1 : 1));
  return oneOffPlan(context, process.id, items);
}

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
    optional: false,
  };
  return { key: `${nameDay(document.due)}-document`, tracks: [main] };
}

function peaksOf({ notice, calendar }: PlanContext, process: Campaign): OneOff[] {
  const ladder = ladderOf(notice, process.ladder);
  const parties = owing(notice, process.owes);
  const { outline } = process;
  return process.peaks.map((peak) => {
    const due = dueOf(calendar, peak.returnsDue);
    const call = leadingUp(calendar, peak.call, { workingDays: 0, at: ladder.prompt.at });
    const prompt = whenLeadingLettersGo(calendar, call, ladder.letters, due.dueAt);
    const given = { ladder, outline, due, prompt, ownPromptAt: prompt.at, optional: false };
    const main: OneOffTrack = { key: 'main', deliverable: 'return', parties, ...given };
    return { key: `${nameDay(peak.returnsDue)}-${peak.id}`, tracks: [main] };
  });
}
