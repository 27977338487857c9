import { isStorable } from '../../contracts/storableText.ts';
import { Problem } from '../problems/problem.ts';

/** Nothing that is asked here is nested deeper; a notice file as JSON has about 12 levels. */
const MOST_LEVELS = 60;

/**
 * Refuses a text that the register cannot hold, whatever its field, and nesting without end, since whoever walks it later
 * may do so by recursion.
 * @param at the JSON pointer of the value itself
 * @throws Problem `invalid` with the field's pointer
 */
export function refuseTexts(value: unknown, at = ''): void {
  const left: { value: unknown; pointer: string; level: number }[] = [
    { value, pointer: at, level: 0 },
  ];
  for (let one = left.pop(); one; one = left.pop()) {
    const { pointer, level } = one;
    if (typeof one.value === 'string') refuseText(one.value, pointer);
    if (typeof one.value !== 'object' || one.value === null) continue;
    if (level === MOST_LEVELS) {
      throw refused(at, `lists and objects are nested more than ${MOST_LEVELS} deep`);
    }
    for (const [key, inner] of Object.entries(one.value)) {
      refuseText(key, pointer);
      if (key === '__proto__') throw refused(pointer, 'reaches for a prototype');
      const step = key.replaceAll('~', '~0').replaceAll('/', '~1');
      left.push({ value: inner, pointer: `${pointer}/${step}`, level: level + 1 });
    }
  }
}

function refuseText(text: string, pointer: string): void {
  if (isStorable(text)) return;
  throw refused(pointer, 'holds a NUL or half of a character, which no text has');
}

const refused = (pointer: string, detail: string): Problem =>
  new Problem('invalid', `${pointer || 'the body'}: ${detail}`, { errors: [{ pointer, detail }] });
