import { localDate } from '../../domain/time/zone.ts';
import type { Writing } from '../../letters/compose/writing.ts';

/** A due time in words from the instant alone: the end of a day is told as that day, not as midnight of the next. */
export function dueWords(writing: Writing, dueAt: string): string {
  const justBefore = new Date(Date.parse(dueAt) - 1).toISOString();
  return writing.due(dueAt, localDate(justBefore, writing.head.zone));
}
