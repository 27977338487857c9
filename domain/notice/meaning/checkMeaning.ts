import {
  beforeOnDayOff,
  missingYears,
  strayCalendarEntries,
  unknownZone,
} from './calendarTables.ts';
import { dueBeforeConclusion, headOrder, impossibleDays, reversedSpans } from './dates.ts';
import { explanationUnplanned } from './explanation.ts';
import type { MeaningFault } from './faults.ts';
import { duplicateIds } from './identifiers.ts';
import type { NoticeParts } from './parts.ts';
import {
  brokenChains,
  contradictingTimes,
  disorderedStages,
  nothingDue,
  owedByNobody,
  unansweredConsultations,
  unknownFields,
  unmetQuotas,
} from './processes.ts';
import { unknownReferences } from './references.ts';
import { openPoints, vacantRoles } from './roles.ts';
import {
  missingSupervisors,
  openSupervision,
  supervisorCircles,
  unitsUnderTwo,
} from './supervision.ts';

const CHECKS: ((parts: NoticeParts) => MeaningFault[])[] = [
  unknownZone,
  headOrder,
  impossibleDays,
  reversedSpans,
  dueBeforeConclusion,
  strayCalendarEntries,
  missingYears,
  beforeOnDayOff,
  duplicateIds,
  unknownReferences,
  vacantRoles,
  supervisorCircles,
  missingSupervisors,
  unitsUnderTwo,
  openSupervision,
  brokenChains,
  contradictingTimes,
  unmetQuotas,
  disorderedStages,
  owedByNobody,
  unansweredConsultations,
  unknownFields,
  nothingDue,
  explanationUnplanned,
  openPoints,
];

/** Everything that is wrong or open in what a notice file means, all at once; nothing where all is well. */
export function checkMeaning(parts: NoticeParts): MeaningFault[] {
  return CHECKS.flatMap((check) => check(parts));
}
