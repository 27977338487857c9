import type { Status } from '../../domain/status/status.ts';
import { wordsFor } from '../../letters/catalogue/deliverables.ts';
import type { Language } from '../../letters/catalogue/phrases.ts';
import { report, statuses } from './catalogue/report.ts';
import { stage } from './catalogue/stage.ts';

/**
 * How an obligation stands, in a word or two: what is missing by its own name, and an opinion is there or not.
 * @param spoken what is owed, as letters speak of it
 */
export function statusWords(spoken: string, status: Status, language: Language): string {
  if (spoken === 'stage-consult' && status === 'open-in-time') return stage.noOpinion[language];
  return status === 'open-overdue'
    ? report.overdue[language](wordsFor(spoken).noun[language])
    : statuses[status][language];
}
