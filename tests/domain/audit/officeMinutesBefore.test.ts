import { expect, test } from 'vitest';
import { officeMinutesBefore } from '../../../domain/audit/officeMinutesBefore.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

// office hours 07:30 to 17:00 at +07:00; 14/12/2020 is a Monday
const calendar = calendarOf(smallCommittee('c'));
const before = (now: string, minutes = 15): string => officeMinutesBefore(calendar, now, minutes);

test('within the day every minute counts', () => {
  expect(before('2020-12-14T03:00:00.000Z')).toBe('2020-12-14T02:45:00.000Z');
});
test('the night and the weekend between do not count', () => {
  // 07:40 on Monday: ten minutes of it, five of Friday's last
  expect(before('2020-12-14T00:40:00.000Z')).toBe('2020-12-11T09:55:00.000Z');
});
test('before the office opens nothing of the day has passed', () => {
  expect(before('2020-12-15T00:00:00.000Z')).toBe('2020-12-14T09:45:00.000Z');
});
test('in the evening the count stands at the closing', () => {
  expect(before('2020-12-14T15:00:00.000Z')).toBe('2020-12-14T09:45:00.000Z');
});
test('in a year without a holiday table every minute counts', () => {
  expect(before('2030-06-01T15:00:00.000Z')).toBe('2030-06-01T14:45:00.000Z');
});
