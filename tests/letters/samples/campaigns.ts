import type { CampaignLetters } from '../../../contracts/letters/campaigns.ts';
import { duty } from './facts.ts';

export const campaigns: CampaignLetters = {
  'campaign-call': {
    ...duty,
    to: 'UBND xã Thái Hòa',
    addressee: 'unit',
    deliverable: 'return',
    matter: {
      directive: '6',
      process: 'Các đợt cao điểm tổng vệ sinh môi trường',
      asks: 'báo cáo kết quả đợt cao điểm tổng vệ sinh môi trường',
      sentence:
        'Giao Phòng Tài nguyên và Môi trường chủ trì tham mưu cho UBND huyện có văn bản chỉ đạo các xã, thị trấn để tổ chức phát động phong trào tổng vệ sinh môi trường trên địa bàn toàn huyện, trong tháng 12/2020 tổ chức 01 đợt cao điểm.',
    },
    owed: [{ obligationId: 'trieu-son-2020/6-cleanup/2020-12/thai-hoa', capacity: 'xã Thái Hòa' }],
    words: null,
    from: '2020-12-05',
    until: '2020-12-12',
    document: {
      issuedBy: 'UBND huyện Triệu Sơn',
      number: '1234/UBND-TNMT',
      receiptNo: '2020-000087',
      receivedAt: '2020-11-27T02:10:00.000Z',
    },
  },
  'peak-missed': {
    to: 'Trưởng phòng Tài nguyên và Môi trường',
    matter: {
      directive: '6',
      process: 'Các đợt cao điểm tổng vệ sinh môi trường',
      asks: 'báo cáo kết quả đợt cao điểm tổng vệ sinh môi trường',
      sentence:
        'trong tháng 12/2020 tổ chức 01 đợt cao điểm, năm 2021 tổ chức 03 đợt và năm 2022 tổ chức 03 đợt.',
    },
    from: '2021-01-18',
    until: '2021-01-24',
    owed: 34,
    returned: 28,
    needed: 31,
    year: {
      year: 2021,
      quota: 3,
      carriedIn: 1,
      counted: 0,
      missed: 1,
      ahead: 2,
      lacking: 2,
      carriedOut: 0,
    },
    insteadOf: null,
  },
};
