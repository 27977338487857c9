import { chance } from '../chance.ts';

export type Language = 'vi' | 'en';
/** Sentences to choose from, side by side. */
export type Sentences = Record<Language, readonly string[]>;

/** One of several sentences, by the seed and the words alone. */
export function oneOf(
  sentences: Sentences,
  language: Language,
  seed: number,
  ...words: (string | number)[]
): string {
  const all = sentences[language];
  return all[Math.floor(chance(seed, 'sentence', ...words) * all.length)] ?? '';
}

/** A small count that a sentence may name. */
export const someNumber = (
  from: number,
  to: number,
  seed: number,
  ...words: (string | number)[]
): number => from + Math.floor(chance(seed, 'number', ...words) * (to - from + 1));
