import { expect, test } from 'vitest';
import { LETTER_KINDS, type LetterDocument, type LetterLink } from '../../contracts/letters.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { renderHtml } from '../../letters/render/renderHtml.tsx';
import { renderText } from '../../letters/render/renderText.ts';
import { textTable } from '../../letters/render/textTable.ts';
import { wrapText } from '../../letters/render/wrapText.ts';
import { english, head } from './samples/facts.ts';
import { samples } from './samples/samples.ts';

const urlOf = (link: LetterLink): string => `https://dondoc.example.test/${link.to}?a=1&b=2`;
const html = (document: LetterDocument): string => renderHtml(document, urlOf, '2020-12-15');
const text = (document: LetterDocument): string => renderText(document, urlOf, '2020-12-15');

test.each(LETTER_KINDS)(
  '%s: no line of the text is longer than 76 characters but an address',
  (kind) => {
    for (const inHead of [head, english]) {
      const lines = text(composeLetter(kind, samples[kind], inHead)).split('\n');
      const long = lines.filter((line) => [...line].length > 76 && !line.startsWith('https://'));
      expect(long).toEqual([]);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    }
  },
);

test.each(LETTER_KINDS)('%s: both renderings carry every text and link of the letter', (kind) => {
  const document = composeLetter(kind, samples[kind], head);
  const page = html(document);
  const plain = text(document).replace(/\s+/g, ' ');
  for (const line of [document.salutation, ...document.closing]) {
    expect(page).toContain(line);
    expect(plain).toContain(line);
  }
  for (const block of document.blocks) {
    if (block.type === 'text') expect(plain).toContain(block.text.replace(/\s+/g, ' '));
    if (block.type === 'link') {
      expect(plain).toContain(urlOf(block.link));
      // a button, and the address itself beside it
      expect(page.split(urlOf(block.link).replace('&', '&amp;')).length - 1).toBe(3);
    }
  }
});

test('the page names its language, is one column, and keeps the reader’s own colours', () => {
  const page = html(composeLetter('prompt', samples.prompt, head));
  expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/);
  expect(page).toContain('max-width:640px');
  expect(page).toContain('name="color-scheme" content="light dark"');
  expect(page).not.toMatch(/<script|<style|<img|<link|src=|class=/);
  expect(page).not.toMatch(/background(-color)?:#fff/);
  expect(html(composeLetter('prompt', samples.prompt, english))).toContain('<html lang="en">');
});

test('the head carries place and day as an office’s letter does', () => {
  const document = composeLetter('remind', samples.remind, head);
  expect(text(document)).toContain('UBND HUYỆN TRIỆU SƠN');
  expect(text(document)).toContain('Triệu Sơn, ngày 15 tháng 12 năm 2020');
  expect(html(document)).toContain('Triệu Sơn, ngày 15 tháng 12 năm 2020');
});

test('hostile names and texts are inert in page, text and subject', () => {
  const hostile = '</td><script>alert(1)</script>\r\nBcc: victim@example.test\u202E"\'&';
  const document = composeLetter(
    'supplement',
    {
      ...samples.supplement,
      to: hostile,
      matter: { ...samples.supplement.matter, directive: hostile, process: hostile },
      owed: [{ obligationId: 'x', capacity: hostile }],
      comment: hostile.repeat(400),
      missing: [hostile],
    },
    { ...head, issuer: hostile, committee: hostile, place: hostile, office: hostile },
  );
  const page = html(document);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script>');
  expect(`${page}${text(document)}${document.subject}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect(document.subject).not.toMatch(/[\r\n]/);
  expect([...document.subject].length).toBeLessThanOrEqual(150);
  expect(text(document)).not.toContain('\r');
  const round = composeLetter('round', samples.round, { ...head, issuer: '<b>x</b>' });
  expect(html(round)).toContain('&lt;b>x&lt;/b>');
});

test('a link’s address cannot leave its attribute', () => {
  const document = composeLetter('remind', samples.remind, head);
  const page = renderHtml(document, () => 'https://x.example.test/"><script>', '2020-12-15');
  expect(page).not.toContain('"><script>');
});

test('text is wrapped at spaces, and a word longer than a line is kept whole', () => {
  expect(wrapText('một hai ba', '- ', '  ', 9)).toEqual(['- một hai', '  ba']);
  expect(wrapText('a\nb')).toEqual(['a', 'b']);
  expect(wrapText(`x ${'y'.repeat(90)} z`)).toEqual(['x', 'y'.repeat(90), 'z']);
  expect(wrapText('')).toEqual(['']);
});

test('a table stands in columns where it fits, else in numbered records', () => {
  expect(textTable(['Ai', 'Khi nào'], [['Đồng chí A', 'thứ Hai']])).toEqual([
    'Ai          Khi nào',
    '----------  -------',
    'Đồng chí A  thứ Hai',
  ]);
  expect(textTable(['Ai', 'Thư'], [['A', 'một\nhai']])).toEqual([
    '1. Ai: A',
    '   Thư:',
    '   - một',
    '   - hai',
  ]);
  const wide = textTable(['Ai', 'Vì sao'], [['A', 'x '.repeat(60).trim()]]);
  expect(wide[0]).toBe('1. Ai: A');
  expect(wide.every((line) => line.length <= 76)).toBe(true);
});
