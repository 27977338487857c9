import { z } from 'zod';
import { LocalDate, LocalTime, ownProvenance, Provenance, Text } from './primitives.ts';

const DayOff = z.strictObject({
  from: LocalDate,
  to: LocalDate.optional(),
  name: Text,
  source: Text.optional(),
});

/** One year's table of days off and of week-end days swapped into working days. */
export const CalendarYear = z.strictObject({
  daysOff: z.array(DayOff),
  workingDays: z
    .array(z.strictObject({ date: LocalDate, name: Text, source: Text.optional() }))
    .default([]),
  ...ownProvenance,
});

/** A stretch around a holiday in which no letter goes out, nothing is locked and nothing counts. */
export const QuietPeriod = z.strictObject({
  name: Text,
  from: LocalDate,
  to: LocalDate,
  workingDaysBefore: z.int().min(0).max(10),
  workingDaysAfter: z.int().min(0).max(10),
});

export const Calendar = z.strictObject({
  provenance: Provenance,
  weekend: z
    .array(z.int().min(1).max(7))
    .max(6)
    .default([6, 7])
    .describe('ISO weekdays, 1 Monday to 7 Sunday'),
  officeHours: z.strictObject({ from: LocalTime, to: LocalTime }),
  years: z.record(z.string().regex(/^\d{4}$/), CalendarYear),
  quietPeriods: z.array(QuietPeriod).default([]),
});
export type Calendar = z.infer<typeof Calendar>;

const dayOfMonth = z.union([z.int().min(1).max(31), z.literal('last')]);

/** How a process recurs; a day that a month lacks is the month's last day. */
export const Recurrence = z.discriminatedUnion('every', [
  z
    .strictObject({
      every: z.literal('week'),
      on: z.array(z.int().min(1).max(7)).min(1),
      interval: z.int().min(1).max(52).default(1),
      anchor: LocalDate.optional(),
    })
    .refine((rule) => rule.interval === 1 || rule.anchor !== undefined, {
      path: ['anchor'],
      message: 'weeks that are counted need the day of one of them, e.g. anchor: 2021-01-04',
    }),
  z.strictObject({ every: z.literal('month'), days: z.array(dayOfMonth).min(1).max(31) }),
  z.strictObject({ every: z.literal('quarter'), month: z.int().min(1).max(3), day: dayOfMonth }),
  z.strictObject({ every: z.literal('half-year'), month: z.int().min(1).max(6), day: dayOfMonth }),
  z.strictObject({ every: z.literal('year'), month: z.int().min(1).max(12), day: dayOfMonth }),
  z.strictObject({ every: z.literal('dates'), dates: z.array(LocalDate).min(1).max(1000) }),
]);
export type Recurrence = z.infer<typeof Recurrence>;

/** What becomes of a due day that is a day off (Civil Code 2015, article 148, is `next`). */
export const RollRule = z.enum(['stay', 'next', 'previous']);

/** A single due time: "before 25/11" ends with 24/11, "by 30/11" with 30/11. */
export const DueDate = z.strictObject({
  date: LocalDate,
  boundary: z.enum(['before', 'by']),
  time: LocalTime.optional(),
  roll: RollRule.default('stay'),
  originally: LocalDate.optional().describe(
    'the day before an amendment moved it: periods keep their name',
  ),
  ...ownProvenance,
});
export type DueDate = z.infer<typeof DueDate>;

/**
 * A moment told from another: `workingDays` counted strictly before (negative) or after (positive) the anchor's day;
 * 0 is the anchor's day itself, or the last working day before it when it is off and the moment leads up to it.
 */
export const Timing = z.strictObject({ workingDays: z.int().min(-60).max(60), at: LocalTime });
export type Timing = z.infer<typeof Timing>;
