import type { Language } from '../catalogue/phrases.ts';

const AND: Record<Language, string> = { vi: ' và ', en: ' and ' };

/** Several things in one sentence: 'a, b và c'. Empty for none. */
export function formatList(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  if (items.length === 1) return last;
  return `${items.slice(0, -1).join(', ')}${AND[language]}${last}`;
}

/** The first letter in upper case, for a word that comes to begin a sentence or a cell. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
