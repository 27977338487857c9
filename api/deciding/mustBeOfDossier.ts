import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Queryable } from '../../db/pool.ts';
import { readDeliverables } from '../../db/reading/submissions.ts';
import { dossierParts } from '../../domain/notice/dossier.ts';

/** Refuses parts that no dossier of what is handed in has: a slip there would leave a part missing for good. @throws Invalid */
export async function mustBeOfDossier(
  queryable: Queryable,
  notice: Notice,
  { obligationIds, checklist }: { obligationIds: readonly string[]; checklist: readonly string[] },
): Promise<void> {
  if (checklist.length === 0) return;
  const [asked] = await readDeliverables(queryable, obligationIds);
  if (!asked) return; // unknown obligations are refused by the transaction, with their own words
  const parts = dossierParts(notice, asked.processId, asked.deliverable).map(({ id }) => id);
  const unknown = checklist.find((id) => !parts.includes(id));
  if (unknown === undefined) return;
  throw new PermanentFailure(
    FAILURES.invalid,
    `${unknown} is no part of this dossier: ${parts.join(', ') || 'it has none'}`,
    '/checklist',
  );
}
