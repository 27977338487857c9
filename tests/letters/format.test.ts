import { expect, test } from 'vitest';
import type { DateNote } from '../../contracts/plan.ts';
import {
  formatDay,
  formatDue,
  formatInstant,
  formatPlaceAndDay,
} from '../../letters/format/date.ts';
import { formatDateNote } from '../../letters/format/dateNote.ts';
import { formatList } from '../../letters/format/list.ts';
import { plainLine, plainText } from '../../letters/format/plain.ts';
import { whoHolds } from '../../letters/format/who.ts';

const vi = { language: 'vi', zone: 'Asia/Ho_Chi_Minh' } as const;
const en = { language: 'en', zone: 'Asia/Ho_Chi_Minh' } as const;

test('days and times are told as an office writes them, on the notice’s own clock', () => {
  expect(formatDay('2020-11-05', 'vi')).toBe('05/11/2020');
  expect(formatDay('2020-11-05', 'en')).toBe('5 November 2020');
  expect(formatInstant('2020-12-15T04:00:00.000Z', vi)).toBe('11 giờ 00 ngày 15/12/2020');
  expect(formatInstant('2020-12-14T23:30:00.000Z', en)).toBe('06:30 on 15 December 2020');
  expect(formatPlaceAndDay('Triệu Sơn', '2021-02-04', 'vi')).toBe(
    'Triệu Sơn, ngày 04 tháng 02 năm 2021',
  );
  expect(formatPlaceAndDay('Triệu Sơn', '2020-12-14', 'vi')).toBe(
    'Triệu Sơn, ngày 14 tháng 12 năm 2020',
  );
});

test('a due time at the end of a day is told as the day, one within it with its hour', () => {
  expect(formatDue('2020-11-28T17:00:00.000Z', '2020-11-28', vi)).toBe(
    'hết ngày 28/11/2020 (thứ Bảy)',
  );
  expect(formatDue('2020-11-16T10:00:00.000Z', '2020-11-16', vi)).toBe(
    '17 giờ 00 ngày 16/11/2020 (thứ Hai)',
  );
  expect(formatDue('2020-11-28T17:00:00.000Z', '2020-11-28', en)).toBe(
    'the end of 28 November 2020 (Saturday)',
  );
});

