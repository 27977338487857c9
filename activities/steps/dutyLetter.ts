import type { DutyLetter, OutlineSection } from '../../contracts/letters/duties.ts';
import type { LetterDocument, LetterKind } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { NewLetter } from '../../db/letters/queueLetters.ts';
import type { Duty } from '../../db/periods/dutiesAt.ts';
import type { StepTogether } from '../../db/periods/stepsTogether.ts';
import { peakDays } from '../../domain/campaign/peakDays.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import { notesFor } from '../../domain/periods/notesFor.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { hasDossier, missingOf } from './collectionLetters.ts';
import type { DutyContext, DutyKind } from './dutyContext.ts';
import { letterTime } from './letterTime.ts';
import type { StepContext } from './step.ts';

/** Who is written to, as letters' keys name it: a person, or the office in place of one post. */
export const receiverOf = ({ personId, insteadOf, owed: [first] }: Duty): string =>
  insteadOf === null ? personId : `${personId}/for/${first?.partyId}`;

/** The key of the letter of one step to one receiver: written again after a crash, nothing is doubled. */
export const dutyKey = (
  kind: DutyKind,
  { scheduleId, stepKey }: Pick<StepTogether, 'scheduleId' | 'stepKey'>,
  receiver: string,
): string => `${kind}/${scheduleId}/${stepKey}/${receiver}`;

/** The letter of one step to one receiver, for all capacities. */
export function dutyLetter(
  kind: DutyKind,
  step: StepTogether,
  context: DutyContext,
  { duty, now }: { duty: Duty; now: Instant },
): NewLetter {
  return {
    key: dutyKey(kind, step, receiverOf(duty)),
    kind: letterKind(kind, context),
    personId: duty.personId,
    periodId: step.periodId,
    obligations: duty.owed.map(({ obligationId }) => obligationId),
    notBefore: letterTime(context.notice, context.ladder, now),
    document: compose(kind, context, duty),
  };
}

function compose(kind: DutyKind, context: DutyContext, duty: Duty): LetterDocument {
  const params = dutyParams(context, duty);
  const head = noticeHead(context.notice);
  if (kind !== 'prompt') return composeLetter(kind, params, head);
  if (context.stage?.draft) {
    const { text: draft, isShortened, files } = context.stage.draft;
    return composeLetter('consult-request', { ...params, draft, isShortened, files }, head);
  }
  if (context.plan.peak !== undefined) {
    const { from, to: until } = peakDays(context.plan.peak, context);
    const call = { ...params, from, until, document: context.issued };
    return composeLetter('campaign-call', call, head);
  }
  const { guidance } = context;
  const prompt = {
    ...params,
    outline: outlineOf(context),
    ...(guidance !== undefined && { guidance }),
  };
  return composeLetter('prompt', prompt, head);
}

/** What a letter says of one receiver's duty on one schedule. */
export function dutyParams(context: DutyContext, duty: Duty): DutyLetter {
  const { notice, process, schedule, track } = context;
  const ofLedger = schedule.track === 'main' && process.kind === 'reporting-cycle';
  return {
    to: duty.name,
    addressee: duty.isUnit ? 'unit' : 'person',
    periodKey: context.periodKey,
    matter: matterOf(notice, context.processId, schedule.deliverable),
    owed: duty.owed.map(({ obligationId, capacity }) => ({ obligationId, capacity })),
    lastDay: schedule.lastDay,
    dueAt: schedule.dueAt,
    lockAt: schedule.lockAt,
    climbsTo: duty.owed[0] ? context.climbsTo(duty.owed[0].partyId) : [],
    words: ofLedger && !context.trial ? (process.finding?.words ?? null) : null,
    notes: notesFor(
      track?.notes ?? [],
      duty.owed.map(({ partyId }) => partyId),
    ),
    trial: context.trial,
    deliverable: spokenOf(notice, { ...context, deliverable: schedule.deliverable }),
    ...(process.kind === 'programme' && {
      coordinates: process.coordinates.map((id) => partyTitle(notice, id)),
    }),
    insteadOf: duty.insteadOf,
    ...(context.stage && { stage: context.stage.inLetter }),
    ...(hasDossier(context) && { dossier: missingOf(context, duty, context.contained) }),
  };
}

/** A peak is called, a body asked for its opinion; everything else is prompted for. */
function letterKind(kind: DutyKind, { plan, stage }: DutyContext): LetterKind {
  if (kind !== 'prompt') return kind;
  if (plan.peak !== undefined) return 'campaign-call';
  return stage?.draft ? 'consult-request' : 'prompt';
}

function outlineOf({ notice, track }: StepContext): { title: string; sections: OutlineSection[] } {
  const outline = notice.outlines.list.find(({ id }) => id === track?.outline);
  return {
    title: outline?.title ?? '',
    sections: (outline?.sections ?? []).map(({ title, ask }) => ({ title, ask: ask ?? null })),
  };
}
