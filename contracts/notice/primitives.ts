import { z } from 'zod';

/** An identifier inside a notice file: lower-case ASCII words joined by hyphens, so that it is safe in ids, URLs and logs. */
export const Id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'lower-case letters, digits and single hyphens, e.g. "ban-tuyen-giao"',
  )
  .max(64);

/** A line of text as users read it; kept in Unicode NFC. */
export const Text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(4000)
  .transform((text) => text.normalize('NFC'));

/** A calendar day, 'YYYY-MM-DD'. That the day exists (no 30 February) is checked with the meaning. */
export const LocalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD, e.g. 2020-11-25');

/** A day that the calendar has, for what comes in without a check of its meaning; of years in which an office works. */
export const CalendarDay = LocalDate.refine(
  (day) => {
    const at = Date.parse(`${day}T00:00:00.000Z`);
    // 30 February is read as 2 March: what was read is held against what was written
    const isThere = !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
    return isThere && day >= '1900' && day < '2200';
  },
  {
    error: 'a day that the calendar has, as YYYY-MM-DD, e.g. 2020-11-25',
    when: ({ issues }) => issues.length === 0, // what is no day at all is told once
  },
);

/** A time of day on the notice's own clock, 'HH:MM'. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM, e.g. 07:30');

/** An e-mail address, lower-cased. */
export const Address = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());

/** Where a block comes from: the notice itself, a later decision of the office, or an assumption still to be confirmed. */
export const Provenance = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('notice'), sentence: Text }),
  z.strictObject({ source: z.literal('office'), by: Text, on: LocalDate.optional() }),
  z.strictObject({ source: z.literal('assumed'), why: Text }),
]);
export type Provenance = z.infer<typeof Provenance>;

/** What an item inside a block may say to override the block's own provenance. */
export const ownProvenance = { provenance: Provenance.optional() };

/** Single fields that do not come from where the block comes from, e.g. an assumed roll rule under a quoted sentence. */
export const fieldProvenance = {
  fieldProvenance: z
    .array(z.strictObject({ field: Text, provenance: Provenance }))
    .optional()
    .describe('fields of this block with a provenance of their own'),
};

/** A block: items under one provenance, each of which may override it. */
export const block = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ provenance: Provenance, list: z.array(item).max(5000) });
