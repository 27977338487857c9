import type { Namespace, Path } from './parts.ts';

/** Ids that must be unique inside one item rather than in the whole file. */
export type InnerNamespace =
  | 'rung'
  | 'section'
  | 'stage'
  | 'peak'
  | 'target'
  | 'checklist item'
  | 'unit in a cluster';

/** What is wrong with the meaning of a notice file; the file cannot be used. Words are the check's business. */
export type MeaningError = { path: Path } & (
  | { code: 'duplicate-id'; space: Namespace | InnerNamespace; id: string; first: Path }
  | { code: 'unknown-id'; space: Namespace | 'party'; id: string; nearest: string | undefined }
  | { code: 'unknown-unit-kind'; kind: string; kinds: string[] }
  | { code: 'rung-without-recipient'; rung: string; position: string; nearest: string | undefined }
  | { code: 'fallback-vacant' }
  | { code: 'role-vacant'; role: 'chair' | 'office'; position: string }
  | { code: 'letters-without-outline'; outline: string; nearest: string | undefined }
  | { code: 'not-a-reporting-cycle'; process: string; kind: string }
  | { code: 'draws-on-circle'; circle: string[] }
  | { code: 'unit-under-two'; unit: string; deputy: string; other: string; first: Path }
  | { code: 'supervisor-circle'; circle: string[] }
  | {
      code: 'supervisor-missing';
      party: string;
      ladder: string;
      process: string;
      level: number;
      endsAt: string;
    }
  | { code: 'no-such-day'; day: string; lastDay: string | undefined }
  | { code: 'span-reversed'; from: string; to: string }
  | { code: 'end-before-start'; endsOn: string; startsOn: string }
  | { code: 'too-long'; most: number }
  | { code: 'before-conclusion'; day: string; concludedOn: string }
  | { code: 'outside-year'; day: string; year: string }
  | { code: 'calendar-year-missing'; year: string; until: string; counting: boolean }
  | { code: 'zone-unknown'; zone: string }
  | { code: 'hours-reversed'; from: string; to: string }
  | { code: 'lock-before-due'; ladder: string }
  | { code: 'cut-off-after-due'; cutOff: string; dueTime: string }
  | { code: 'quota-not-met'; year: number; quota: number; peaks: number }
  | { code: 'stages-out-of-order'; stage: string; before: string }
  | { code: 'field-unknown'; field: string; fields: string[] }
  | { code: 'nobody-owes' }
  | { code: 'explanation-unplanned' }
  | { code: 'nothing-left'; startsOn: string; endsOn: string }
);

/** What a reader should know before the start; the file can be used. */
export type MeaningWarning = { path: Path } & (
  | { code: 'before-on-day-off'; before: string; lastDay: string; name: string }
  | { code: 'split-not-signed'; deputy: string; units: number }
  | { code: 'units-without-supervisor'; units: string[] }
  | { code: 'contradiction'; where: string; says: string; against: string }
  | { code: 'number-blank' }
  | { code: 'issue-day-blank' }
  | { code: 'person-without-address'; person: string }
  | { code: 'position-vacant'; position: string }
  | { code: 'waits-for'; process: string; data: string[] }
  | { code: 'never-due'; process: string; startsOn: string; endsOn: string }
  | { code: 'consultation-unanswered'; stage: string }
);

export type MeaningFault = MeaningError | MeaningWarning;

/** The codes of `MeaningWarning`; everything else is an error. */
const WARNINGS: Record<MeaningWarning['code'], true> = {
  'before-on-day-off': true,
  'split-not-signed': true,
  'units-without-supervisor': true,
  contradiction: true,
  'number-blank': true,
  'issue-day-blank': true,
  'person-without-address': true,
  'position-vacant': true,
  'waits-for': true,
  'never-due': true,
  'consultation-unanswered': true,
};

/** Whether a fault leaves the file usable. */
export const isWarning = (fault: MeaningFault): fault is MeaningWarning => fault.code in WARNINGS;
