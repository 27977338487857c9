import type { DutyLetter, GuidanceInLetter } from '../../contracts/letters/duties.ts';
import type { LetterBlock } from '../../contracts/letters.ts';
import { collection } from '../catalogue/collection.ts';
import type { Writing } from './writing.ts';

/** A letter carries so much of the guidance, in characters; the page behind its link has all of it. */
const GUIDANCE_LIMIT = 4000;

/** The guidance that goes out with the prompt (clause 2: "hướng dẫn cụ thể báo cáo và hồ sơ"), or that it was not there in time. */
export function guidanceBlocks(
  { head, say }: Writing,
  guidance: GuidanceInLetter | null | undefined,
): LetterBlock[] {
  const words = say(collection);
  if (guidance === undefined) return [];
  if (guidance === null)
    return [{ type: 'text', text: words.guidanceNotYet(head.office), strong: true }];
  const { pieces, files } = guidance;
  const { kept, isCut } = cut(pieces);
  return [
    { type: 'heading', text: words.guidance(head.office) },
    ...kept.flatMap(({ title, text }): LetterBlock[] => [
      ...(title === null ? [] : [{ type: 'text' as const, text: title, strong: true }]),
      { type: 'text', text },
    ]),
    ...(isCut ? [{ type: 'text' as const, text: words.cut }] : []),
    ...(files.length === 0 ? [] : [{ type: 'list' as const, title: words.files, items: files }]),
  ];
}

function cut(pieces: GuidanceInLetter['pieces']): {
  kept: GuidanceInLetter['pieces'];
  isCut: boolean;
} {
  const kept: GuidanceInLetter['pieces'] = [];
  let left = GUIDANCE_LIMIT;
  for (const { title, text } of pieces) {
    const characters = [...text];
    if (left <= 0) return { kept, isCut: true };
    if (characters.length > left) {
      kept.push({ title, text: `${characters.slice(0, left).join('')}…` });
      return { kept, isCut: true };
    }
    kept.push({ title, text });
    left -= characters.length;
  }
  return { kept, isCut: false };
}

/** The parts of the dossier: all of them where it is first asked for, afterwards those that are still missing. */
export function dossierBlocks(
  { say }: Writing,
  { dossier = [] }: Pick<DutyLetter, 'dossier'>,
  isFirst: boolean,
): LetterBlock[] {
  if (dossier.length === 0) return [];
  const words = say(collection);
  return [
    {
      type: 'list',
      title: isFirst ? words.dossier : words.missing,
      items: dossier,
      numbered: true,
    },
  ];
}
