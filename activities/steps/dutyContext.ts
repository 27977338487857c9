import type { IssuedDocument } from '../../contracts/letters/campaigns.ts';
import type { GuidanceInLetter } from '../../contracts/letters/duties.ts';
import type { Campaign } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import type { Duty } from '../../db/periods/dutiesAt.ts';
import type { Queryable } from '../../db/pool.ts';
import { readDocument } from '../../db/reading/readDocument.ts';
import { readContained } from '../../db/submissions/readContained.ts';
import { rungRecipient } from '../../domain/ladder/recipients.ts';
import { hasDossier, readGuidanceFor } from './collectionLetters.ts';
import { readStageFacts, type StageFacts } from './stageFacts.ts';
import type { StepContext } from './step.ts';

/** The three letters that go to whoever owes something. */
export type DutyKind = 'prompt' | 'remind' | 'overdue';

/** A step's context with what its letters carry along: a campaign's document, a collection's guidance and dossiers. */
export type DutyContext = StepContext & {
  issued: IssuedDocument | null;
  stage: StageFacts | null;
  /** parts of the dossier by obligation that are in already */
  contained: ReadonlyMap<string, readonly string[]>;
  /** nothing where the letter carries none */
  guidance: GuidanceInLetter | null | undefined;
  /** titles of the positions that a party's silence climbs to, in order */
  climbsTo: (partyId: string) => string[];
};

/** Reads what the letters of one kind to these people say beside the step's own context. */
export async function readDutyContext(
  queryable: Queryable,
  context: StepContext,
  about: { kind: DutyKind; periodId: string; duties: readonly Duty[]; now: Instant },
): Promise<DutyContext> {
  const { notice, process } = context;
  const { kind, periodId, duties, now } = about;
  const owed = duties.flatMap((duty) => duty.owed);
  const standing = await readStanding(queryable, notice.id, now, {
    parties: owed.map(({ partyId }) => partyId),
  });
  return {
    ...context,
    issued: process.kind === 'campaign' ? await readIssued(queryable, notice.id, process) : null,
    stage: await readStageFacts(queryable, context),
    guidance: kind === 'prompt' ? await readGuidanceFor(queryable, context, periodId) : undefined,
    contained: hasDossier(context)
      ? await readContained(
          queryable,
          owed.map(({ obligationId }) => obligationId),
        )
      : new Map(),
    climbsTo: (partyId) => {
      const told: string[] = [];
      for (const rung of context.schedule.lockAt === null ? [] : context.ladder.rungs) {
        const found = rungRecipient(partyId, rung, told, {
          ...standing,
          fallback: notice.roles.fallback,
        });
        if ('position' in found) told.push(found.position);
      }
      return told.map(standing.titleOf);
    },
  };
}

/** The campaign's document as the register has it; null where it was excused and never came. */
async function readIssued(
  queryable: Queryable,
  noticeId: string,
  { id, document }: Campaign,
): Promise<IssuedDocument | null> {
  const received = await readDocument(queryable, { noticeId, processId: id });
  return received && { issuedBy: document.issuedBy, ...received };
}
