import type { MeaningError } from './faults.ts';
import type { NoticeParts } from './parts.ts';

/** A rule that proposes to ask for an explanation, where nothing says how one is followed up. */
export function explanationUnplanned({ settings }: NoticeParts): MeaningError[] {
  if (settings === undefined || settings.explanation !== undefined) return [];
  const at = settings.proposals.findIndex(({ propose }) => propose === 'ask-for-explanation');
  if (at === -1) return [];
  return [{ path: ['settings', 'proposals', at, 'propose'], code: 'explanation-unplanned' }];
}
