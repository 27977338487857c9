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
    rows: sent.map((one) => cells(writing, one)),
  };
}

/** The same in one cell of a table, a line for each letter. */
export function evidenceLines(writing: Writing, sent: readonly SentEvidence[]): string {
  if (sent.length === 0) return writing.say(evidence).none;
  return sent
    .map((one) => {
      const [name, at, state] = cells(writing, one);
      return `${name}: ${at === '' ? '' : `${at}, `}${state}`;
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
