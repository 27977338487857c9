import type { NoticeHead } from '../../contracts/letters.ts';

/** The languages in which a letter can be written: those of a notice. */
export type Language = NoticeHead['language'];

type Wording = string | ((...parts: never[]) => string);

/** One subject's phrases, Vietnamese and English side by side; a phrase that lacks one of them does not compile. */
export type Phrases = Record<string, Record<Language, Wording>>;

/** The phrases of a subject in one language; what a phrase is told must suit both. */
export type Spoken<P extends Phrases> = { readonly [Key in keyof P]: P[Key][Language] };

const spoken = new WeakMap<Phrases, Map<Language, unknown>>();

/** A subject in one language. The same object for each call: letters are composed by the thousand. */
export function inLanguage<P extends Phrases>(phrases: P, language: Language): Spoken<P> {
  const byLanguage = spoken.get(phrases) ?? new Map<Language, unknown>();
  spoken.set(phrases, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known as Spoken<P>;
  const said = Object.fromEntries(
    Object.entries(phrases).map(([key, wordings]) => [key, wordings[language]]),
  ) as Spoken<P>;
  byLanguage.set(language, said);
  return said;
}
