import type { Process } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { owing } from '../notice/roster.ts';
import { addDays } from '../time/zone.ts';
import { type Due, dueOf, nameDay } from './due.ts';
import { type Moment, whenLettersGo } from './moment.ts';
import { type OneOff, oneOffPlan } from './oneOff.ts';
import { ladderOf, type PeriodPlan, type PlanContext } from './planContext.ts';
import { promptMoment } from './track.ts';

export type Drafting = Extract<Process, { kind: 'drafting' }>;
export type Stage = Drafting['stages'][number];

/**
 * A drafting: one period for each stage, worked out backward from the day on which the document is submitted, each
 * beginning not before the one ahead of it ends. Stages that would begin (or end) before the start are compressed to
 * it and say so. Keys are the document's first due date and the stage's id, so that they stay where a stage moves.
 */
export function planDrafting(context: PlanContext, process: Drafting): PeriodPlan {
  const { notice, calendar } = context;
  const submitted = dueOf(calendar, process.due);
  let endOfPrevious: Instant | null = null;
  const items = process.stages.map((stage): OneOff => {
    const due = stageDue(context, submitted, stage);
    const ladder = ladderOf(notice, stage.ladder ?? process.ladder);
    const own = promptMoment(calendar, due, ladder.prompt, ladder.letters);
    const prompt = afterPrevious(context, own, endOfPrevious, due, ladder.letters);
    endOfPrevious = due.dueAt;
    const isLast = stage === process.stages[process.stages.length - 1];
    const deliverable = isLast ? 'document' : 'stage';
    const parties = stageParties(context, process, stage);
    const outline = outlineOf(process, stage);
    const neverLate = process.optional || isOpinion(stage);
    const asked = { due, prompt, ownPromptAt: own.at, neverLate };
    return {
      key: keyOfStage(process, stage),
      tracks: [{ key: 'main', deliverable, parties, ladder, outline, ...asked }],
    };
  });
  return oneOffPlan(context, process.id, items);
}

/**
 * An opinion may be given and is not owed as a report is: whoever is consulted and stays silent has no opinion on record
 * ("chưa có ý kiến") and no more, is never late, and nobody above is told.
 */
const isOpinion = ({ kind }: Stage): boolean => kind === 'consult';

/** The key of a stage's period. */
export const keyOfStage = (process: Drafting, { id }: Pick<Stage, 'id'>): string =>
  `${nameDay(process.due)}-${id}`;

/** The stage that a period is of, by its key; undefined for a period that a decision has added. */
export const stageOf = (process: Drafting, key: string): Stage | undefined =>
  process.stages.find(({ id }) => key.slice(DAY_AND_HYPHEN) === id);

const DAY_AND_HYPHEN = 'YYYY-MM-DD-'.length;

/** The document's outline is for those who write it; whoever is consulted answers freely unless the stage has its own. */
function outlineOf(process: Drafting, { kind, outline }: Stage): string | null {
  if (outline !== undefined) return outline;
  return kind === 'consult' ? null : process.outline;
}

/** Who owes a stage: the bodies that are consulted answer for a consultation, else whoever the stage or the process names. */
function stageParties({ notice }: PlanContext, process: Drafting, stage: Stage): string[] {
  if (stage.kind === 'consult' && stage.with !== undefined) return owing(notice, stage.with);
  return [stage.by ?? process.by];
}

/**
 * The end of a stage: so many working days before the last day, at the day's end; the submission itself is due when
 * the document is. An end that the start leaves no time for moves to the end of the first open day after the start,
 * but not beyond the document's own due time.
 */
function stageDue({ calendar, startsAt }: PlanContext, submitted: Due, stage: Stage): Due {
  if (stage.endsWorkingDaysBefore === 0) return submitted;
  const lastDay = calendar.addWorkingDays(submitted.lastDay, -stage.endsWorkingDaysBefore);
  const own: Due = { dueAt: calendar.endOf(lastDay), lastDay, notes: [] };
  const earliest = calendar.onOrNextOpen(addDays(calendar.dayOf(startsAt), 1));
  if (lastDay >= earliest || submitted.dueAt <= startsAt) return own;
  const movedTo = calendar.endOf(earliest);
  const end: Omit<Due, 'notes'> =
    movedTo < submitted.dueAt ? { dueAt: movedTo, lastDay: earliest } : submitted;
  const { dueAt } = end;
  const from = own.dueAt;
  return {
    dueAt,
    lastDay: end.lastDay,
    notes: [{ code: 'compressed-to-start', from, movedTo: dueAt }],
  };
}

/** A stage is asked for when the one before it has ended; where both end together, at its own time. */
function afterPrevious(
  { calendar }: PlanContext,
  own: Moment,
  endOfPrevious: Instant | null,
  due: Due,
  letters: 'office-hours' | 'any-hour',
): Moment {
  if (endOfPrevious === null || own.at >= endOfPrevious) return own;
  const begins = whenLettersGo(calendar, { at: endOfPrevious, notes: [] }, letters);
  return begins.at < due.dueAt ? { at: begins.at, notes: [] } : own;
}
