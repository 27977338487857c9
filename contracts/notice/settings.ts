import { z } from 'zod';
import { HANDLINGS } from '../digest.ts';
import { Id, LocalTime, Provenance } from './primitives.ts';

/** What is proposed for somebody who has missed so many due times in a row; the chair decides each. */
export const ProposalRule = z.strictObject({
  missesInARow: z.int().min(1).max(50),
  propose: z.enum(HANDLINGS),
});

export const Settings = z.strictObject({
  provenance: Provenance,
  round: z
    .strictObject({ at: LocalTime })
    .describe('the daily round of letters to superiors, on working days'),
  release: z.strictObject({
    by: z
      .array(Id)
      .min(1)
      .describe('positions that may release a finding in the words of the notice'),
    withinWorkingDays: z.int().min(1).max(20),
    escalationsHeldInFirstPeriods: z.int().min(0).max(10),
  }),
  hold: z.strictObject({ maxWorkingDays: z.int().min(1).max(20) }),
  review: z.strictObject({ acceptedAfterWorkingDays: z.int().min(1).max(60) }),
  nothingToReportInARow: z.int().min(2).max(20),
  outage: z.strictObject({
    toleranceMinutes: z
      .int()
      .min(1)
      .max(1440)
      .describe(
        'how late a step may run before it counts as an outage; at a due time nothing is tolerated',
      ),
    graceWorkingDays: z.int().min(1).max(10),
  }),
  proposals: z.array(ProposalRule).max(10).default([]),
  explanation: z
    .strictObject({
      ladder: Id,
      outline: Id,
      withinWorkingDays: z.int().min(1).max(60).describe('unless the chair names a date'),
    })
    .optional()
    .describe('how an explanation that the chair asks for is followed up'),
});
export type Settings = z.infer<typeof Settings>;
