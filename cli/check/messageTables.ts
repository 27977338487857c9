import type { Notice } from '../../contracts/notice/index.ts';
import { english } from './english.ts';
import type { MessageTable } from './messages.ts';
import { vietnamese } from './vietnamese.ts';

export type Language = Notice['language'];

/** The words of a check, by language: both tables have words for every fault, or they do not compile. */
export const MESSAGE_TABLES: Record<Language, MessageTable> = { vi: vietnamese, en: english };

/**
 * The language that a notice file says it is written in, as far as its text can be read: also of a file whose YAML is
 * broken further on. English where it says none that there is a table for.
 */
export function languageOf(text: string): Language {
  const said = /^\s{0,2}"?language"?[ \t]*:[ \t]*["']?(vi|en)\b/m.exec(text)?.[1];
  return said === 'vi' ? 'vi' : 'en';
}
