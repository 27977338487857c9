// Run as a process of its own: prints what domain/time gives, and what the machine is set to.
import { dueInstant } from '../../../domain/time/dueTime.ts';
import { deferToOfficeHours } from '../../../domain/time/officeHours.ts';
import { quietPeriods } from '../../../domain/time/quietPeriod.ts';
import { occurrences } from '../../../domain/time/recurrence.ts';
import { workingCalendar } from '../../../domain/time/workingCalendar.ts';
import { atLocal, dayOfWeek, endOfDay, localDate, localTime } from '../../../domain/time/zone.ts';
import { tet, vietnam } from './vietnamCalendar.ts';

const calendar = workingCalendar(vietnam);
const quietAt = quietPeriods(tet, calendar);
const hours = { from: '07:30', to: '17:00' };

const reports = occurrences({ every: 'month', days: [14, 28] }, '2020-11-11', '2022-12-01');
const zones = [vietnam.zone, 'America/New_York', 'Pacific/Apia'];
const times = reports.map((date) => ({
  date,
  weekday: dayOfWeek(date),
  due: dueInstant({ date, boundary: 'by', rollRule: 'next' }, calendar),
  eve: dueInstant({ date, boundary: 'before', time: '17:00', rollRule: 'previous' }, calendar),
  prompt: calendar.addWorkingDays(date, -3),
  deferred: deferToOfficeHours(atLocal(date, '23:30', vietnam.zone), calendar, hours, quietAt),
  elsewhere: zones.map((zone) => {
    const end = endOfDay(date, zone);
    return { end, date: localDate(end, vietnam.zone), time: localTime(end, vietnam.zone) };
  }),
}));

const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
console.log(JSON.stringify({ machine: { locale, timeZone }, times }));
