import type { Phrases } from './phrases.ts';

/** Days and times, and why a date is not the one its rule gives at first sight. Days and moments come formatted. */
export const dates = {
  day: {
    vi: (day: number, month: number, year: number) => `${two(day)}/${two(month)}/${year}`,
    en: (day: number, month: number, year: number) => `${day} ${MONTHS[month - 1]} ${year}`,
  },
  /** 1 Monday to 7 Sunday */
  weekday: {
    vi: (weekday: number) => WEEKDAYS_VI[weekday - 1] ?? '',
    en: (weekday: number) => WEEKDAYS_EN[weekday - 1] ?? '',
  },
  at: {
    vi: (hour: string, minute: string, day: string) => `${hour} giờ ${minute} ngày ${day}`,
    en: (hour: string, minute: string, day: string) => `${hour}:${minute} on ${day}`,
  },
  endOf: {
    vi: (day: string) => `hết ngày ${day}`,
    en: (day: string) => `the end of ${day}`,
  },
  placeAndDay: {
    vi: (place: string, day: number, month: number, year: number) =>
      // Decree 30/2020, annex I: days below 10 and months 1 and 2 carry a nought
      `${place}, ngày ${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`,
    en: (place: string, day: number, month: number, year: number) =>
      `${place}, ${day} ${MONTHS[month - 1]} ${year}`,
  },
  weekend: { vi: 'ngày nghỉ cuối tuần', en: 'a weekend day' },
  dayOff: {
    vi: (day: string, name: string, movedTo: string) =>
      `${day} là ${name} nên thời hạn chuyển sang ${movedTo}.`,
    en: (day: string, name: string, movedTo: string) =>
      `${day} is ${name}, so the time limit moves to ${movedTo}.`,
  },
  keptOnDayOff: {
    vi: (day: string, name: string) => `${day} là ${name}; thời hạn vẫn giữ nguyên ngày này.`,
    en: (day: string, name: string) => `${day} is ${name}; the time limit stays on that day.`,
  },
  beforeOnDayOff: {
    vi: (day: string, name: string) =>
      `Thông báo ghi hạn là “trước ngày”; ngày cuối của hạn, ${day}, là ${name} nhưng không chuyển.`,
    en: (day: string, name: string) =>
      `The notice says “before”; the last day, ${day}, is ${name} and is not moved.`,
  },
  quietPeriod: {
    vi: (name: string, from: string, to: string, movedTo: string) =>
      `Từ ${from} đến ${to} (dịp ${name}) không gửi thư, không chốt; mốc rơi vào thời gian này chuyển sang ${movedTo}.`,
    en: (name: string, from: string, to: string, movedTo: string) =>
      `From ${from} to ${to} (${name}) no letter goes out and nothing is closed; what falls into that time moves to ${movedTo}.`,
  },
  droppedInQuietPeriod: {
    vi: (name: string, from: string, to: string) =>
      `Thư nhắc rơi vào dịp ${name} (từ ${from} đến ${to}) không gửi.`,
    en: (name: string, from: string, to: string) =>
      `A reminder that falls into ${name} (${from} to ${to}) is not sent.`,
  },
  monthEnd: {
    vi: (day: string, wanted: number) =>
      `Tháng này không có ngày ${wanted}, lấy ngày cuối tháng là ${day}.`,
    en: (day: string, wanted: number) =>
      `The month has no day ${wanted}; its last day, ${day}, is taken.`,
  },
  officeHours: {
    vi: (movedTo: string) => `Thư chỉ gửi trong giờ làm việc nên gửi lúc ${movedTo}.`,
    en: (movedTo: string) => `Letters go out in office hours only, so at ${movedTo}.`,
  },
  afterReportsLocked: {
    vi: (movedTo: string) =>
      `Thời hạn chuyển sang ${movedTo} vì chỉ lập được sau mốc chốt của các báo cáo được tổng hợp.`,
    en: (movedTo: string) =>
      `The time limit moves to ${movedTo}, since it draws on reports that are closed only then.`,
  },
  compressedToStart: {
    vi: (from: string, movedTo: string) =>
      `Mốc ${from} ở trước khi bắt đầu theo dõi nên chuyển sang ${movedTo}.`,
    en: (from: string, movedTo: string) =>
      `${from} lies before the follow-up began, so it moves to ${movedTo}.`,
  },
  openedEarly: {
    vi: (from: string, movedTo: string) =>
      `Bước này mở sớm, từ ${movedTo} (dự kiến ${from}), vì bước trước đã xong; thời hạn giữ nguyên.`,
    en: (from: string, movedTo: string) =>
      `This stage opens early, at ${movedTo} (planned for ${from}), since the one before it is done; the time limit stays.`,
  },
  openedLate: {
    vi: (from: string, movedTo: string) =>
      `Bước này mở muộn, từ ${movedTo} (dự kiến ${from}), vì bước trước xong muộn.`,
    en: (from: string, movedTo: string) =>
      `This stage opens late, at ${movedTo} (planned for ${from}), since the one before it was done late.`,
  },
  dueAfterLateOpening: {
    vi: (from: string, movedTo: string) =>
      `Để còn đủ hai ngày làm việc, thời hạn chuyển từ hết ngày ${from} sang hết ngày ${movedTo}.`,
    en: (from: string, movedTo: string) =>
      `So that two working days are left, the time limit moves from the end of ${from} to the end of ${movedTo}.`,
  },
  notBeforeAmendment: {
    vi: (from: string, movedTo: string) =>
      `Theo ngày mới, mốc này là ${from}, đã qua khi có quyết định; hạn là ${movedTo}.`,
    en: (from: string, movedTo: string) =>
      `By the new date this would have been ${from}, before it was decided; it is due at ${movedTo}.`,
  },
  trial: {
    vi: (startsAt: string) =>
      `Việc theo dõi bắt đầu lúc ${startsAt}, không đủ thời gian nhắc trọn các bước cho kỳ này.`,
    en: (startsAt: string) =>
      `The follow-up began at ${startsAt}, too late for all the steps of this period.`,
  },
  beforeStart: {
    vi: (startsAt: string) => `Thời hạn ở trước khi bắt đầu theo dõi, lúc ${startsAt}.`,
    en: (startsAt: string) => `The time limit lies before the follow-up began, at ${startsAt}.`,
  },
  coversMerged: {
    vi: (day: string) => `Báo cáo kỳ này gồm cả kỳ ${day}, đã được gộp vào.`,
    en: (day: string) => `It covers the period of ${day} too, which was merged into this one.`,
  },
} satisfies Phrases;

const two = (number: number): string => String(number).padStart(2, '0');

const WEEKDAYS_VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
