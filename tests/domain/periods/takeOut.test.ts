import { describe, expect, test } from 'vitest';
import { notesFor } from '../../../domain/periods/notesFor.ts';
import { refuseTakeOut, type TakeOut, type TakeOutFacts } from '../../../domain/periods/takeOut.ts';

const KEYS = ['2021-01-28', '2021-02-14', '2021-02-28', '2021-03-14'];
const facts = (over: Partial<TakeOutFacts> = {}): TakeOutFacts => ({
  kind: 'reporting-cycle',
  keys: KEYS,
  states: new Map(),
  partiesOf: () => ['ana', 'binh'],
  before: [],
  ...over,
});
const merge = (key: string, into: string | null, parties: string[] | null = null): TakeOut => ({
  key,
  into,
  parties,
});
const TET = merge('2021-02-14', '2021-02-28');
const opened = (key: string, state: string) => facts({ states: new Map([[key, state]]) });

test('the period that Tết swallows is merged into the next, before it opens', () => {
  expect(refuseTakeOut(TET, facts())).toBeNull();
  expect(refuseTakeOut(merge('2021-02-14', null), facts())).toBeNull();
});

test.each(['open', 'paused', 'closed'])('a period is merged or skipped while %s too', (state) => {
  expect(refuseTakeOut(TET, opened('2021-02-14', state))).toBeNull();
});

describe('refuses', () => {
  test.each([
    ['an unknown period', merge('2021-02-15', '2021-02-28'), 'the plan has no period 2021-02-15'],
    ['an unknown target', merge('2021-02-14', '2021-02-29'), 'the plan has no period 2021-02-29'],
    [
      'an earlier target',
      merge('2021-02-14', '2021-01-28'),
      '2021-01-28 does not come after 2021-02-14: merge into a later period',
    ],
    [
      'itself as a target',
      merge('2021-02-14', '2021-02-14'),
      '2021-02-14 does not come after 2021-02-14: merge into a later period',
    ],
    [
      'a party that owes nothing there',
      merge('2021-02-14', '2021-02-28', ['chi']),
      'chi owes nothing in the period 2021-02-14',
    ],
  ])('%s', (_, wish, why) => {
    expect(refuseTakeOut(wish, facts())).toMatchObject({ why });
  });

  test('what a collection, a drafting or a campaign asks for', () => {
    for (const kind of ['collection', 'drafting', 'campaign'] as const) {
      expect(refuseTakeOut(TET, facts({ kind }))).toMatchObject({
        failure: 'Invalid',
        why: `what a ${kind} asks for comes once: extend or cancel it instead`,
      });
    }
  });

  test.each(['closed', 'cancelled', 'before-start'])('a target that is %s', (state) => {
    expect(refuseTakeOut(TET, opened('2021-02-28', state))).toEqual({
      failure: 'Conflict',
      why: `the period 2021-02-28 is ${state}`,
      pointer: '/into',
    });
  });

  test.each(['cancelled', 'before-start'])('a period that is %s', (state) => {
    expect(refuseTakeOut(TET, opened('2021-02-14', state))).toMatchObject({
      failure: 'Conflict',
      pointer: '/key',
    });
  });

  test('a period twice, for all or for one of those merged before', () => {
    expect(refuseTakeOut(TET, facts({ before: [TET] }))).toMatchObject({
      failure: 'Conflict',
      why: 'the period 2021-02-14 is merged into 2021-02-28 already',
    });
    const ana = merge('2021-02-14', null, ['ana']);
    expect(refuseTakeOut(ana, facts({ before: [ana] }))).toMatchObject({
      why: 'the period 2021-02-14 is skipped already',
    });
    expect(refuseTakeOut(merge('2021-02-14', null, ['binh']), facts({ before: [ana] }))).toBeNull();
    expect(refuseTakeOut(TET, facts({ before: [ana] }))).toBeNull();
  });

  test('a target that is merged or skipped itself', () => {
    const gone = facts({ before: [merge('2021-02-28', '2021-03-14')] });
    expect(refuseTakeOut(TET, gone)).toMatchObject({
      failure: 'Conflict',
      why: 'the period 2021-02-28 is merged into 2021-03-14 itself',
    });
    const forAna = facts({ before: [merge('2021-02-28', null, ['ana'])] });
    expect(refuseTakeOut(TET, forAna)).toMatchObject({
      why: 'the period 2021-02-28 is skipped',
    });
    expect(refuseTakeOut({ ...TET, parties: ['binh'] }, forAna)).toBeNull();
  });

  test('to merge what nobody would then report: a party that owes nothing in the target', () => {
    const left = facts({ partiesOf: (key) => (key === '2021-02-28' ? ['binh'] : ['ana', 'binh']) });
    expect(refuseTakeOut(TET, left)).toMatchObject({
      why: 'ana owes nothing in the period 2021-02-28, which is to cover it',
    });
    expect(refuseTakeOut({ ...TET, parties: ['binh'] }, left)).toBeNull();
  });
});

test('a note about some parties alone is for those alone', () => {
  const all = { code: 'covers-merged', period: '2021-02-14' } as const;
  const ana = { code: 'covers-merged', period: '2021-01-28', parties: ['ana'] } as const;
  const notes = [all, { ...ana, parties: ['ana'] }];
  expect(notesFor(notes, ['ana', 'binh'])).toEqual(notes);
  expect(notesFor(notes, ['binh'])).toEqual([all]);
});
