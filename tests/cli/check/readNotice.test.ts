import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../cli/check/readNotice.ts';
import { SMALL_TEXT, smallWith } from '../../data/noticeFiles.ts';

const check = (text: string) => readNotice(text, { fileName: 'notice.yaml' });
const told = (text: string) =>
  check(text).problems.map(({ code, field, expected }) => ({ code, field, expected }));

describe('reading a notice', () => {
  it('gives the notice, without problems, where all is well', () => {
    const { notice, problems, warnings } = check(SMALL_TEXT);
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
    expect(notice?.calendar.weekend).toEqual([6, 7]);
  });

  it('counts lines and columns alike with carriage returns and a byte order mark', () => {
    const text = smallWith(['office: secretary', 'office: secretray']);
    const [unix] = check(text).problems;
    const [windows] = check(text.replaceAll('\n', '\r\n')).problems;
    const [marked] = check(`\uFEFF${text}`).problems;
    expect(unix).toMatchObject({ line: 21, column: 11 });
    expect(windows).toEqual(unix);
    expect(marked).toEqual(unix);
  });

  it('says of an empty file what is missing', () => {
    expect(check('').problems).toMatchObject([
      { tier: 'shape', code: 'wrong-type', line: 1, column: 1, field: '' },
    ]);
  });

  it('suggests the key that was meant', () => {
    expect(told(smallWith(['  place: Varna', '  plcae: Varna']))).toContainEqual({
      code: 'unknown-key',
      field: '/head/plcae',
      expected: 'did you mean "place"?',
    });
  });

  it('explains a text that its comma has cut in two', () => {
    const text = smallWith(['title: What was done', 'title: What was done, and why']);
    expect(told(text)).toEqual([
      {
        code: 'unknown-key',
        field: '/outlines/list/0/sections/0/and why',
        expected: 'quotation marks around a text with a comma, or a line of its own for each field',
      },
    ]);
  });

  it('tells what a union would take, by the branch that was meant', () => {
    expect(told(smallWith(['to: { supervisor: 1 }', 'to: { supervisor: none }']))).toEqual([
      {
        code: 'wrong-type',
        field: '/ladders/list/0/rungs/0/to/supervisor',
        expected: 'a whole number',
      },
    ]);
    expect(told(smallWith(['lock: { workingDays: 1, at: 10:00 }', 'lock: later']))).toEqual([
      {
        code: 'wrong-type',
        field: '/ladders/list/0/lock',
        expected: 'a block of keys and values, or "at-due"',
      },
    ]);
    expect(told(smallWith(['days: [last]', 'days: [32]']))).toEqual([
      {
        code: 'out-of-range',
        field: '/directives/0/processes/0/recurrence/days/0',
        expected: 'at most 31',
      },
    ]);
  });

  it('lists what a missing choice could be', () => {
    expect(told(smallWith(['        roll: next\n', '']))).toEqual([
      {
        code: 'missing',
        field: '/directives/0/processes/0/roll',
        expected: 'one of "stay", "next", "previous"',
      },
    ]);
    expect(told(smallWith(['        kind: collection\n', '']))[0]).toEqual({
      code: 'missing',
      field: '/directives/0/processes/1/kind',
      expected: 'one of "reporting-cycle", "collection", "campaign", "drafting", "programme"',
    });
  });

  it('does not call an id unknown because the item that has it is broken', () => {
    const text = smallWith(['title: Deputy, holder: vera', 'title: Deputy, holder: VERA']);
    expect(told(text).map(({ code }) => code)).toEqual(['bad-format']);
  });

  it('says nothing of references into a block that cannot be read', () => {
    const text = smallWith(['ladders:\n', 'ladders: []\nladder-drafts:\n']);
    expect(told(text).map(({ code }) => code)).toEqual(['wrong-type', 'unknown-key']);
  });

  it('finds the meaning of an anchored block where it is written', () => {
    const text = smallWith(
      ['due: { date: 2026-02-27, boundary: by }', 'due: *day'],
      [
        'round: { at: 11:00 }',
        'round: { at: 11:00 }\n  due: &day { date: 2026-02-30, boundary: by }',
      ],
    );
    const problem = check(text).problems.find(({ code }) => code === 'no-such-day');
    expect(problem).toMatchObject({ line: 60, field: '/directives/0/processes/1/due/date' });
  });
});
