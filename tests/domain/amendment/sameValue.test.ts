import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameValue } from '../../../domain/amendment/sameValue.ts';

/** The same value with the fields of its objects the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

test('the order of fields says nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
      expect(sameValue(value, reversed(value))).toBe(true);
    }),
  );
});

test.each([
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [[], {}, false],
  [null, {}, false],
  ['1', 1, false],
])('%o and %o: %s', (one, other, same) => {
  expect(sameValue(one, other)).toBe(same);
});
