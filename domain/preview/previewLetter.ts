import type { LetterKind } from '../../contracts/letters.ts';
import type { Process } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeriod } from '../../contracts/plan.ts';
import type { PreviewStep } from './steps.ts';

/** One letter that would go out; a round's letter is about several things, and so is one about several duties. */
export interface PreviewLetter {
  person: string;
  at: Instant;
  kind: LetterKind;
  about: PreviewAbout[];
}

/** What a letter is about; the period's key is empty where it is about a process as a whole. */
export interface PreviewAbout {
  processId: string;
  periodKey: string;
  rung: string | null;
  parties: string[];
}

/** A planned period with its process and its steps as the preview has them. */
export interface PreviewedPeriod {
  process: Process;
  period: PlannedPeriod;
  steps: PreviewStep[];
}

/** A step as letters are about it. */
export const aboutStep = (
  { processId, periodKey, rung }: PreviewStep,
  parties: string[],
): PreviewAbout => ({ processId, periodKey, rung, parties });
