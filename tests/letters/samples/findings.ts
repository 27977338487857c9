import type { FindingLetters } from '../../../contracts/letters/findings.ts';
import { duty, matter, sent, WORDS } from './facts.ts';

export const findings: FindingLetters = {
  'finding-released': {
    to: duty.to,
    matter,
    capacity: 'Trưởng phòng Kinh tế và Hạ tầng',
    lastDay: '2020-12-14',
    words: WORDS,
    clause: '5',
    releasedBy: 'Phó Chủ tịch UBND huyện - Phó Trưởng BCĐ',
    releasedAt: '2020-12-15T08:30:00.000Z',
    evidence: sent,
    findingId: '6f1c2a34-0000-4000-8000-000000000001',
  },
  'finding-reversed': {
    to: duty.to,
    matter,
    capacity: 'Trưởng phòng Kinh tế và Hạ tầng',
    lastDay: '2020-12-14',
    by: 'Bí thư Huyện ủy - Trưởng BCĐ',
    reversedAt: '2020-12-17T02:10:00.000Z',
    wasInHand: false,
    findingId: '6f1c2a34-0000-4000-8000-000000000001',
  },
  'handling-decided': {
    to: duty.to,
    matter,
    capacity: 'Trưởng phòng Kinh tế và Hạ tầng',
    handling: 'ask-for-explanation',
    by: 'Bí thư Huyện ủy - Trưởng BCĐ',
    decidedAt: '2020-12-30T08:15:00.000Z',
    reason: 'Hai kỳ liền chưa có báo cáo, đề nghị nêu rõ lý do.',
    missesInARow: 2,
    missed: [
      { lastDay: '2020-12-14', receivedAt: '2020-12-15T08:30:00.000Z' },
      { lastDay: '2020-12-28', receivedAt: null },
    ].map((miss) => ({
      process: matter.process,
      capacity: 'Trưởng phòng Kinh tế và Hạ tầng',
      ...miss,
    })),
    due: { at: '2021-01-06T17:00:00.000Z', lastDay: '2021-01-06' },
    findingId: '6f1c2a34-0000-4000-8000-000000000001',
  },
};
