import { type GuidanceOnRecord, readGuidance } from '../../../db/reading/guidance.ts';
import type { ReportPage } from '../../../db/reading/reportPage.ts';
import { containedInAll, readContained } from '../../../db/submissions/readContained.ts';
import { type DossierPart, dossierParts } from '../../../domain/notice/dossier.ts';
import {
  type GuidancePiece,
  guidancePieces,
  hasGuidance,
} from '../../../domain/notice/guidanceText.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Opened } from '../openLink.ts';

/** What a collection's page shows beside the report: the guidance that went out first, and how the dossier stands. */
export interface BesideReport {
  /** each part with whether a version so far contains it; empty where there is no checklist */
  dossier: (DossierPart & { isIn: boolean })[];
  /** null: none is asked for here; 'not-yet': the office has not handed it in */
  guidance: GuidanceOnPage | 'not-yet' | null;
}

export interface GuidanceOnPage {
  pieces: GuidancePiece[];
  receivedAt: string;
  attachments: GuidanceOnRecord['attachments'];
}

/** Reads what stands beside a report on its page. */
export async function readBeside(
  { pool }: ApiDeps,
  { notice }: Opened,
  page: ReportPage,
): Promise<BesideReport> {
  const parts = dossierParts(notice, page.processId, page.deliverable);
  const obligations = page.duties.map(({ obligationId }) => obligationId);
  const contained =
    parts.length === 0 ? [] : containedInAll(await readContained(pool, obligations));
  return {
    dossier: parts.map((part) => ({ ...part, isIn: contained.includes(part.id) })),
    guidance: await guidanceFor(pool, notice, page),
  };
}

async function guidanceFor(
  pool: ApiDeps['pool'],
  notice: Opened['notice'],
  { processId, periodId, track }: ReportPage,
): Promise<BesideReport['guidance']> {
  if (!hasGuidance(notice, processId) || track === 'guidance') return null;
  const found = await readGuidance(pool, periodId);
  if (!found) return 'not-yet';
  const { receivedAt, attachments } = found;
  return { pieces: guidancePieces(notice, processId, found), receivedAt, attachments };
}
