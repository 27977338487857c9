import type { Outline } from '../../contracts/notice/index.ts';

/** What was handed in: a text, and answers by the id of the outline's section. */
export interface Handed {
  body: string;
  answers: Record<string, string>;
}

/** A draft as one text: the outline's sections in their order, each under its title, then whatever was written beside. */
export function draftText(outline: Outline | undefined, { body, answers }: Handed): string {
  const titles = new Map(outline?.sections.map(({ id, title }) => [id, title]));
  const known = [...titles].filter(([id]) => Object.hasOwn(answers, id));
  const others = Object.keys(answers).filter((id) => !titles.has(id));
  const sections = [
    ...known.map(([id, title], at) => `${at + 1}. ${title}\n${answers[id]}`),
    ...others.sort().map((id) => answers[id] ?? ''),
  ];
  return [...sections, body].filter((part) => part.trim() !== '').join('\n\n');
}

/** The beginning of a text, cut between lines where that leaves most of it, and whether anything was cut. */
export function beginning(text: string, most: number): { text: string; isShortened: boolean } {
  if (text.length <= most) return { text, isShortened: false };
  const cut = text.slice(0, most);
  const line = cut.lastIndexOf('\n');
  return { text: (line > most / 2 ? cut.slice(0, line) : cut).trimEnd(), isShortened: true };
}
