import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { findings } from '../catalogue/findings.ts';
import { formatWeekday } from '../format/date.ts';
import { evidenceTable } from './evidence.ts';
import { letter, noticeRows, type Writing } from './writing.ts';

/** The clause's own words to whoever was silent, after their release: with who released them, the evidence and the way to answer. */
export function composeFindingReleased(
  writing: Writing,
  params: LetterParams['finding-released'],
): LetterDocument {
  const say = writing.say(findings);
  const clause = writing.directive(params.clause);
  const period = writing.periodOf(params);
  return letter(writing, params, 'information', say.releasedSubject(period, clause), [
    {
      type: 'text',
      text: say.released(
        params.capacity,
        period,
        formatWeekday(params.lastDay, writing.head.language),
      ),
    },
    { type: 'facts', rows: noticeRows(writing, params.matter) },
    { type: 'text', text: say.wordsOf(clause) },
    {
      type: 'quote',
      text: params.words,
      source: writing.say(common).clauseOfNotice(params.clause),
    },
    { type: 'text', text: say.releasedBy(params.releasedBy, writing.atOn(params.releasedAt)) },
    evidenceTable(writing, params.evidence),
    { type: 'text', text: say.canAnswer },
    { type: 'link', label: say.openFinding, link: { to: 'finding', findingId: params.findingId } },
    { type: 'text', text: say.ifNothing },
  ]);
}
