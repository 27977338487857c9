import { describe, expect, it } from 'vitest';
import { printProblems } from '../../../cli/check/printProblems.ts';
import { readNotice } from '../../../cli/check/readNotice.ts';
import { SMALL_TEXT, smallWith } from '../../data/noticeFiles.ts';

const print = (text: string) => printProblems(readNotice(text, { fileName: 'notices/small.yaml' }));

describe('printing what a check found', () => {
  it('prints errors before warnings, each with place, field, fault and cure', () => {
    expect(print(smallWith(['office: secretary', 'office: secretray'], ['"7"', 'null']))).toBe(
      `notices/small.yaml:21:11 error (meaning: unknown-id)
  /roles/office
  there is no position "secretray"
  right: did you mean "secretary"?

notices/small.yaml:12:11 warning (meaning: number-blank)
  /head/number
  the notice's number is blank
  right: the number, once it is known; letters leave the place empty until then

notices/small.yaml: 1 error, 1 warning
`,
    );
  });

  it('says so where there is nothing to say', () => {
    expect(print(SMALL_TEXT)).toBe('notices/small.yaml: no errors\n');
  });

  it('shows control characters of a file instead of sending them to the terminal', () => {
    const printed = print(smallWith(['place: Varna', '"pla\\e[31mce": Varna']));
    expect(printed).toContain('/head/pla\\x1b[31mce');
    expect(printed).not.toContain('\u001b');
  });
});
