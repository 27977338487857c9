import type { DutyOnPage, ReportPage } from '../../../db/reading/reportPage.ts';
import type { StageOnPage } from '../readStagePage.ts';
import { spokenOn } from '../spokenOn.ts';

/** What cannot be "nothing": it is asked of its party by name, and without it there is nothing to be read. */
const NEVER_NOTHING: ReadonlySet<string> = new Set([
  'document',
  'dossier',
  'explanation',
  'guidance',
  'supplement',
]);

/**
 * The capacities for which the page takes the confirmed "nothing". Not those in which something was handed in: "nothing"
 * would be its next version and stand in its place.
 */
export function nothingFor(page: ReportPage, stage: StageOnPage | null): DutyOnPage[] {
  const isTaken = stage ? stage.nothing !== null : !NEVER_NOTHING.has(spokenOn(page, stage));
  if (!isTaken) return [];
  return page.duties.filter(({ closed, receivedAs }) => !closed && receivedAs !== 'report');
}
