import { z } from 'zod';
import { fieldProvenance, Id, LocalDate, LocalTime, ownProvenance, Text } from './primitives.ts';
import { DueDate, Recurrence, RollRule, Timing } from './time.ts';

/** Who owes: any mix of members, heads of subcommittees, units by kind, and parties by id; `except` takes away. */
export const Owes = z.strictObject({
  members: z.boolean().optional(),
  subcommittees: z.boolean().optional(),
  unitKinds: z.array(Id).optional(),
  parties: z.array(Id).optional(),
  except: z.array(Id).optional(),
});
export type Owes = z.infer<typeof Owes>;

const common = {
  id: Id,
  title: Text,
  asks: Text.describe('what is owed, as a letter says it'),
  waitsFor: z
    .array(Text)
    .optional()
    .describe('data still lacking: the process does not start until it is there'),
  ...ownProvenance,
  ...fieldProvenance,
};

/** The consequence of silence, where the notice states one; the words go out only when released. */
export const FindingRule = z.strictObject({ words: Text, clause: Text, ...ownProvenance });

/** The office's word that its book, tray and Zalo hold no report: an obligation of its own, due at the lock. */
export const Certification = z.strictObject({
  by: Id,
  prompt: Timing,
  ladder: Id,
  ...ownProvenance,
});

const recurring = {
  recurrence: Recurrence,
  boundary: z.enum(['before', 'by']).default('by'),
  roll: RollRule,
};

export const ReportingCycle = z.strictObject({
  ...common,
  kind: z.literal('reporting-cycle'),
  owes: Owes,
  to: Id.describe('the position that the reports are for'),
  via: Id.optional().describe('the position that takes them in'),
  ...recurring,
  dueTime: LocalTime.optional().describe('on the due day; without it the day ends it'),
  opens: Timing.optional().describe(
    'told from the due day; without it the period opens with its prompt',
  ),
  ladder: Id,
  outline: Id,
  finding: FindingRule.optional(),
  certification: Certification.optional(),
  drawsOn: z
    .strictObject({
      process: Id,
      cutOff: LocalTime.describe('on the due day; never before the lock of what it draws on'),
    })
    .optional()
    .describe('a digest that the engine drafts from the reports of another cycle'),
});

export const Collection = z.strictObject({
  ...common,
  kind: z.literal('collection'),
  owes: Owes,
  to: Id,
  via: Id.optional(),
  due: DueDate,
  ladder: Id,
  outline: Id,
  checklist: z.array(z.strictObject({ id: Id, title: Text })).default([]),
  guidance: z
    .strictObject({ by: Id, due: DueDate, ladder: Id, outline: Id, ...ownProvenance })
    .optional()
    .describe('the guidance that goes out first, an obligation of its own'),
});

export const Campaign = z.strictObject({
  ...common,
  kind: z.literal('campaign'),
  lead: Id,
  owes: Owes,
  to: Id,
  document: z.strictObject({ by: Id, issuedBy: Text, due: DueDate, ladder: Id, outline: Id }),
  quota: z.array(z.strictObject({ year: z.int(), peaks: z.int().min(1) })).min(1),
  countsFrom: z
    .number()
    .gt(0)
    .max(1)
    .default(1)
    .describe('the share of returns, of those who owe one, from which a peak counts as held'),
  peaks: z
    .array(
      z.strictObject({
        id: Id,
        year: z.int(),
        from: LocalDate,
        to: LocalDate,
        call: LocalDate,
        returnsDue: DueDate,
        ...ownProvenance,
      }),
    )
    .min(1),
  ladder: Id,
  outline: Id,
});

export const Drafting = z.strictObject({
  ...common,
  kind: z.literal('drafting'),
  by: Id,
  to: z.array(Id).min(1).describe('the positions or bodies that receive it'),
  due: DueDate.describe('the session or the day by which it is submitted'),
  session: Text.optional(),
  stages: z
    .array(
      z.strictObject({
        id: Id,
        kind: z.enum(['draft', 'consult', 'absorb', 'review', 'sign', 'submit']),
        title: Text,
        endsWorkingDaysBefore: z.int().min(0).max(120),
        with: Owes.optional().describe('the bodies consulted'),
        by: Id.optional(),
        ladder: Id.optional().describe("without it the process's own"),
        outline: Id.optional().describe(
          "without it the process's own; a consultation asks freely unless it has one",
        ),
        ...ownProvenance,
      }),
    )
    .min(1),
  optional: z.boolean().default(false).describe('"có thể": never late; "no proposal" closes it'),
  targets: z
    .array(z.strictObject({ id: Id, title: Text, goal: z.int().min(1), prepare: z.int().min(1) }))
    .default([]),
  produces: z.enum(['supervision']).optional(),
  ladder: Id,
  outline: Id,
});

export const Programme = z.strictObject({
  ...common,
  kind: z.literal('programme'),
  lead: Id,
  coordinates: z.array(Id).default([]),
  to: Id,
  checkIn: z.union([
    z.strictObject({ ...recurring, ladder: Id, outline: Id, ...ownProvenance }),
    z.strictObject({
      inside: Id.describe('the reporting cycle in whose report its questions are asked'),
    }),
  ]),
  until: LocalDate.optional(),
});

export const Process = z.discriminatedUnion('kind', [
  ReportingCycle,
  Collection,
  Campaign,
  Drafting,
  Programme,
]);
export type Process = z.infer<typeof Process>;
export type ProcessKind = Process['kind'];
export type ReportingCycle = z.infer<typeof ReportingCycle>;
export type Campaign = z.infer<typeof Campaign>;
