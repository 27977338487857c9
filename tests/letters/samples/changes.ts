import type { ChangeLetters } from '../../../contracts/letters/changes.ts';
import { duty, matter } from './facts.ts';

export const changes: ChangeLetters = {
  'catch-up': {
    to: duty.to,
    from: '2020-12-13T22:00:00.000Z',
    until: '2020-12-15T01:30:00.000Z',
    items: [
      {
        matter,
        owed: duty.owed,
        dueAt: '2020-12-16T17:00:00.000Z',
        lastDay: '2020-12-16',
        oldLastDay: '2020-12-14',
      },
    ],
  },
  extended: {
    to: duty.to,
    matter,
    owed: duty.owed,
    oldLastDay: '2020-12-14',
    lastDay: '2020-12-18',
    dueAt: '2020-12-18T17:00:00.000Z',
    by: 'Bí thư Huyện ủy - Trưởng BCĐ',
    reason: 'Đi công tác Đoàn kiểm tra của tỉnh từ ngày 10 đến ngày 15/12/2020',
  },
  excused: {
    to: duty.to,
    matter,
    capacity: 'Trưởng phòng Kinh tế và Hạ tầng',
    lastDay: '2020-12-14',
    by: 'Chánh Văn phòng NTM huyện',
    reason: 'Nghỉ phép theo đơn ngày 08/12/2020',
  },
  'period-taken-out': {
    to: 'Trưởng phòng Kinh tế và Hạ tầng',
    matter,
    lastDay: '2021-02-14',
    periodKey: '2021-02-14',
    capacities: ['Trưởng phòng Kinh tế và Hạ tầng', 'Trưởng Tiểu ban Hạ tầng'],
    into: '2021-02-28',
    by: 'Bí thư Huyện ủy - Trưởng BCĐ',
    reason: 'Kỳ 14/02/2021 là mùng 3 Tết Tân Sửu',
  },
  reassigned: {
    to: 'Trưởng phòng Kinh tế và Hạ tầng',
    matter,
    lastDay: '2020-12-14',
    periodKey: '2020-12-14',
    capacity: 'Trưởng Tiểu ban Hạ tầng',
    now: 'Trưởng phòng Tài nguyên và Môi trường',
    by: 'Bí thư Huyện ủy - Trưởng BCĐ',
    reason: 'Điều chỉnh phân công của Tiểu ban Hạ tầng',
    deliverable: 'report',
  },
  'date-moved': {
    to: 'Lê Thị Hoa',
    by: 'Trưởng Ban Chỉ đạo',
    reason: 'Ban Thường vụ Huyện ủy họp chậm một tuần',
    session: {
      name: 'phiên họp thường kỳ tháng 12/2020 của Ban Thường vụ Huyện ủy',
      from: '2020-12-22',
      to: '2020-12-29',
    },
    paused: null,
    moved: [
      {
        matter: {
          directive: '8',
          process: 'Chỉ thị nâng cao chất lượng tiêu chí văn hóa cơ sở',
          asks: 'dự thảo Chỉ thị',
          sentence: null,
        },
        owed: {
          obligationId: 'trieu-son-2020/8-directive/2020-12-22-review/truong-phong-vh-tt',
          capacity: 'Trưởng phòng VH-TT',
        },
        deliverable: 'stage',
        periodKey: '2020-12-22-review',
        oldLastDay: '2020-12-16',
        lastDay: '2020-12-23',
        dueAt: '2020-12-23T17:00:00.000Z',
      },
    ],
    gone: [
      {
        matter: {
          directive: '8',
          process: 'Chỉ thị nâng cao chất lượng tiêu chí văn hóa cơ sở',
          asks: 'dự thảo Chỉ thị',
          sentence: null,
        },
        capacity: 'Thành viên Ban Chỉ đạo',
        deliverable: 'stage',
        periodKey: '2020-12-22-consult',
        lastDay: '2020-12-10',
      },
    ],
  },
};
