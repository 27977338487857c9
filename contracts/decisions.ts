import { z } from 'zod';
import { DECIDED_HANDLINGS } from './digest.ts';
import { Address, CalendarDay, Id, LocalTime, Text } from './notice/primitives.ts';

const Reason = z.string().trim().min(3, 'a decision needs its reason in words').max(4000);
const ObligationIds = z.array(z.string().max(300)).min(1).max(500);

/** Who decides, as the API found out: never taken from a request's body. */
export const Actor = z.object({
  /** person:<id>, token:<uuid> or engine */
  id: z.string(),
  /** the position or role in which it is decided */
  capacity: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/** Decisions that move time or procedure: sent as an Update to the process that they move. */
export const Extend = z.strictObject({
  obligations: ObligationIds,
  dueDate: CalendarDay,
  boundary: z.enum(['before', 'by']).default('by'),
  dueTime: LocalTime.optional(),
  reason: Reason,
});
export const AskForSupplement = z.strictObject({
  submission: z.uuid(),
  comment: Reason,
  missing: z.array(z.string().max(200)).max(40).default([]),
  dueDate: CalendarDay,
  dueTime: LocalTime.optional(),
});
export const HoldRung = z.strictObject({
  obligations: ObligationIds,
  rung: z.string().max(64),
  workingDays: z.int().min(1).max(20),
  reason: Reason,
});
export const CancelObligations = z.strictObject({ obligations: ObligationIds, reason: Reason });
const Parties = z.array(Id).min(1).max(500);
/** A period's key: its day, or a stage's or peak's name. */
const PeriodKey = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/)
  .max(80);
/** Without parties: for everybody who owes in the period. */
export const SkipPeriod = z.strictObject({ parties: Parties.optional(), reason: Reason });
export const MergePeriod = z.strictObject({
  into: PeriodKey,
  parties: Parties.optional(),
  reason: Reason,
});
export const Reassign = z.strictObject({
  obligation: z.string().max(300),
  to: Id,
  dueDate: CalendarDay.optional(),
  dueTime: LocalTime.optional(),
  reason: Reason,
});
/** Somebody known already, or somebody new. Ids stand in links and in the log: of a post, never of a name. */
const Holder = z.union([
  z.strictObject({ person: Id }),
  z.strictObject({ id: Id, name: Text, address: Address.optional() }),
]);
export const ChangeHolder = z.strictObject({
  /** null: vacant from then on */
  holder: Holder.nullable(),
  /** from when on; now unless given */
  since: z.iso.datetime({ offset: true }).optional(),
  reason: Reason,
});
/** A unit's letters go to several people: one comes, one leaves, or one after the other. */
export const ChangeAddressees = z
  .strictObject({
    add: Holder.optional(),
    remove: Id.optional(),
    since: z.iso.datetime({ offset: true }).optional(),
    reason: Reason,
  })
  .refine(({ add, remove }) => add !== undefined || remove !== undefined, 'add or remove somebody');
/** Closes a period for good, with whatever is missing in it. */
export const ClosePeriod = z.strictObject({ reason: Reason });
/** Pausing, resuming and cancelling a whole process: nothing but the reason is given. */
export const Pause = z.strictObject({ reason: Reason });

/** An amended notice file (YAML as text, or the same as JSON), and who decided it, as the record keeps it. */
export const Amend = z.strictObject({
  notice: z.union([z.string(), z.record(z.string(), z.unknown())]),
  reason: Reason,
  by: z.string().trim().min(3).max(400),
});
/** Moves the day of a session, or another day on which something of a process is due once. */
export const MoveDue = z.strictObject({
  /** what is due: the process itself unless given; `document` or a peak's id in a campaign */
  of: z.string().max(64).optional(),
  dueDate: CalendarDay,
  boundary: z.enum(['before', 'by']).optional(),
  dueTime: LocalTime.optional(),
  reason: Reason,
});
/** Puts a process on another ladder of the notice. */
export const ChangeLadder = z.strictObject({ ladder: z.string().max(64), reason: Reason });
export type AmendmentKind = 'amend' | 'move-due' | 'change-ladder';

/** Decisions that only change the register: one transaction, and a wake-up through the outbox. */
export const Excuse = z.strictObject({
  obligations: ObligationIds,
  ground: z.enum(['leave', 'sickness', 'mission', 'other']),
  reason: Reason,
});
export const Accept = z.strictObject({
  submissions: z.array(z.uuid()).min(1).max(500),
  comment: z.string().trim().max(4000).optional(),
});
export const Certify = z.strictObject({
  /** what the office looked through; all three are needed */
  book: z.literal(true),
  tray: z.literal(true),
  zalo: z.literal(true),
  comment: z.string().trim().max(4000).optional(),
});
export const Release = z.strictObject({ reason: Reason });
export const HoldFinding = z.strictObject({ reason: Reason });
export const Reverse = z.strictObject({ reason: Reason });
export const Answer = z.strictObject({ body: Reason });
/** The list that the chair signed: each unit under one deputy (clause 2). The whole list, in a correction too. */
export const RecordSupervision = z.strictObject({
  signedOn: CalendarDay,
  number: z.string().trim().min(1).max(100).optional().describe('of the signed document'),
  lists: z
    .array(z.strictObject({ deputy: Id, units: z.array(Id).min(1).max(5000) }))
    .min(1)
    .max(100),
  reason: Reason,
});
/** What the chair decides on a proposal; a date only where an explanation is asked for. */
export const DecideProposal = z
  .strictObject({
    handling: z.enum(DECIDED_HANDLINGS),
    /** the last day for the explanation; the settings' working days from now where it is left out */
    dueDate: CalendarDay.optional(),
    reason: Reason,
  })
  .refine(({ handling, dueDate }) => dueDate === undefined || handling === 'ask-for-explanation', {
    path: ['dueDate'],
    message: 'only an explanation has a date',
  });
export const KeyIn = z.strictObject({
  obligations: ObligationIds,
  channel: z.enum(['paper', 'telephone', 'zalo', 'e-mail']),
  kind: z.enum(['report', 'nothing']).default('report'),
  signedBy: z.string().max(64).optional(),
  receivedAt: z.iso.datetime({ offset: true }),
  body: z.string().trim().max(200_000).default(''),
  checklist: z
    .array(z.string().max(64))
    .max(100)
    .default([])
    .describe('ids of the parts of the dossier that came with it'),
  reason: Reason,
});

/** A peak added to a campaign, to make up for one that was missed: its days, when it is called, when its returns are due. */
export const AddPeak = z.strictObject({
  from: CalendarDay,
  to: CalendarDay,
  call: CalendarDay,
  /** the last day in time */
  returnsDue: CalendarDay,
  reason: Reason,
});

export type AddPeak = z.infer<typeof AddPeak>;
export type Extend = z.infer<typeof Extend>;
export type AskForSupplement = z.infer<typeof AskForSupplement>;
export type HoldRung = z.infer<typeof HoldRung>;
export type CancelObligations = z.infer<typeof CancelObligations>;
export type SkipPeriod = z.infer<typeof SkipPeriod>;
export type MergePeriod = z.infer<typeof MergePeriod>;
export type Reassign = z.infer<typeof Reassign>;
export type Holder = z.infer<typeof Holder>;
export type ChangeHolder = z.infer<typeof ChangeHolder>;
export type ChangeAddressees = z.infer<typeof ChangeAddressees>;
export type Amend = z.infer<typeof Amend>;
export type MoveDue = z.infer<typeof MoveDue>;
export type ChangeLadder = z.infer<typeof ChangeLadder>;
export type Excuse = z.infer<typeof Excuse>;
export type Accept = z.infer<typeof Accept>;
export type Certify = z.infer<typeof Certify>;
export type DecideProposal = z.infer<typeof DecideProposal>;
export type KeyIn = z.infer<typeof KeyIn>;
export type RecordSupervision = z.infer<typeof RecordSupervision>;
