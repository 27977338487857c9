// Longer than most: one sample of every kind of letter, typed by the kind, so that none can be left out.

import type { DutiesTogether, DutyLetter, StageInLetter } from '../../contracts/letters/duties.ts';
import type { LetterParams } from '../../contracts/letters/params.ts';
import type { Matter, NoticeHead, SentEvidence } from '../../contracts/letters.ts';

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

const PERIOD = 'trieu-son-2020/5-reports/2020-12-14';

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

const outline = {
  title: 'Báo cáo kết quả chỉ đạo của thành viên BCĐ, Tiểu ban',
  sections: [
    {
      title: 'Việc đã đi chỉ đạo trong kỳ',
      ask: 'Ngày, địa bàn, nội dung kiểm tra, chỉ đạo; văn bản đã ban hành; kiến nghị đã giải quyết.',
    },
    {
      title: 'Kết quả, chuyển biến so với kỳ trước',
      ask: 'Tiêu chí nào của xã nào đã tiến thêm, số liệu.',
    },
    { title: 'Tồn tại, hạn chế, nguyên nhân', ask: null },
    { title: 'Việc sẽ chỉ đạo trong kỳ tới', ask: null },
  ],
};

const office: DutyLetter = { ...duty, to: 'Chánh Văn phòng NTM huyện', words: null };

/** A stage that the office owes under clause 2. */
const ofOffice = (id: string, over: Partial<DutyLetter>) => ({
  ...office,
  owed: [{ obligationId: `trieu-son-2020/${id}/chanh-van-phong`, capacity: office.to }],
  ...over,
});

const stage = (title: string, isOptional: boolean): StageInLetter => ({
  title,
  receivers: ['Bí thư Huyện ủy - Trưởng BCĐ'],
  session: null,
  before: null,
  comments: null,
  ...(isOptional && { optional: true }),
});

/** What the office owes of three kinds, all of them at one instant. */
export const together: DutiesTogether = {
  to: office.to,
  insteadOf: null,
  together: [
    ofOffice('2c-split/2020-11-30-sign', {
      matter: {
        directive: '2',
        process: 'Phân công phụ trách 17 và 17 xã, thị trấn',
        asks: 'danh sách phân công phụ trách xã, thị trấn',
        sentence:
          'Phân công đồng chí Phó Bí thư Thường trực Huyện ủy - Phó Trưởng BCĐ phụ trách 17 xã, thị trấn; đồng chí Phó Bí thư Huyện ủy - Chủ tịch UBND huyện, Phó Trưởng BCĐ phụ trách 17 xã, thị trấn còn lại xong trong tháng 11/2020.',
        once: true,
      },
      stage: stage('Trình đồng chí Trưởng BCĐ ký', false),
      periodKey: '2020-11-30-sign',
      lastDay: '2020-11-27',
      dueAt: '2020-11-27T17:00:00.000Z',
      lockAt: '2020-11-30T04:00:00.000Z',
      deliverable: 'stage-sign',
    }),
    ofOffice('2d-helper-team/2020-11-30-submit', {
      matter: {
        directive: '2',
        process: 'Đề xuất Tổ giúp việc cho BCĐ',
        asks: 'đề xuất thành lập Tổ giúp việc cho BCĐ, hoặc ý kiến không đề xuất',
        sentence:
          'Văn phòng NTM huyện có thể đề xuất BCĐ thành lập Tổ giúp việc cho BCĐ và báo cáo cụ thể về đồng chí Bí thư Huyện ủy - Trưởng BCĐ trong tháng 11/2020.',
        once: true,
      },
      stage: stage('Báo cáo đồng chí Trưởng BCĐ', true),
      periodKey: '2020-11-30-submit',
      lastDay: '2020-11-30',
      dueAt: '2020-11-30T17:00:00.000Z',
      lockAt: null,
      climbsTo: [],
      deliverable: 'stage-submit',
    }),
    {
      ...office,
      words: WORDS,
      owed: [{ obligationId: 'trieu-son-2020/5-reports/2020-11-28/x', capacity: 'Thành viên BCĐ' }],
      periodKey: '2020-11-28',
      lastDay: '2020-11-28',
      dueAt: '2020-11-28T17:00:00.000Z',
      lockAt: '2020-11-30T04:00:00.000Z',
      notes: [{ code: 'kept-on-day-off', day: '2020-11-28', name: 'weekend' }],
    },
  ],
};

const climbs: LetterParams['round'] = {
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

/** One letter of every kind; a kind without one does not compile. */
export const samples: LetterParams = {
  prompt: { ...duty, outline },
  remind: duty,
  overdue: { ...duty, owed: duty.owed.slice(0, 1) },
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
  round: climbs,
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
  'consult-request': {
    ...duty,
    to: 'Văn phòng NTM huyện',
    addressee: 'unit',
    deliverable: 'stage-consult',
    stage: {
      title: 'Xin ý kiến Văn phòng NTM và các địa phương',
      receivers: ['Thường trực Huyện ủy', 'Ban Thường vụ Huyện ủy'],
      session: null,
      before: { title: 'Dự thảo cơ chế', isDone: true },
      comments: null,
    },
    matter: {
      directive: '7',
      process: 'Cơ chế hỗ trợ cụ thể cho các xã',
      asks: 'dự thảo cơ chế hỗ trợ',
      sentence: null,
    },
    owed: [{ obligationId: 'trieu-son-2020/7/consult/vp', capacity: 'Văn phòng NTM huyện' }],
    lockAt: null,
    climbsTo: [],
    words: null,
    draft:
      'Dự thảo cơ chế hỗ trợ lần 1, gồm 3 chương, 9 điều.\nXin ý kiến về mức hỗ trợ tại Điều 4.',
    isShortened: true,
    files: ['co-che-ho-tro.pdf'],
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
};
