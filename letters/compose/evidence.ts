import type { LetterBlock, SentEvidence } from '../../contracts/letters.ts';
import { deliveryStates, evidence, letterNames } from '../catalogue/evidence.ts';
import { capitalise } from '../format/list.ts';
import type { Writing } from './writing.ts';

/** What was sent, when, delivered or not: a table, or a sentence where nothing was. */
export function evidenceTable(writing: Writing, sent: readonly SentEvidence[]): LetterBlock {
  const words = writing.say(evidence);
  if (sent.length === 0) return { type: 'text', text: `${capitalise(words.none)}.` };
  return {
    type: 'table',
    head: [words.letter, words.at, words.state],
    rows: sent.map((one) => cells(writing, one).map((cell) => cell || '–')),
  };
}

/** The same in one cell of a table, a line for each letter; several of a kind at one time (a unit's addressees) are one. */
export function evidenceLines(writing: Writing, sent: readonly SentEvidence[]): string {
  const words = writing.say(evidence);
  if (sent.length === 0) return words.none;
  const alike = new Map<string, SentEvidence[]>();
  for (const one of sent) {
    const key = `${one.kind} ${one.at} ${one.state}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const [name, at, state] = cells(writing, first);
      const which = others.length === 0 ? name : words.times(name, others.length + 1);
      return [`${which}: ${at === '' ? '' : `${at}, `}${state}`];
    })
    .join('\n');
}

function cells(
  { head, at }: Writing,
  { kind, at: sentAt, state }: SentEvidence,
): [letter: string, at: string, state: string] {
  const { language } = head;
  const when = sentAt === null ? '' : at(sentAt);
  return [letterNames[kind][language], when, deliveryStates[state][language]];
}
