import type { Notice } from '../../contracts/notice/index.ts';
import type {
  DateNote,
  Deliverable,
  Instant,
  PlannedPeriod,
  PlannedStep,
  PlannedTrack,
  StepKind,
} from '../../contracts/plan.ts';
import { ladderOf } from '../plan/planContext.ts';
import type { PreviewRoster } from './roster.ts';

/** Somebody who gets a letter by a step, and for whom: the capacities of his own, or the parties that are silent. */
export interface StepRecipient {
  person: string;
  /** The position that a rung goes to; null for a letter to the party itself. */
  position: string | null;
  why: 'owes' | 'instead-of' | 'supervisor' | 'named' | 'next-up' | 'fallback';
  parties: string[];
}

/** One planned step with everybody it reaches. */
export interface PreviewStep {
  at: Instant;
  kind: StepKind;
  processId: string;
  periodKey: string;
  track: string;
  deliverable: Deliverable;
  rung: string | null;
  /** Parties whose silence is told to nobody, because everybody above them knows already. */
  toldAlready: string[];
  recipients: StepRecipient[];
  notes: DateNote[];
}

/** The steps of a period, each with its recipients as the file has them. */
export function previewSteps(
  notice: Notice,
  roster: PreviewRoster,
  period: PlannedPeriod,
): PreviewStep[] {
  return period.tracks.flatMap((track) =>
    track.steps.map((step) => previewStep(notice, roster, period, track, step)),
  );
}

function previewStep(
  notice: Notice,
  roster: PreviewRoster,
  period: PlannedPeriod,
  track: PlannedTrack,
  step: PlannedStep,
): PreviewStep {
  const reach = reachOf(notice, roster, track, step);
  return {
    at: step.at,
    kind: step.kind,
    processId: period.processId,
    periodKey: period.key,
    track: track.key,
    deliverable: track.deliverable,
    rung: step.rung?.id ?? null,
    ...reach,
    notes: step.notes,
  };
}

function reachOf(
  notice: Notice,
  roster: PreviewRoster,
  track: PlannedTrack,
  step: PlannedStep,
): Pick<PreviewStep, 'recipients' | 'toldAlready'> {
  switch (step.kind) {
    case 'prompt':
    case 'remind':
    case 'overdue':
      return { recipients: ownLetters(roster, track.parties), toldAlready: [] };
    case 'rung':
      return rungLetters(notice, roster, track, step);
    case 'draft':
    case 'due':
    case 'lock':
    case 'close':
      return { recipients: [], toldAlready: [] };
  }
}

/** One letter for each person, whatever number of capacities he owes in. */
function ownLetters(roster: PreviewRoster, parties: readonly string[]): StepRecipient[] {
  const byPerson = new Map<string, StepRecipient>();
  for (const partyId of parties) {
    for (const { person, insteadOf } of roster.addressees(partyId)) {
      const why = insteadOf === null ? 'owes' : 'instead-of';
      const key = `${person} ${why}`;
      const known = byPerson.get(key) ?? { person, position: null, why, parties: [] };
      known.parties.push(partyId);
      byPerson.set(key, known);
    }
  }
  return [...byPerson.values()];
}

function rungLetters(
  notice: Notice,
  roster: PreviewRoster,
  track: PlannedTrack,
  step: PlannedStep,
): Pick<PreviewStep, 'recipients' | 'toldAlready'> {
  const ladder = ladderOf(notice, track.ladder);
  const byPosition = new Map<string, StepRecipient>();
  const toldAlready: string[] = [];
  for (const partyId of track.parties.filter(roster.isReachable)) {
    const found = roster.climb(ladder, partyId).get(step.rung?.id ?? '');
    const person =
      found !== undefined && 'position' in found ? roster.superior(found.position) : null;
    if (found === undefined || 'skip' in found || person === null) {
      toldAlready.push(partyId);
      continue;
    }
    const key = `${found.position} ${found.why}`;
    const known = byPosition.get(key) ?? { person, ...found, parties: [] };
    known.parties.push(partyId);
    byPosition.set(key, known);
  }
  return { recipients: [...byPosition.values()], toldAlready };
}
