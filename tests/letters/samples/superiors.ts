import type { SuperiorLetters } from '../../../contracts/letters/superiors.ts';
import { matter, PERIOD, sent } from './facts.ts';

const climbs: SuperiorLetters['round'] = {
  to: 'Phó Bí thư Huyện ủy - Chủ tịch UBND huyện - Phó Trưởng BCĐ',
  day: '2020-12-15',
  groups: [
    {
      matter,
      rung: 'deputy',
      periodKey: '2020-12-14',
      items: ['Trưởng phòng Kinh tế và Hạ tầng', 'Trưởng Tiểu ban Hạ tầng'].map((party) => ({
        obligationId: `${PERIOD}/${party}`,
        party,
        holder: 'Trưởng phòng Kinh tế và Hạ tầng',
        lastDay: '2020-12-14',
        dueAt: '2020-12-14T17:00:00.000Z',
        evidence: sent,
        missesInARow: 2,
        why: 'supervisor' as const,
      })),
    },
    {
      matter,
      rung: 'third-deputy',
      periodKey: '2020-12-14',
      items: [
        {
          obligationId: `${PERIOD}/chanh-van-phong:certificate`,
          party: 'Chánh Văn phòng NTM huyện',
          holder: 'Chánh Văn phòng NTM huyện',
          lastDay: '2020-12-15',
          dueAt: '2020-12-15T04:00:00.000Z',
          evidence: [{ kind: 'prompt', at: '2020-12-15T00:45:00.000Z', state: 'uncertain' }],
          missesInARow: 1,
          why: 'fallback',
          deliverable: 'certificate',
        },
      ],
    },
  ],
};

export const superiors: SuperiorLetters = {
  round: climbs,
  'release-request': {
    to: 'Chánh Văn phòng NTM huyện',
    matter,
    lastDay: '2020-12-14',
    findings: [
      {
        party: 'Trưởng phòng Kinh tế và Hạ tầng',
        findingId: '6f1c2a34-0000-4000-8000-000000000001',
      },
      { party: 'Trưởng cụm số 3', findingId: '6f1c2a34-0000-4000-8000-000000000002' },
    ],
    escalations: [{ party: 'Trưởng cụm số 3', to: 'Bí thư Huyện ủy - Trưởng BCĐ' }],
    releaseBy: '2020-12-16T04:00:00.000Z',
  },
  digest: {
    to: 'Bí thư Huyện ủy - Trưởng BCĐ',
    day: '2020-12-16',
    paragraphs: [
      { type: 'heading', text: 'Báo cáo kỳ 14/12/2020' },
      { type: 'text', text: 'Phải báo cáo 27: đúng hạn 22, muộn 2, chưa có báo cáo 3.' },
      {
        type: 'table',
        head: ['Chưa có báo cáo', 'Liên tiếp'],
        rows: [['Trưởng cụm số 3', '2']],
      },
      { type: 'list', items: ['Trưởng cụm số 3: 2 kỳ liên tiếp'] },
    ],
    hasProposals: true,
  },
};
