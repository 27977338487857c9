import { localDate } from '../../domain/time/zone.ts';
import type { Writing } from '../../letters/compose/writing.ts';

/** The last day in time, from the instant alone: a due time at midnight belongs to the day that ends with it. */
export const lastDayOf = (writing: Writing, dueAt: string): string =>
  localDate(new Date(Date.parse(dueAt) - 1).toISOString(), writing.head.zone);

/** A due time in words from the instant alone: the end of a day is told as that day, not as midnight of the next. */
export const dueWords = (writing: Writing, dueAt: string): string =>
  writing.due(dueAt, lastDayOf(writing, dueAt));
