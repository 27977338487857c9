import type { SubmissionLetters } from '../../../contracts/letters/submissions.ts';
import { duty, matter } from './facts.ts';

export const submissions: SubmissionLetters = {
  receipt: {
    to: duty.to,
    matter,
    lastDay: '2020-12-14',
    dueAt: '2020-12-14T17:00:00.000Z',
    receiptNo: '000123',
    receivedAt: '2020-12-14T08:12:00.000Z',
    recordedAt: '2020-12-15T01:05:00.000Z',
    capacities: duty.owed.map(({ capacity }) => capacity),
    channel: 'paper',
    kind: 'report',
    late: false,
    version: 2,
  },
  supplement: {
    to: duty.to,
    matter,
    owed: duty.owed.slice(0, 1),
    periodKey: '2020-12-14',
    by: 'Chánh Văn phòng NTM huyện',
    comment: 'Chưa nêu ngày về đích của xã Thọ Bình.\nĐề nghị bổ sung số liệu tiêu chí số 2.',
    missing: ['Ngày về đích theo kế hoạch của từng xã', 'Biện pháp đối với xã có nguy cơ chậm'],
    dueAt: '2020-12-18T10:00:00.000Z',
    lastDay: '2020-12-18',
  },
};
