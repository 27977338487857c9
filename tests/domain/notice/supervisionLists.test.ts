import { expect, test } from 'vitest';
import {
  listFaults,
  type SplitRoster,
  unitsToSplit,
} from '../../../domain/notice/supervisionLists.ts';
import { noticeOf, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

const roster: SplitRoster = {
  units: ['north', 'south', 'east', 'west'],
  isPosition: (id) => id === 'first' || id === 'second',
  isHeldBySame: (unit, position) => unit === 'west' && position === 'second',
};
const lists = (first: string[], second: string[]) => [
  { deputy: 'first', units: first },
  { deputy: 'second', units: second },
];

test('a list that has every unit once can be recorded', () => {
  expect(listFaults(lists(['north', 'west'], ['south', 'east']), roster)).toEqual([]);
});

test.each([
  [
    'under two deputies',
    lists(['north', 'west', 'east'], ['south', 'east']),
    'unit-under-two',
    ['east'],
  ],
  [
    'twice under one',
    lists(['north', 'west', 'north'], ['south', 'east']),
    'unit-under-two',
    ['north'],
  ],
  ['left out', lists(['north'], ['south', 'east']), 'unit-left-out', ['west']],
  ['unknown', lists(['north', 'west', 'up'], ['south', 'east']), 'unit-unknown', ['up']],
  [
    'under whoever answers for it',
    lists(['north', 'south'], ['west', 'east']),
    'supervises-himself',
    ['west'],
  ],
] as const)('a unit %s is named', (_what, given, code, ids) => {
  expect(listFaults(given, roster)).toEqual([{ code, ids }]);
});

test('an unknown deputy and one with two lists are named', () => {
  const given = [
    { deputy: 'third', units: ['north'] },
    { deputy: 'first', units: ['south'] },
    { deputy: 'first', units: ['east', 'west'] },
  ];
  expect(listFaults(given, roster)).toEqual([
    { code: 'deputy-unknown', ids: ['third'] },
    { code: 'deputy-twice', ids: ['first'] },
  ]);
});

test('all faults are told at once', () => {
  const codes = listFaults(lists(['north', 'up', 'south'], ['south']), roster).map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['unit-under-two', 'unit-unknown', 'unit-left-out']);
});

test("the split covers the units of the file's own lists, all units where it has none", () => {
  expect(unitsToSplit(noticeOf(TRIEU_SON_TEXT))).toHaveLength(34);
  expect(unitsToSplit(smallCommittee('n', 2))).toEqual(['unit-1', 'unit-2']);
});
