import type { PostLetters } from '../../../contracts/letters/posts.ts';
import { matter, PERIOD } from './facts.ts';

export const posts: PostLetters = {
  'hand-over': {
    to: 'Trưởng phòng Kinh tế và Hạ tầng',
    post: 'Trưởng phòng Kinh tế và Hạ tầng',
    since: '2020-12-11T01:00:00.000Z',
    items: [
      {
        obligationId: `${PERIOD}/truong-phong-kt-ht`,
        capacity: 'Trưởng phòng Kinh tế và Hạ tầng',
        matter,
        lastDay: '2020-12-14',
        periodKey: '2020-12-14',
        dueAt: '2020-12-14T17:00:00.000Z',
        deliverable: 'report',
        overdue: false,
      },
    ],
    insteadOf: null,
  },
  supervision: {
    to: 'Phó Bí thư Thường trực Huyện ủy - Phó Trưởng BCĐ',
    capacity: 'Phó Bí thư Thường trực Huyện ủy - Phó Trưởng BCĐ',
    insteadOf: null,
    matter: {
      directive: '2',
      process: 'Phân công phụ trách 17 và 17 xã, thị trấn',
      asks: 'danh sách phân công phụ trách xã, thị trấn trình đồng chí Trưởng BCĐ ký',
      sentence:
        'Phân công đồng chí Phó Bí thư Thường trực Huyện ủy - Phó Trưởng BCĐ phụ trách 17 xã, thị trấn',
    },
    signedOn: '2020-11-27',
    number: '15/TB-BCĐ',
    units: ['thị trấn Triệu Sơn', 'thị trấn Nưa', 'xã An Nông'],
  },
  'programme-starts': {
    to: 'Giám đốc Trung tâm VH-TT-TT-DL',
    matter: {
      directive: '1',
      process: 'Tuyên truyền, khẩu hiệu “Triệu Sơn bứt phá đi lên”',
      asks: 'báo cáo kết quả tuyên truyền',
      sentence: 'Giao Ban Tuyên giáo Huyện ủy chủ trì, phối hợp với Văn phòng NTM.',
    },
    lead: 'Trưởng ban Tuyên giáo Huyện ủy',
    coordinates: ['Chánh Văn phòng NTM huyện', 'Giám đốc Trung tâm VH-TT-TT-DL'],
    inClause: true,
  },
};
