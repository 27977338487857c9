import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { peaks } from '../catalogue/peaks.ts';
import { letter, noticeRows, quoteOf, type Writing } from './writing.ts';

/**
 * A peak that did not get its returns, told to whoever leads the campaign: what came in, what the year's quota still
 * lacks (clause 6: so many peaks a year), and the request for days to make up for it.
 */
export function composePeakMissed(
  writing: Writing,
  params: LetterParams['peak-missed'],
): LetterDocument {
  const say = writing.say(peaks);
  const labels = writing.say(common);
  const { matter, owed, returned, year, insteadOf } = params;
  const from = writing.day(params.from);
  const until = writing.day(params.until);
  const text = (words: string): LetterBlock => ({ type: 'text', text: words });
  return letter(
    writing,
    params,
    'reminder',
    say.missedSubject(from, until, writing.directive(matter.directive)),
    [
      ...(insteadOf === null ? [] : [text(say.instead(insteadOf))]),
      text(whyMissed(writing, params)),
      {
        type: 'facts',
        rows: [
          ...noticeRows(writing, matter),
          { label: say.days, value: say.daysAre(from, until) },
          { label: say.returns, value: say.returnsAre(returned, owed) },
        ],
      },
      ...quoteOf(writing, matter),
      text(say.year(year)),
      text(
        year.lacking > 0 ? say.planOne(writing.you(params), writing.head.office) : say.nothingLacks,
      ),
      ...(year.lacking > 0
        ? [{ type: 'link' as const, label: labels.openDesk, link: { to: 'desk' as const } }]
        : []),
      ...(owed === 0 || params.pause ? [] : [text(say.lateReturns)]),
    ],
  );
}

function whyMissed(writing: Writing, params: LetterParams['peak-missed']): string {
  const say = writing.say(peaks);
  const { owed, returned, needed, pause } = params;
  const from = writing.day(params.from);
  const until = writing.day(params.until);
  if (pause) {
    const paused = say.inPause(writing.at(pause.from), writing.at(pause.until), pause.reason);
    return `${say.pausedPeak(from, until, returned, owed)} ${paused}`;
  }
  if (owed === 0) return say.nobodyOwed(from, until);
  return say.missed(from, until, returned, owed, needed);
}
