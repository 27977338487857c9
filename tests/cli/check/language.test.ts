import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Fault, word } from '../../../cli/check/messages.ts';
import { MESSAGE_TABLES } from '../../../cli/check/messageTables.ts';
import { readNotice } from '../../../cli/check/readNotice.ts';
import { readNoticeBytes } from '../../../cli/check/readNoticeFile.ts';
import { addCheck } from '../../../cli/commands/check.ts';
import { SMALL_TEXT, smallWith, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';

const broken = fileURLToPath(new URL('../../data/broken/', import.meta.url));
const path = ['a', 0];
const value = { is: 'value', text: '"x"' } as const;

/** One of every fault that a check knows: a new code does not compile until it stands here. */
const EVERY: { [Code in Fault['code']]: Extract<Fault, { code: Code }> } = {
  'file-too-large': { offset: 0, code: 'file-too-large', bytes: 2_000_000, most: 1_048_576 },
  'not-utf-8': { offset: 0, code: 'not-utf-8' },
  'too-complex': { offset: 0, code: 'too-complex', what: 'levels', most: 100 },
  'alias-bomb': { offset: 0, code: 'alias-bomb', most: 100 },
  'not-a-text': { offset: 0, code: 'not-a-text' },
  'alias-unknown': { offset: 0, code: 'alias-unknown', alias: 'x' },
  'not-yaml': { offset: 0, code: 'not-yaml', detail: '…' },
  'more-not-yaml': { offset: 0, code: 'more-not-yaml', more: 3 },
  'not-nfc': { offset: 0, code: 'not-nfc', count: 3 },
  missing: { path, code: 'missing', key: 'x', hint: 'provenance' },
  'unknown-key': { path, code: 'unknown-key', key: 'x', nearest: undefined, keys: ['a'] },
  'wrong-type': { path, code: 'wrong-type', received: { is: 'list' }, hints: ['block', 'day'] },
  'not-one-of': { path, code: 'not-one-of', received: value, values: ['a', 'b'] },
  'bad-format': { path, code: 'bad-format', received: value, hint: 'time' },
  'out-of-range': { path, code: 'out-of-range', what: 'text', most: 5 },
  'bad-year': { path, code: 'bad-year', key: 'x' },
  'duplicate-id': { path, code: 'duplicate-id', space: 'person', id: 'x', first: path },
  'unknown-id': { path, code: 'unknown-id', space: 'ladder', id: 'x', nearest: undefined },
  'unknown-unit-kind': { path, code: 'unknown-unit-kind', kind: 'x', kinds: ['a'] },
  'rung-without-recipient': {
    path,
    code: 'rung-without-recipient',
    rung: 'x',
    position: 'y',
    nearest: undefined,
  },
  'fallback-vacant': { path, code: 'fallback-vacant' },
  'role-vacant': { path, code: 'role-vacant', role: 'chair', position: 'x' },
  'letters-without-outline': {
    path,
    code: 'letters-without-outline',
    outline: 'x',
    nearest: undefined,
  },
  'not-a-reporting-cycle': { path, code: 'not-a-reporting-cycle', process: 'x', kind: 'y' },
  'draws-on-circle': { path, code: 'draws-on-circle', circle: ['a', 'b', 'a'] },
  'unit-under-two': {
    path,
    code: 'unit-under-two',
    unit: 'u',
    deputy: 'x',
    other: 'y',
    first: path,
  },
  'supervisor-circle': { path, code: 'supervisor-circle', circle: ['a', 'b', 'a'] },
  'supervisor-missing': {
    path,
    code: 'supervisor-missing',
    party: 'p',
    ladder: 'l',
    process: 'q',
    level: 2,
    endsAt: 'e',
  },
  'no-such-day': { path, code: 'no-such-day', day: '2021-02-30', lastDay: '2021-02-28' },
  'span-reversed': { path, code: 'span-reversed', from: '2021-02-02', to: '2021-02-01' },
  'end-before-start': {
    path,
    code: 'end-before-start',
    endsOn: '2020-01-01',
    startsOn: '2020-11-11',
  },
  'too-long': { path, code: 'too-long', most: 10 },
  'before-conclusion': {
    path,
    code: 'before-conclusion',
    day: '2020-11-10',
    concludedOn: '2020-11-11',
  },
  'outside-year': { path, code: 'outside-year', day: '2021-01-01', year: '2020' },
  'calendar-year-missing': {
    path,
    code: 'calendar-year-missing',
    year: '2023',
    until: '2023-01-02',
    counting: false,
  },
  'zone-unknown': { path, code: 'zone-unknown', zone: 'x' },
  'hours-reversed': { path, code: 'hours-reversed', from: '17:00', to: '07:30' },
  'lock-before-due': { path, code: 'lock-before-due', ladder: 'x' },
  'cut-off-after-due': { path, code: 'cut-off-after-due', cutOff: '18:00', dueTime: '17:00' },
  'quota-not-met': { path, code: 'quota-not-met', year: 2021, quota: 3, peaks: 2 },
  'stages-out-of-order': { path, code: 'stages-out-of-order', stage: 'x', before: 'y' },
  'field-unknown': { path, code: 'field-unknown', field: 'x', fields: ['a'] },
  'nobody-owes': { path, code: 'nobody-owes' },
  'explanation-unplanned': { path, code: 'explanation-unplanned' },
  'nothing-left': { path, code: 'nothing-left', startsOn: '2020-11-11', endsOn: '2020-11-12' },
  'before-on-day-off': {
    path,
    code: 'before-on-day-off',
    before: '2020-11-30',
    lastDay: '2020-11-29',
    name: 'Chủ nhật',
  },
  'split-not-signed': { path, code: 'split-not-signed', deputy: 'x', units: 17 },
  'units-without-supervisor': { path, code: 'units-without-supervisor', units: ['a', 'b'] },
  contradiction: { path, code: 'contradiction', where: 'w', says: 's', against: 'a' },
  'number-blank': { path, code: 'number-blank' },
  'issue-day-blank': { path, code: 'issue-day-blank' },
  'person-without-address': { path, code: 'person-without-address', person: 'x' },
  'position-vacant': { path, code: 'position-vacant', position: 'x' },
  'waits-for': { path, code: 'waits-for', process: 'x', data: ['d'] },
  'never-due': {
    path,
    code: 'never-due',
    process: 'x',
    startsOn: '2020-11-11',
    endsOn: '2020-12-31',
  },
  'consultation-unanswered': { path, code: 'consultation-unanswered', stage: 'x' },
};

describe('the language of a check', () => {
  it.each(Object.values(EVERY))('says $code in Vietnamese as well as in English', (fault) => {
    const said = word(MESSAGE_TABLES.vi, fault, () => 7);
    const inEnglish = word(MESSAGE_TABLES.en, fault, () => 7);
    for (const [key, text] of Object.entries(said)) {
      expect(text, key).toBe(text.normalize('NFC'));
      // a word of English alone, or none of Vietnamese, is a text that nobody translated
      expect(text, key).not.toMatch(/(?<!\p{L})(the|is|are|of|not|has|have|must|there)(?!\p{L})/u);
      expect(text, key).toMatch(/[à-ỹđ]/i);
      expect(text, key).not.toMatch(/undefined|\[object/);
    }
    // what a reader has to find again in the file stands in both
    const quoted = (text: string) => [...text.matchAll(/"([^"]+)"/g)].map(([, one]) => one).sort();
    expect(quoted(said.message).length).toBe(quoted(inEnglish.message).length);
  });

  it.each(readdirSync(broken))('finds the same in %s in both', (file) => {
    const text = readFileSync(`${broken}${file}`, 'utf8');
    const told = (language: 'vi' | 'en') =>
      readNotice(text, { fileName: file, language }).problems.map(
        ({ code, line, column, field }) => [code, line, column, field],
      );
    expect(told('vi')).toEqual(told('en'));
  });

  it('is the notice’s own where nobody asks for another', () => {
    const [warning] = readNotice(TRIEU_SON_TEXT, { fileName: 'n' }).warnings;
    expect(warning?.message).toMatch(/[à-ỹđ]/i);
    const text = smallWith(['office: secretary', 'office: nobody']);
    expect(readNotice(text, { fileName: 'n' }).problems[0]?.message).toBe(
      'there is no position "nobody"',
    );
    expect(readNotice(text, { fileName: 'n', language: 'vi' }).problems[0]?.message).toBe(
      'không có chức danh nào mang mã "nobody"',
    );
  });

  it('is the notice’s own also where the rest of its YAML is broken, or it comes as JSON', () => {
    const text = SMALL_TEXT.replace('language: en', 'language: vi');
    const [problem] = readNotice(`${text}\n  : [`, { fileName: 'n' }).problems;
    expect(problem).toMatchObject({ tier: 'syntax', message: expect.stringMatching(/^chỗ này/) });
    const json = JSON.stringify({ dondoc: 1, language: 'vi' }, null, 2);
    expect(readNotice(json, { fileName: 'n' }).problems[0]?.message).toMatch(/^thiếu /);
  });

  it('is English for bytes that say nothing of their language, unless asked for', () => {
    const bytes = new Uint8Array([0xff, 0xfe]);
    expect(readNoticeBytes(bytes, 'n').problems[0]?.message).toBe('the file is not text in UTF-8');
    expect(readNoticeBytes(bytes, 'n', 'vi').problems[0]?.message).toBe(
      'tệp không phải văn bản mã UTF-8',
    );
  });
});

describe('dondoc check --language', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  const run = async (...given: string[]): Promise<string> => {
    let printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      printed += chunk;
      return true;
    });
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    addCheck(program);
    await program.parseAsync(['check', ...given], { from: 'user' });
    return printed;
  };

  it('prints in the language asked for', async () => {
    const file = `${broken}unknown-id.yaml`;
    expect(await run(file)).toContain('there is no');
    expect(await run(file, '--language', 'vi')).toContain('không có');
  });

  it('refuses a language that it has no table for', async () => {
    await expect(run(`${broken}unknown-id.yaml`, '--language', 'fr')).rejects.toThrow(/vi, en/);
  });
});
