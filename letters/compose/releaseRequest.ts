import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { wordsFor } from '../catalogue/deliverables.ts';
import { findings } from '../catalogue/findings.ts';
import { letter, relatedRows, type Writing } from './writing.ts';

/** What waits for somebody who may release it: findings in the notice's words, and letters to superiors. */
export function composeReleaseRequest(
  writing: Writing,
  params: LetterParams['release-request'],
): LetterDocument {
  const say = writing.say(findings);
  const period = writing.periodOf(params, params.matter);
  const noun = wordsFor(params.deliverable ?? 'report').noun[writing.head.language];
  const directive = writing.directive(params.matter.directive);
  const howMany = params.findings.length + params.escalations.length;
  const waiting: LetterBlock[] = [];
  if (params.findings.length > 0) {
    const items = params.findings.map(({ party }) => party);
    waiting.push({ type: 'list', title: say.findingsWaiting, items, numbered: true });
  }
  if (params.escalations.length > 0) {
    waiting.push({
      type: 'table',
      title: say.escalationsWaiting,
      head: [say.party(noun), say.reportedTo],
      rows: params.escalations.map(({ party, to }) => [party, to]),
    });
  }
  const subject = say.requestSubject(howMany, period, directive);
  return letter(writing, params, 'reminder', subject, [
    { type: 'text', text: say.request(period, writing.atOn(params.releaseBy)) },
    { type: 'facts', rows: relatedRows(writing, params.matter) },
    ...waiting,
    { type: 'link', label: writing.say(common).openDesk, link: { to: 'desk' } },
    { type: 'text', text: say.ifNotReleased },
  ]);
}
