import { expect, it } from 'vitest';
import { wordsHash } from '../../../db/submissions/wordsHash.ts';

const file = (sha256: string) => ({ fileName: 'scan.pdf', sha256 });
const hash = (over: Partial<Parameters<typeof wordsHash>[0]> = {}) =>
  wordsHash({
    kind: 'report',
    body: 'Đã đi 3 xã.',
    answers: { done: 'Xong.' },
    checklist: [],
    attachments: [],
    ...over,
  });

it('is the same for the same words, whatever became of spacing, case, punctuation and composed marks', () => {
  expect(hash({ body: '  ĐÃ ĐI\n3 xã' })).toBe(hash());
  expect(hash({ body: 'Đã đi 3 xã.'.normalize('NFD') })).toBe(hash());
});

it('differs by a word, a number, an answer to another section, and a file', () => {
  expect(hash({ body: 'Đã đi 4 xã.' })).not.toBe(hash());
  expect(hash({ body: 'Đã đi 3 xa.' })).not.toBe(hash());
  expect(hash({ answers: { next: 'Xong.' } })).not.toBe(hash());
  expect(hash({ attachments: [file('a')] })).not.toBe(hash());
  expect(hash({ attachments: [file('a')] })).not.toBe(hash({ attachments: [file('b')] }));
});

it('compares files by their bytes, not by their names or order', () => {
  const two = [file('a'), { fileName: 'other.pdf', sha256: 'b' }];
  expect(hash({ attachments: two })).toBe(hash({ attachments: [file('b'), file('a')] }));
});

it('has nothing to compare where there is neither word nor file', () => {
  expect(hash({ body: ' … ', answers: { done: '' } })).toBeNull();
  expect(hash({ body: '', answers: {}, attachments: [file('a')] })).not.toBeNull();
});
