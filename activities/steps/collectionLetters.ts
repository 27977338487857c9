import type { GuidanceInLetter } from '../../contracts/letters/duties.ts';
import type { Duty } from '../../db/periods/dutiesAt.ts';
import type { Queryable } from '../../db/pool.ts';
import { readGuidance } from '../../db/reading/guidance.ts';
import { containedInAll } from '../../db/submissions/readContained.ts';
import { dossierParts, missingParts } from '../../domain/notice/dossier.ts';
import { guidancePieces, hasGuidance } from '../../domain/notice/guidanceText.ts';
import type { StepContext } from './step.ts';

const partsOf = ({ notice, processId, schedule }: StepContext) =>
  dossierParts(notice, processId, schedule.deliverable);

/** Whether what is owed on this schedule comes with a dossier. */
export const hasDossier = (context: StepContext): boolean => partsOf(context).length > 0;

/** Titles of the parts that some capacity of one letter still lacks; all of them while nothing is in. */
export function missingOf(
  context: StepContext,
  { owed }: Duty,
  contained: ReadonlyMap<string, readonly string[]>,
): string[] {
  const mine = new Map(
    owed.map(({ obligationId }) => [obligationId, contained.get(obligationId) ?? []]),
  );
  return missingParts(partsOf(context), containedInAll(mine)).map(({ title }) => title);
}

/**
 * What a collection's prompt carries of the office's guidance: null where it is not there in time, undefined where none
 * goes out.
 */
export async function readGuidanceFor(
  queryable: Queryable,
  { notice, processId, schedule }: StepContext,
  periodId: string,
): Promise<GuidanceInLetter | null | undefined> {
  if (schedule.track !== 'main' || !hasGuidance(notice, processId)) return undefined;
  const found = await readGuidance(queryable, periodId);
  if (!found) return null;
  const files = found.attachments.map(({ fileName }) => fileName);
  return { pieces: guidancePieces(notice, processId, found), files };
}
