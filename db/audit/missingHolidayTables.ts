import { missingHolidayYears } from '../../domain/audit/missingHolidayYears.ts';
import type { RegisterCheck } from './check.ts';

/** Years for which a running notice needs a table of days off and has none. */
export const missingHolidayTables: RegisterCheck = async (_queryable, { notice, now }) =>
  missingHolidayYears(notice, now);
