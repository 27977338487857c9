import type { Ladder, Recurrence } from '../../contracts/notice/index.ts';
import type { DateNote } from '../../contracts/plan.ts';
import { occurrences } from '../time/recurrence.ts';
import { type Due, dueOf, monthEndNotes } from './due.ts';
import type { Moment } from './moment.ts';
import type { PlanContext } from './planContext.ts';
import { promptMoment } from './track.ts';

/** How a process recurs and when each of its days is over. */
export interface RecurringRule {
  recurrence: Recurrence;
  boundary: 'before' | 'by';
  roll: 'stay' | 'next' | 'previous';
  dueTime?: string | undefined;
}

/** One occurrence of a recurring process, before its steps are worked out. */
export interface Turn {
  /** The nominal day, 'YYYY-MM-DD'. */
  key: string;
  due: Due;
  /** The prompt at its own time, whether or not that is before the start. */
  prompt: Moment;
  state: 'before-start' | 'trial' | 'full';
  /** From 1 among the full ones; 0 for the others. */
  ordinal: number;
}

export interface TurnOptions {
  /** The process ends before the notice does. */
  until?: string | undefined;
  /** Moves a due time for a reason of the process's own; `previousKey` is '' for the first. */
  settle?: ((key: string, due: Due, previousKey: string) => Due) | undefined;
}

/**
 * The occurrences of a recurring process from the notice's conclusion to its end (or `until`). A turn whose due time
 * is before the start is only recorded; one whose prompt, at its own time, is before the start is a trial.
 */
export function turnsOf(
  { notice, calendar, startsAt }: PlanContext,
  rule: RecurringRule,
  ladder: Ladder,
  { until, settle }: TurnOptions = {},
): Turn[] {
  const { concludedOn, endsOn } = notice.head;
  const lastDay = until !== undefined && until < endsOn ? until : endsOn;
  let ordinal = 0;
  let previousKey = '';
  return occurrences(rule.recurrence, concludedOn, lastDay).map((key) => {
    const planned = dueOf(calendar, { ...rule, date: key, time: rule.dueTime });
    const noted = { ...planned, notes: [...monthEndNotes(rule.recurrence, key), ...planned.notes] };
    const due = settle?.(key, noted, previousKey) ?? noted;
    previousKey = key;
    const prompt = promptMoment(calendar, due, ladder.prompt, ladder.letters);
    const state = stateOf(due, prompt, startsAt);
    if (state === 'full') ordinal += 1;
    return { key, due, prompt, state, ordinal: state === 'full' ? ordinal : 0 };
  });
}

/** The note that a period carries for what it is. */
export function stateNotes(state: Turn['state'], startsAt: string): DateNote[] {
  return state === 'full' ? [] : [{ code: state, startsAt }];
}

function stateOf(due: Due, prompt: Moment, startsAt: string): Turn['state'] {
  if (due.dueAt <= startsAt) return 'before-start';
  return prompt.at < startsAt ? 'trial' : 'full';
}
