import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { programme } from '../catalogue/programme.ts';
import { letter, noticeRows, quoteOf, relatedRows, type Writing } from './writing.ts';

/**
 * Told once to whoever coordinates in a programme (clause 1: "chủ trì, phối hợp với"): who leads and alone answers for
 * it, and that nothing of their own is owed. The clause is quoted only where it is the notice that names them.
 */
export function composeProgrammeStarts(
  writing: Writing,
  params: LetterParams['programme-starts'],
): LetterDocument {
  const say = writing.say(programme);
  const { matter, lead, coordinates, inClause } = params;
  const you = writing.you(params);
  const subject = say.startsSubject(matter.process, writing.directive(matter.directive));
  return letter(writing, params, 'information', subject, [
    { type: 'text', text: say.starts(you, lead) },
    {
      type: 'facts',
      rows: [
        ...(inClause ? noticeRows : relatedRows)(writing, matter),
        { label: say.lead, value: lead },
        { label: say.coordinate, value: coordinates.join('; ') },
      ],
    },
    ...(inClause
      ? quoteOf(writing, matter)
      : [{ type: 'text' as const, text: say.listedByOffice(writing.head.office) }]),
    { type: 'text', text: say.owesNothing(you) },
  ]);
}
