import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../cli/check/readNotice.ts';
import { owing, supervisorChain } from '../../../domain/notice/roster.ts';
import { secondNotice } from '../../data/generateSecondNotice.ts';
import { noticeOf, SECOND_TEXT } from '../../data/noticeFiles.ts';

describe('a second, quite different notice', () => {
  it('is the file that its script writes (run tests/data/generateSecondNotice.ts)', () => {
    expect(SECOND_TEXT).toBe(secondNotice());
  });

  it('passes the same check, waiting only for its budget', () => {
    const { problems, warnings } = readNotice(SECOND_TEXT, { fileName: 'second-notice.yaml' });
    expect(problems).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['waits-for']);
  });

  it('has 300 schools under three levels of supervision', () => {
    const notice = noticeOf(SECOND_TEXT);
    const schools = owing(notice, { unitKinds: ['school'] });
    expect(schools).toHaveLength(300);
    expect(supervisorChain(notice, 'school-002')).toEqual([
      'head-north-2',
      'director-north',
      'president',
    ]);
    expect(schools.filter((school) => supervisorChain(notice, school).length !== 3)).toEqual([]);
  });
});
