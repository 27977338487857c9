import { z } from 'zod';
import { Ladder, Outline } from './ladder.ts';
import { people } from './people.ts';
import {
  block,
  fieldProvenance,
  Id,
  LocalDate,
  LocalTime,
  ownProvenance,
  Provenance,
  Text,
} from './primitives.ts';
import { Process } from './process.ts';
import { Settings } from './settings.ts';
import { Calendar } from './time.ts';

/** One numbered conclusion of the notice, in the notice's own words, and the processes that carry it out. */
export const Directive = z.strictObject({
  no: Id.describe('its number in the notice, or a word for an unnumbered one, e.g. "5", "closing"'),
  title: Text,
  provenance: Provenance,
  processes: z.array(Process).min(1),
});

/** Something that the notice says in two ways; shown to whoever reads, never corrected silently. */
export const Contradiction = z.strictObject({ where: Text, says: Text, against: Text });

/** The head of the notice. Its three dates are its conclusion, its issue and the start of follow-up. */
export const Head = z.strictObject({
  provenance: Provenance,
  title: Text,
  committee: Text,
  issuer: Text,
  place: Text,
  number: Text.nullable().describe('null where the notice left it blank'),
  symbol: Text,
  concludedOn: LocalDate,
  issuedOn: LocalDate.nullable().describe('null where the notice left the day blank'),
  start: z.strictObject({ on: LocalDate, at: LocalTime, ...ownProvenance }),
  endsOn: LocalDate,
  contradictions: z.array(Contradiction).default([]),
  ...fieldProvenance,
});

/** The positions that the engine itself turns to. */
export const Roles = z.strictObject({
  provenance: Provenance,
  chair: Id,
  office: Id.describe("the position of the office's head"),
  fallback: z.array(Id).min(1).describe('who gets a rung that has no recipient, in this order'),
});

/** A notice file: a committee's conclusions as data. This schema is the format's one definition. */
export const NoticeFile = z.strictObject({
  dondoc: z.literal(1),
  id: Id,
  language: z.enum(['vi', 'en']),
  zone: z.string().min(3).max(64).describe('IANA time zone, e.g. Asia/Ho_Chi_Minh'),
  head: Head,
  roles: Roles,
  ...people,
  calendar: Calendar,
  settings: Settings,
  ladders: block(Ladder),
  outlines: block(Outline),
  directives: z.array(Directive).min(1).max(200),
});

/** A checked notice, as everything behind the check sees it. */
export type Notice = z.infer<typeof NoticeFile>;
export type Directive = z.infer<typeof Directive>;
export type { Ladder, Outline, Rung } from './ladder.ts';
export type { Person, Position, Unit } from './people.ts';
export type { Provenance } from './primitives.ts';
export type { Campaign, Owes, Process, ProcessKind, ReportingCycle } from './process.ts';
export type { Settings } from './settings.ts';
export type { Calendar, DueDate, Recurrence, Timing } from './time.ts';
