import { type ReportPage, readReportPage } from '../../../db/reading/reportPage.ts';
import { findProcess } from '../../../domain/notice/findProcess.ts';
import type { ApiDeps } from '../../deps.ts';
import { Problem } from '../../problems/problem.ts';
import type { Opened } from '../openLink.ts';
import { readStagePage, type StageOnPage } from '../readStagePage.ts';
import type { Section } from '../views/ReportView.tsx';

/** What a link to an obligation opens. */
export interface Found {
  page: ReportPage;
  insteadOf: boolean;
  /** null where it is of no drafting's stage */
  stage: StageOnPage | null;
}

/** What the link is about, if its person holds it; the head of the office may see what was sent to nobody else. */
export async function readReport(deps: ApiDeps, opened: Opened): Promise<Found> {
  const { noticeId, subject, holder, now, notice } = opened;
  const held = holder.parties.map(({ id }) => id);
  const query = { obligationId: subject, noticeId, now };
  const page = await readReportPage(deps.pool, { ...query, parties: held });
  if (page) {
    return { page, insteadOf: false, stage: await readStagePage(deps, opened, page) };
  }
  if (held.includes(notice.roles.office)) {
    const party = subject.split('/').at(-1)?.split(':')[0] ?? '';
    const instead = await readReportPage(deps.pool, { ...query, parties: [party] });
    if (instead) {
      return { page: instead, insteadOf: true, stage: await readStagePage(deps, opened, instead) };
    }
  }
  throw new Problem('not-found', 'no such obligation of this person');
}

/** The outline's sections, in its order; a supplement has none. */
export function sectionsOf({ notice }: Opened, page: ReportPage): Section[] {
  if (page.track.startsWith('supplement-')) return [];
  const outline = notice.outlines.list.find(({ id }) => id === page.outline);
  return (outline?.sections ?? []).map(({ id, title, ask, of }) => ({
    id,
    title,
    ask: ask ?? null,
    of: of === undefined ? null : findProcess(notice, of).process.title,
  }));
}