/** One of each code; a code without one does not compile. */
const NOTES: { [Code in DateNote['code']]: [Extract<DateNote, { code: Code }>, string] } = {
  'day-off': [
    { code: 'day-off', day: '2020-11-14', name: 'weekend', movedTo: '2020-11-16' },
    '14/11/2020 (thứ Bảy) là ngày nghỉ cuối tuần nên thời hạn chuyển sang 16/11/2020 (thứ Hai).',
  ],
  'kept-on-day-off': [
    { code: 'kept-on-day-off', day: '2021-04-30', name: 'lễ Chiến thắng' },
    '30/04/2021 (thứ Sáu) là lễ Chiến thắng; thời hạn vẫn giữ nguyên ngày này.',
  ],
  'before-on-day-off': [
    { code: 'before-on-day-off', day: '2020-11-29', name: 'weekend' },
    'Thông báo ghi hạn là “trước ngày”; ngày cuối của hạn, 29/11/2020 (Chủ nhật), là ngày nghỉ cuối tuần nhưng không chuyển.',
  ],
  'quiet-period': [
    {
      code: 'quiet-period',
      name: 'Tết',
      from: '2021-02-05',
      to: '2021-02-18',
      movedTo: '2021-02-19',
    },
    'Từ 05/02/2021 đến 18/02/2021 (dịp Tết) không gửi thư, không chốt; mốc rơi vào thời gian này chuyển sang 19/02/2021 (thứ Sáu).',
  ],
  'dropped-in-quiet-period': [
    { code: 'dropped-in-quiet-period', name: 'Tết', from: '2021-02-05', to: '2021-02-18' },
    'Thư nhắc rơi vào dịp Tết (từ 05/02/2021 đến 18/02/2021) không gửi.',
  ],
  'month-end': [
    { code: 'month-end', day: '2021-02-28', wanted: 30 },
    'Tháng này không có ngày 30, lấy ngày cuối tháng là 28/02/2021 (Chủ nhật).',
  ],
  'office-hours': [
    { code: 'office-hours', movedTo: '2020-12-15T00:30:00.000Z' },
    'Thư chỉ gửi trong giờ làm việc nên gửi lúc 07 giờ 30 ngày 15/12/2020 (thứ Ba).',
  ],
  'opened-early': [
    {
      code: 'opened-early',
      from: '2020-11-19T01:00:00.000Z',
      movedTo: '2020-11-16T03:20:00.000Z',
    },
    'Bước này mở sớm, từ 10 giờ 20 ngày 16/11/2020 (dự kiến 08 giờ 00 ngày 19/11/2020), vì bước trước đã xong; thời hạn giữ nguyên.',
  ],
  'opened-late': [
    {
      code: 'opened-late',
      from: '2020-11-19T01:00:00.000Z',
      movedTo: '2020-11-26T09:00:00.000Z',
    },
    'Bước này mở muộn, từ 16 giờ 00 ngày 26/11/2020 (dự kiến 08 giờ 00 ngày 19/11/2020), vì bước trước xong muộn.',
  ],
  'due-after-late-opening': [
    {
      code: 'due-after-late-opening',
      day: '2020-11-24',
      movedTo: '2020-11-30',
    },
    'Để còn đủ hai ngày làm việc, thời hạn chuyển từ hết ngày 24/11/2020 (thứ Ba) sang hết ngày 30/11/2020 (thứ Hai).',
  ],
  'after-reports-locked': [
    { code: 'after-reports-locked', process: '5-reports', movedTo: '2020-12-16T10:00:00.000Z' },
    'Thời hạn chuyển sang 17 giờ 00 ngày 16/12/2020 (thứ Tư) vì chỉ lập được sau mốc chốt của các báo cáo được tổng hợp.',
  ],
  'compressed-to-start': [
    {
      code: 'compressed-to-start',
      from: '2020-11-10T01:00:00.000Z',
      movedTo: '2020-11-11T07:00:00.000Z',
    },
    'Mốc 08 giờ 00 ngày 10/11/2020 (thứ Ba) ở trước khi bắt đầu theo dõi nên chuyển sang 14 giờ 00 ngày 11/11/2020 (thứ Tư).',
  ],
  'not-before-amendment': [
    {
      code: 'not-before-amendment',
      from: '2020-12-01T17:00:00.000Z',
      movedTo: '2020-12-03T17:00:00.000Z',
    },
    'Theo ngày mới, mốc này là 00 giờ 00 ngày 02/12/2020 (thứ Tư), đã qua khi có quyết định; hạn là 00 giờ 00 ngày 04/12/2020 (thứ Sáu).',
  ],
  trial: [
    { code: 'trial', startsAt: '2020-11-11T07:00:00.000Z' },
    'Việc theo dõi bắt đầu lúc 14 giờ 00 ngày 11/11/2020 (thứ Tư), không đủ thời gian nhắc trọn các bước cho kỳ này.',
  ],
  'covers-merged': [
    { code: 'covers-merged', period: '2021-02-14' },
    'Báo cáo kỳ này gồm cả kỳ 14/02/2021, đã được gộp vào.',
  ],
  'before-start': [
    { code: 'before-start', startsAt: '2020-11-11T07:00:00.000Z' },
    'Thời hạn ở trước khi bắt đầu theo dõi, lúc 14 giờ 00 ngày 11/11/2020 (thứ Tư).',
  ],
};

test.each(Object.values(NOTES))('a date that moved says why: $code', (note, expected) => {
  expect(formatDateNote(note, vi)).toBe(expected);
  expect(formatDateNote(note, en)).not.toMatch(/undefined|\b(ngày|hạn|thư|từ|lúc)\b/i);
});

test('several things are one sentence', () => {
  expect(formatList([], 'vi')).toBe('');
  expect(formatList(['a'], 'vi')).toBe('a');
  expect(formatList(['a', 'b', 'c'], 'vi')).toBe('a, b và c');
  expect(formatList(['a', 'b'], 'en')).toBe('a and b');
});

test('a holder named as the post is named once', () => {
  expect(whoHolds('Trưởng cụm số 1', 'Nguyễn Văn A')).toBe('Trưởng cụm số 1 (Nguyễn Văn A)');
  expect(whoHolds('Trưởng cụm số 1', 'Ủy viên Thường vụ - Trưởng cụm số 1')).toBe(
    'Ủy viên Thường vụ - Trưởng cụm số 1',
  );
  expect(whoHolds('Trưởng cụm số 1', '')).toBe('Trưởng cụm số 1');
});

test('text from outside loses what controls or turns text, and is NFC', () => {
  expect(plainText('a\u202Eb\u200Fc\u0000d\u2066e\u2069\u200Bf')).toBe('abcdef');
  expect(plainText('a\r\nb\rc')).toBe('a\nb\nc');
  expect(plainText('hòa'.normalize('NFD'))).toBe('hòa');
  expect(plainText('x\uD800y')).toBe('x\uFFFDy');
  expect(plainText('🌾')).toBe('🌾');
  expect(plainLine('a\r\nBcc: b@example.test\u2028c', 100)).toBe('a Bcc: b@example.testc');
  expect(plainLine('đ'.repeat(20), 10)).toBe(`${'đ'.repeat(9)}…`);
});
