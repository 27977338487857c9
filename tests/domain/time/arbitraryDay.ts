import fc from 'fast-check';
import { addDays, daysBetween } from '../../../domain/time/zone.ts';

/** Any day from `from` to `to`, both included. */
export const anyDay = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: daysBetween(from, to) }).map((days) => addDays(from, days));
