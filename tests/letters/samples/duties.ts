import type {
  DutiesTogether,
  DutyLetter,
  DutyLetters,
  StageInLetter,
} from '../../../contracts/letters/duties.ts';
import { duty, WORDS } from './facts.ts';

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

export const duties: DutyLetters = {
  prompt: { ...duty, outline },
  remind: duty,
  overdue: { ...duty, owed: duty.owed.slice(0, 1) },
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
};
