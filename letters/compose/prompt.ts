import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterBlock, LetterDocument } from '../../contracts/letters.ts';
import { duty } from '../catalogue/duty.ts';
import { programme } from '../catalogue/programme.ts';
import { dossierBlocks, guidanceBlocks } from './collectionParts.ts';
import {
  dateNotes,
  dutyFacts,
  dutyLink,
  dutyQuote,
  dutyWords,
  insteadBlock,
  otherWays,
  stageSoFar,
  whatFollows,
} from './dutyParts.ts';
import { letter, type Writing } from './writing.ts';

/** The first letter of a period, with the outline numbered (clause 5: "chuẩn bị đề cương báo cáo gửi các thành viên"). */
export function composePrompt(writing: Writing, params: LetterParams['prompt']): LetterDocument {
  const words = dutyWords(writing, params);
  const say = writing.say(duty);
  return letter(writing, params, 'reminder', say.promptSubject(...words.subject), [
    ...insteadBlock(writing, params),
    { type: 'text', text: askOf(writing, params)(words.you, words.asks, words.due) },
    ...dutyFacts(writing, params, words, coordinating(writing, params)),
    ...dutyQuote(writing, params, words),
    ...stageSoFar(writing, params),
    ...outline(writing, params),
    ...dossierBlocks(writing, params, true),
    ...guidanceBlocks(writing, params.guidance),
    ...dateNotes(writing, params),
    ...dutyLink(writing, params),
    ...otherWays(writing, params),
    ...whatFollows(writing, params, words),
  ]);
}

/** Those who coordinate with whoever leads; they owe nothing themselves. */
function coordinating({ say }: Writing, { coordinates = [] }: LetterParams['prompt']) {
  if (coordinates.length === 0) return [];
  return [{ label: say(programme).coordinate, value: coordinates.join('; ') }];
}

/** The sentence that asks: a certificate, a digest and an explanation are not asked for by the notice itself. */
function askOf({ say }: Writing, { deliverable }: LetterParams['prompt']) {
  const words = say(duty);
  switch (deliverable) {
    case 'certificate':
      return words.promptCertify;
    case 'digest':
      return words.promptDigest;
    case 'explanation':
      return words.promptExplain;
    default:
      return words.promptAsk;
  }
}

function outline({ say }: Writing, { outline: { title, sections } }: LetterParams['prompt']) {
  if (sections.length === 0) return [];
  const block: LetterBlock = {
    type: 'list',
    numbered: true,
    title: say(duty).outline(title),
    items: sections.map(({ title, ask }) => (ask === null ? title : `${title}: ${ask}`)),
  };
  return [block];
}
