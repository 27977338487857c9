import type { ReportPage } from '../../db/reading/reportPage.ts';
import type { StageOnPage } from './readStagePage.ts';

/** What is owed, as the page speaks of it: a supplement, a drafting's stage by what is made at it, else the deliverable. */
export const spokenOn = (page: ReportPage, stage: StageOnPage | null): string =>
  page.track.startsWith('supplement-') ? 'supplement' : (stage?.spoken ?? page.deliverable);
