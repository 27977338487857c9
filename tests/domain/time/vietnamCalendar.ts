import type { QuietRule } from '../../../domain/time/quietPeriod.ts';
import type { WorkingCalendarData } from '../../../domain/time/workingCalendar.ts';

/** Vietnam's days off of 2020 to 2022, as far as the notice's dates meet them. */
export const vietnam: WorkingCalendarData = {
  zone: 'Asia/Ho_Chi_Minh',
  weekend: [6, 7],
  years: {
    2020: {
      daysOff: [
        { from: '2020-01-01', name: 'Tết Dương lịch' },
        { from: '2020-04-30', name: 'Ngày Giải phóng miền Nam' },
        { from: '2020-05-01', name: 'Quốc tế Lao động' },
        { from: '2020-09-02', name: 'Quốc khánh' },
      ],
    },
    2021: {
      daysOff: [
        { from: '2021-01-01', name: 'Tết Dương lịch' },
        { from: '2021-02-10', to: '2021-02-16', name: 'Tết Nguyên đán' },
        { from: '2021-04-21', name: 'Giỗ Tổ Hùng Vương' },
        { from: '2021-04-30', name: 'Ngày Giải phóng miền Nam' },
        { from: '2021-05-01', name: 'Quốc tế Lao động' },
        { from: '2021-05-03', name: 'Nghỉ bù Quốc tế Lao động' },
        { from: '2021-09-02', to: '2021-09-03', name: 'Quốc khánh' },
      ],
    },
    2022: {
      daysOff: [
        { from: '2022-01-01', name: 'Tết Dương lịch' },
        { from: '2022-01-03', name: 'Nghỉ bù Tết Dương lịch' },
        { from: '2022-01-31', to: '2022-02-04', name: 'Tết Nguyên đán' },
        { from: '2022-04-10', to: '2022-04-11', name: 'Giỗ Tổ Hùng Vương' },
        { from: '2022-04-30', to: '2022-05-03', name: 'Lễ 30/4 và 1/5' },
        { from: '2022-09-01', to: '2022-09-02', name: 'Quốc khánh' },
      ],
    },
  },
};

/** "From three working days before Tết to two after." */
export const tet: QuietRule[] = [
  {
    name: 'Tết 2021',
    from: '2021-02-10',
    to: '2021-02-16',
    workingDaysBefore: 3,
    workingDaysAfter: 2,
  },
  {
    name: 'Tết 2022',
    from: '2022-01-31',
    to: '2022-02-04',
    workingDaysBefore: 3,
    workingDaysAfter: 2,
  },
];
