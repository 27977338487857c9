import { z } from 'zod';
import { Id, ownProvenance, Text } from './primitives.ts';
import { Timing } from './time.ts';

/** Whom a rung is addressed to: a supervisor so many levels up, or a fixed position. */
export const RungRecipient = z.union([
  z.strictObject({
    supervisor: z.int().min(1).max(9),
    otherwise: Id.optional().describe(
      'the position that gets it while the party has no supervisor at that level yet; without it the fallback does',
    ),
  }),
  z.strictObject({ position: Id }),
]);

/** One step of escalation. The first is told from the lock; each later one from the rung before it. */
export const Rung = z.strictObject({
  id: Id,
  to: RungRecipient,
  after: z.strictObject({ workingDays: z.int().min(0).max(60) }),
});
export type Rung = z.infer<typeof Rung>;

/** The escalation policy: what goes to the party itself, then, after the lock, to whom above. */
export const Ladder = z.strictObject({
  id: Id,
  prompt: Timing.describe('told from the due day'),
  reminders: z.array(Timing).max(10).default([]).describe('told from the due day'),
  overdueNotice: Timing.optional().describe('told from the due day, to the silent party itself'),
  lock: z
    .union([Timing, z.literal('at-due')])
    .describe(
      'told from the due day; silence counts from here. at-due locks at the due time itself',
    ),
  rungs: z.array(Rung).max(9),
  letters: z.enum(['office-hours', 'any-hour']).default('office-hours'),
  ...ownProvenance,
});
export type Ladder = z.infer<typeof Ladder>;

/** What a report must contain; sent with the prompt. `question` sections are asked for another process (`of`). */
export const Outline = z.strictObject({
  id: Id,
  title: Text,
  sections: z
    .array(z.strictObject({ id: Id, title: Text, ask: Text.optional(), of: Id.optional() }))
    .min(1)
    .max(40),
  ...ownProvenance,
});
export type Outline = z.infer<typeof Outline>;
