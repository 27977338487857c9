import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { drafting } from '../catalogue/drafting.ts';
import { dateNotes, dutyFacts, dutyLink, dutyWords, insteadBlock } from './dutyParts.ts';
import { letter, type Writing } from './writing.ts';

/** A body is asked for its opinion on a draft (a stage "consult" of a drafting process). */
export function composeConsultRequest(
  writing: Writing,
  params: LetterParams['consult-request'],
): LetterDocument {
  const words = dutyWords(writing, params);
  const say = writing.say(drafting);
  const subject = say.consultSubject(params.matter.process, writing.day(params.lastDay));
  return letter(writing, params, 'reminder', subject, [
    ...insteadBlock(writing, params),
    { type: 'text', text: say.consult(words.you, words.due) },
    ...dutyFacts(writing, params, { ...words, inClause: false }),
    { type: 'heading', text: say.draft },
    ...draft(writing, params),
    ...dateNotes(writing, params),
    ...dutyLink(writing, params),
    { type: 'text', text: say.agree },
    { type: 'text', text: say.consultFollows },
  ]);
}

/** The draft in its own paragraphs, and the names of its files. */
function draft(
  { head, say }: Writing,
  { draft, isShortened, files }: LetterParams['consult-request'],
): LetterBlock[] {
  const words = say(drafting);
  const paragraphs = draft.split('\n').filter((text) => text.trim() !== '');
  if (paragraphs.length === 0 && files.length === 0) {
    return [{ type: 'text', text: words.noDraft(head.office) }];
  }
  return [
    ...paragraphs.map((text): LetterBlock => ({ type: 'text', text })),
    ...(isShortened ? [{ type: 'text' as const, text: words.shortened }] : []),
    ...(files.length > 0 ? [{ type: 'list' as const, title: words.files, items: files }] : []),
  ];
}
