import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printProblems } from '../../../cli/check/printProblems.ts';
import { readNotice } from '../../../cli/check/readNotice.ts';
import { SMALL_TEXT } from '../../data/noticeFiles.ts';

const LINES = SMALL_TEXT.split('\n');

/** Pieces that are likely to mean something to YAML, to the format or to neither. */
const piece = fc.oneof(
  fc.constantFrom(
    '&a ',
    '*a',
    '!t ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ': ',
    '#',
    '|',
    '>',
    '"',
    "'",
    '---\n',
  ),
  fc.constantFrom(
    'null',
    'true',
    '-1',
    '1e999',
    '2026-02-30',
    '99:99',
    '~',
    '<<: *a',
    '__proto__: x',
  ),
  fc.constantFrom('\t', '\r', '\u0000', '\uFEFF', '\u0301', '\uD800', '💡', '\u2028'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

type Mutation = (text: string) => string;

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fc.nat(SMALL_TEXT.length), fc.nat(12), piece).map(
    ([at, length, put]): Mutation =>
      (text) =>
        text.slice(0, at) + put + text.slice(at + length),
  ),
  fc.tuple(fc.nat(LINES.length - 1), fc.nat(LINES.length - 1)).map(
    ([from, to]): Mutation =>
      (text) => {
        const lines = text.split('\n');
        lines.splice(to, 0, ...lines.splice(from, 1));
        return lines.join('\n');
      },
  ),
  fc.tuple(fc.nat(LINES.length - 1), fc.integer({ min: 1, max: 8 })).map(
    ([at, count]): Mutation =>
      (text) => {
        const lines = text.split('\n');
        lines.splice(at, count);
        return lines.join('\n');
      },
  ),
  fc
    .tuple(
      fc.constantFrom('2026', 'chair', 'plain', 'id', '1', 'list'),
      fc.constantFrom('9999', '0000', 'x', '', '60'),
    )
    .map(
      ([from, to]): Mutation =>
        (text) =>
          text.replaceAll(from, to),
    ),
);

describe('a mutated notice file', () => {
  it('never makes the check throw, and gives either a notice or problems with a place', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const text = mutations.reduce((content, mutate) => mutate(content), SMALL_TEXT);
        const result = readNotice(text, { fileName: 'fuzzed.yaml' });
        expect(result.notice === undefined).toBe(result.problems.length > 0);
        const lines = text.split(/\n|\r\n?/).length + 1;
        for (const { line, column, message, expected } of [
          ...result.problems,
          ...result.warnings,
        ]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message.length * expected.length).toBeGreaterThan(0);
        }
        expect(printProblems(result)).toMatch(/\n$/);
      }),
      { numRuns: 150 },
    );
  });

  it('never makes the check throw for any text at all', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const result = readNotice(pieces.join(''), { fileName: 'fuzzed.yaml' });
        expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
