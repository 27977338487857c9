import { z } from 'zod';
import { Address, block, Id, ownProvenance, Text } from './primitives.ts';

/** Somebody (or, for a unit, a mailbox) who receives letters. `address` may be missing: then the office is told instead. */
export const Person = z.strictObject({
  id: Id,
  name: Text,
  address: Address.optional(),
  ...ownProvenance,
});
export type Person = z.infer<typeof Person>;

/**
 * A post in the committee or the office. `holder` null is a vacant post: its letters go to the office and it has no finding.
 * `supervisor` is the post above it in a ladder; the chair has none.
 */
export const Position = z.strictObject({
  id: Id,
  title: Text,
  holder: Id.nullable(),
  supervisor: Id.optional(),
  member: z
    .boolean()
    .default(true)
    .describe('a member of the committee, who owes what members owe'),
  ...ownProvenance,
});
export type Position = z.infer<typeof Position>;

/** A commune, town, department or other body that owes something, with one addressee or more. */
export const Unit = z.strictObject({
  id: Id,
  name: Text,
  kind: Id.describe('a word of the notice for its sort of unit, e.g. commune, town, department'),
  addressees: z.array(Person).min(1).max(4),
  supervisor: Id.optional().describe('only where no split assigns the unit'),
  ...ownProvenance,
});
export type Unit = z.infer<typeof Unit>;

/** A subcommittee; its report is owed by its head's own position. */
export const Subcommittee = z.strictObject({ id: Id, name: Text, head: Id, ...ownProvenance });

/** A cluster of units under a member of the standing committee. */
export const Cluster = z.strictObject({
  id: Id,
  name: Text,
  head: Id,
  units: z.array(Id),
  ...ownProvenance,
});

/** Which units a deputy has in charge; no unit may stand under two. Until it is signed, ladders use the fallback. */
export const Split = z.strictObject({ deputy: Id, units: z.array(Id), ...ownProvenance });

export const people = {
  people: block(Person),
  positions: block(Position),
  units: block(Unit).optional(),
  subcommittees: block(Subcommittee).optional(),
  clusters: block(Cluster).optional(),
  supervision: block(Split).optional(),
};
