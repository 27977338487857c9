import { expect, test } from 'vitest';
import { missingHolidayYears } from '../../../domain/audit/missingHolidayYears.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

// tables for 2020 and 2021
const notice = smallCommittee('c');
const endingOn = (endsOn: string) => ({ ...notice, head: { ...notice.head, endsOn } });

test.each([
  ['2020-11-26T02:00:00.000Z', '2021-01-31', []],
  ['2021-09-30T16:59:59.000Z', '2022-06-30', []],
  ['2021-09-30T17:00:00.000Z', '2022-06-30', ['2022']], // the first of October there
  ['2021-11-01T02:00:00.000Z', '2021-12-15', ['2022']],
  ['2021-11-01T02:00:00.000Z', '2021-11-30', []],
  ['2022-03-01T02:00:00.000Z', '2022-06-30', ['2022']],
])('at %s a notice that ends on %s lacks %j', (now, endsOn, years) => {
  expect(missingHolidayYears(endingOn(endsOn), now)).toEqual(years);
});
