import type {
  DutyLetter,
  GuidanceInLetter,
  IssuedDocument,
  LetterDocument,
  LetterKind,
  OutlineSection,
} from '../../contracts/letters.ts';
import type { Campaign, Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeak } from '../../contracts/plan.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { appendLog } from '../../db/log.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { type Duty, dutiesAt } from '../../db/periods/dutiesAt.ts';
import { isPrompted } from '../../db/periods/isPrompted.ts';
import type { Pool } from '../../db/pool.ts';
import { readDocument } from '../../db/reading/readDocument.ts';
import { readContained } from '../../db/submissions/readContained.ts';
import { inTransaction } from '../../db/transaction.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import { rungRecipient } from '../../domain/ladder/recipients.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import { notesFor } from '../../domain/periods/notesFor.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { chunksOf } from './chunksOf.ts';
import { hasDossier, missingOf, readGuidanceFor } from './collectionLetters.ts';
import { letterTime } from './letterTime.ts';
import { signOfLife } from './signOfLife.ts';
import { readStageFacts, type StageFacts } from './stageFacts.ts';
import { type BatchInput, readStepContext, type StepContext } from './step.ts';

/** The three letters that go to whoever owes something. */
export type DutyKind = 'prompt' | 'remind' | 'overdue';

/** A step's context with what its letters carry along: a campaign's document, a collection's guidance and dossiers. */
type LetterContext = StepContext & {
  issued: IssuedDocument | null;
  stage: StageFacts | null;
  /** parts of the dossier by obligation that are in already */
  contained: ReadonlyMap<string, readonly string[]>;
  /** nothing where the prompt carries none */
  guidance: GuidanceInLetter | null | undefined;
};

/**
 * Writes one letter to each person of a batch who still owes something on this schedule, covering all their
 * capacities. The key is the schedule, the step and the person: written again after a crash, nothing is doubled.
 * Nobody is reminded of what was never asked of him (a gate kept the prompt back), and no peak is called once its days
 * are over.
 */
export async function writeDutyLetters(
  pool: Pool,
  kind: DutyKind,
  input: BatchInput,
): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const { notice, process, plan } = context;
  if (kind !== 'prompt' && !(await isPrompted(pool, input.scheduleId))) return;
  if (kind === 'prompt' && isOver(notice, plan.peak, input.now)) return;
  const issued = process.kind === 'campaign' ? await readIssued(pool, notice.id, process) : null;
  const stage = await readStageFacts(pool, context);
  const posts = await readStanding(pool, notice.id, input.now, { parties: [] });
  const duties = await dutiesAt(pool, {
    noticeId: notice.id,
    scheduleId: input.scheduleId,
    ...input.batch,
    now: input.now,
    officePerson: posts.personOf(notice.roles.office),
  });
  const standing = await readStanding(pool, notice.id, input.now, {
    parties: duties.flatMap(({ owed }) => owed[0]?.partyId ?? []),
  });
  const climbsTo = (partyId: string): string[] => {
    const told: string[] = [];
    for (const rung of context.schedule.lockAt === null ? [] : context.ladder.rungs) {
      const found = rungRecipient(partyId, rung, told, {
        ...standing,
        fallback: notice.roles.fallback,
      });
      if ('position' in found) told.push(found.position);
    }
    return told.map(standing.titleOf);
  };
  const guidance =
    kind === 'prompt' ? await readGuidanceFor(pool, context, input.periodId) : undefined;
  const contained = hasDossier(context)
    ? await readContained(
        pool,
        duties.flatMap(({ owed }) => owed.map(({ obligationId }) => obligationId)),
      )
    : new Map<string, string[]>();
  const notBefore = letterTime(notice, context.ladder, input.now);

  for (const chunk of chunksOf(duties)) {
    const letters = chunk.map(
      (duty): NewLetter => ({
        key: `${kind}/${input.scheduleId}/${input.stepKey}/${duty.personId}${duty.insteadOf === null ? '' : `/for/${duty.owed[0]?.partyId}`}`,
        kind: letterKind(kind, { ...context, issued, stage, contained, guidance }),
        personId: duty.personId,
        periodId: input.periodId,
        obligations: duty.owed.map(({ obligationId }) => obligationId),
        notBefore,
        document: compose(kind, { ...context, issued, stage, contained, guidance }, duty, climbsTo),
      }),
    );
    await inTransaction(pool, async (transaction) => {
      const entries = await queueLetters(transaction, {
        noticeId: notice.id,
        now: input.now,
        letters,
      });
      await appendLog(transaction, notice.id, input.now, entries);
    });
    signOfLife();
  }
}

function compose(
  kind: DutyKind,
  context: LetterContext,
  duty: Duty,
  climbsTo: (partyId: string) => string[],
): LetterDocument {
  const { notice, process, schedule, track } = context;
  const ofLedger = schedule.track === 'main' && process.kind === 'reporting-cycle';
  const params: DutyLetter = {
    to: duty.name,
    addressee: duty.isUnit ? 'unit' : 'person',
    periodKey: context.periodKey,
    matter: matterOf(notice, context.processId, schedule.deliverable),
    owed: duty.owed.map(({ obligationId, capacity }) => ({ obligationId, capacity })),
    lastDay: schedule.lastDay,
    dueAt: schedule.dueAt,
    lockAt: schedule.lockAt,
    climbsTo: duty.owed[0] ? climbsTo(duty.owed[0].partyId) : [],
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
  const head = noticeHead(notice);
  if (kind !== 'prompt') return composeLetter(kind, params, head);
  if (context.stage?.draft) {
    const { text: draft, isShortened, files } = context.stage.draft;
    return composeLetter('consult-request', { ...params, draft, isShortened, files }, head);
  }
  if (context.plan.peak !== undefined) {
    const { from, to: until } = context.plan.peak;
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

/** A peak is called, a body asked for its opinion; everything else is prompted for. */
function letterKind(kind: DutyKind, { plan, stage }: LetterContext): LetterKind {
  if (kind !== 'prompt') return kind;
  if (plan.peak !== undefined) return 'campaign-call';
  return stage?.draft ? 'consult-request' : 'prompt';
}

const isOver = (notice: Notice, peak: PlannedPeak | undefined, now: Instant): boolean =>
  peak !== undefined && now >= calendarOf(notice).endOf(peak.to);

/** The campaign's document as the register has it; null where it was excused and never came. */
async function readIssued(
  pool: Pool,
  noticeId: string,
  { id, document }: Campaign,
): Promise<IssuedDocument | null> {
  const received = await readDocument(pool, { noticeId, processId: id });
  return received && { issuedBy: document.issuedBy, ...received };
}

function outlineOf({ notice, track }: StepContext): { title: string; sections: OutlineSection[] } {
  const outline = notice.outlines.list.find(({ id }) => id === track?.outline);
  return {
    title: outline?.title ?? '',
    sections: (outline?.sections ?? []).map(({ title, ask }) => ({ title, ask: ask ?? null })),
  };
}
