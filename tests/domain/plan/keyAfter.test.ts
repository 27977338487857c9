import { expect, test } from 'vitest';
import { keyAfter } from '../../../domain/plan/keyAfter.ts';

const keys = ['2020-11-14', '2020-11-28', '2020-12-14'];

test('the first key follows none, each the one before it, and none the last', () => {
  expect(keyAfter(keys, null)).toBe('2020-11-14');
  expect(keyAfter(keys, '2020-11-14')).toBe('2020-11-28');
  expect(keyAfter(keys, '2020-12-14')).toBeUndefined();
});

test('stages follow each other in the order of the plan, whatever their names', () => {
  const stages = ['2020-11-30-draft', '2020-11-30-consult', '2020-11-30-absorb'];
  expect(keyAfter(stages, '2020-11-30-draft')).toBe('2020-11-30-consult');
  expect(keyAfter(stages, '2020-11-30-consult')).toBe('2020-11-30-absorb');
});

test('a key that an amendment took out is followed by the first of a later day', () => {
  expect(keyAfter(keys, '2020-11-20')).toBe('2020-11-28');
  expect(keyAfter(keys, '2020-12-20')).toBeUndefined();
});
