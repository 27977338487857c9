import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readNotice } from '../../../cli/check/readNotice.ts';
import { readNoticeBytes, readNoticeFile } from '../../../cli/check/readNoticeFile.ts';
import { SMALL_TEXT, smallWith } from '../../data/noticeFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mebibyte = 1024 * 1024;
const check = (text: string) => readNotice(text, { fileName: 'notice.yaml' }).problems;

describe('limits of the check', () => {
  it('refuses a file over 1 MiB without reading it', async () => {
    const path = join(folder, 'large.yaml');
    writeFileSync(path, SMALL_TEXT.padEnd(mebibyte + 1, '#'));
    const { problems } = await readNoticeFile(path);
    expect(problems).toMatchObject([
      { code: 'file-too-large', tier: 'syntax', line: 1, expected: 'at most 1024 KiB' },
    ]);
    expect(check(SMALL_TEXT.padEnd(mebibyte + 1, '#'))).toMatchObject([{ code: 'file-too-large' }]);
  });

  it('takes a file of just 1 MiB', () => {
    expect(check(SMALL_TEXT.padEnd(mebibyte, '#'))).toEqual([]);
  });

  it('refuses bytes that are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(SMALL_TEXT), Buffer.from([0xff, 0xfe])]);
    expect(readNoticeBytes(bytes, 'notice.yaml').problems).toMatchObject([{ code: 'not-utf-8' }]);
  });

  it('leaves a missing file to the caller', async () => {
    await expect(readNoticeFile(join(folder, 'none.yaml'))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['brackets', '['.repeat(mebibyte)],
    ['nested lists', '- '.repeat(mebibyte / 2)],
    ['nested blocks', 'a: '.repeat(mebibyte / 3)],
    ['indentation', Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['keys', Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['anchors', Array.from({ length: 40_000 }, (_, i) => `- &a${i} x\n- *a${i}`).join('\n')],
    ['empty entries', `[${','.repeat(mebibyte - 2)}]`],
    ['documents', '---\n'.repeat(mebibyte / 4)],
    ['stray brackets', '[}'.repeat(mebibyte / 2)],
  ])(
    'answers within seconds to a megabyte of %s',
    (_, text) => {
      const problems = check(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.every(({ tier }) => tier === 'syntax')).toBe(true);
    },
    20_000,
  );

  it('tells where nesting went too deep', () => {
    const text = smallWith([
      'sentence: The committee met on 5 January 2026.',
      `sentence: ${'['.repeat(200)}`,
    ]);
    expect(check(text)).toMatchObject([{ code: 'too-complex', line: 7, expected: 'at most 100' }]);
  });

  it('tells the first twenty places that are not YAML, and counts the rest', () => {
    expect(check('[}'.repeat(100)).filter(({ code }) => code === 'not-yaml')).toHaveLength(20);
    expect(check('[}'.repeat(100)).at(-1)).toMatchObject({
      code: 'more-not-yaml',
      message: expect.stringMatching(/^from here on \d+ more places/),
    });
  });

  it('tells an alias of nothing', () => {
    expect(check(smallWith(['place: Varna', 'place: *varna']))).toMatchObject([
      { code: 'alias-unknown', line: 11, column: 10 },
    ]);
  });
});
