import type { DutyLetter } from '../../../contracts/letters/duties.ts';
import type { Matter, NoticeHead, SentEvidence } from '../../../contracts/letters.ts';

/** The head of the first notice, whose number and day of issue are blank. */
export const head: NoticeHead = {
  language: 'vi',
  zone: 'Asia/Ho_Chi_Minh',
  title:
    'Thông báo kết luận của đồng chí Bí thư Huyện ủy - Trưởng Ban chỉ đạo thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới huyện Triệu Sơn, giai đoạn 2020 - 2025',
  committee:
    'Ban chỉ đạo thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới huyện Triệu Sơn, giai đoạn 2020 - 2025',
  issuer: 'UBND huyện Triệu Sơn',
  place: 'Triệu Sơn',
  number: null,
  symbol: 'TB-BCĐXDNTM',
  concludedOn: '2020-11-11',
  issuedOn: null,
  office: 'Chánh Văn phòng NTM huyện',
};

export const english: NoticeHead = {
  language: 'en',
  zone: 'Europe/London',
  title: 'Conclusions of the school board',
  committee: 'School board',
  issuer: 'District of Example',
  place: 'Exampleton',
  number: '12',
  symbol: 'SB',
  concludedOn: '2020-11-11',
  issuedOn: '2020-11-13',
  office: 'Head of the secretariat',
};

export const matter: Matter = {
  directive: '5',
  process: 'Báo cáo kết quả chỉ đạo của thành viên BCĐ và các Tiểu ban',
  asks: 'báo cáo bằng văn bản kết quả chỉ đạo của đồng chí',
  sentence:
    'Các đồng chí thành viên BCĐ, các Tiểu ban phải thường xuyên báo cáo bằng văn bản kết quả chỉ đạo của mình vào các ngày 14 và 28 hàng tháng về đồng chí Trưởng BCĐ qua Văn phòng NTM, nếu không có báo cáo thì coi như đồng chí đó không đi chỉ đạo và chịu trách nhiệm trước BCĐ và Thường vụ Huyện ủy. Giao Văn phòng NTM chuẩn bị đề cương báo cáo gửi các thành viên BCĐ.',
};

export const WORDS =
  'coi như đồng chí đó không đi chỉ đạo và chịu trách nhiệm trước BCĐ và Thường vụ Huyện ủy';

export const PERIOD = 'trieu-son-2020/5-reports/2020-12-14';

export const duty: DutyLetter = {
  to: 'Trưởng phòng Kinh tế và Hạ tầng',
  matter,
  owed: [
    { obligationId: `${PERIOD}/truong-phong-kt-ht`, capacity: 'Trưởng phòng Kinh tế và Hạ tầng' },
    { obligationId: `${PERIOD}/truong-tieu-ban-ha-tang`, capacity: 'Trưởng Tiểu ban Hạ tầng' },
  ],
  lastDay: '2020-12-14',
  dueAt: '2020-12-14T17:00:00.000Z',
  lockAt: '2020-12-15T04:00:00.000Z',
  climbsTo: [
    'Phó Bí thư Huyện ủy - Chủ tịch UBND huyện - Phó Trưởng BCĐ',
    'Bí thư Huyện ủy - Trưởng BCĐ',
  ],
  words: WORDS,
  notes: [],
  trial: false,
  deliverable: 'report',
  insteadOf: null,
};

export const sent: SentEvidence[] = [
  { kind: 'prompt', at: '2020-12-09T01:00:00.000Z', state: 'sent' },
  { kind: 'remind', at: '2020-12-14T01:00:00.000Z', state: 'bounced' },
  { kind: 'overdue', at: null, state: 'queued' },
];
