import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** A person's own file, as the register has it. */
export const personFile = {
  title: { vi: 'Hồ sơ của tôi', en: 'My file' },
  lead: {
    vi: (at: string) =>
      `Toàn bộ nội dung sổ theo dõi ghi về đồng chí, tính đến ${at}. In được từ trình duyệt.`,
    en: (at: string) =>
      `Everything that the register holds about you, as of ${at}. Print it from your browser.`,
  },
  back: { vi: 'Về trang xử lý công việc', en: 'Back to your desk' },
  misses: { vi: 'Số kỳ chưa có báo cáo', en: 'Misses' },
  missesAre: {
    vi: (inARow: number, inAll: number) => `${inARow} kỳ liên tiếp; tổng cộng ${inAll} kỳ`,
    en: (inARow: number, inAll: number) => `${inARow} in a row; ${inAll} in all`,
  },
  nothings: {
    vi: (n: number) => `“Không có nội dung báo cáo” ${n} kỳ liên tiếp`,
    en: (n: number) => `“Nothing to report” ${n} times in a row`,
  },
  posts: { vi: 'Vị trí đã và đang giữ', en: 'Posts held' },
  post: { vi: 'Chức vụ, đơn vị', en: 'Post or unit' },
  capacities: { vi: 'Tư cách', en: 'In the capacity of' },
  since: { vi: 'Từ', en: 'Since' },
  until: { vi: 'Đến', en: 'Until' },
  now: { vi: 'nay', en: 'now' },
  obligations: { vi: 'Việc phải nộp', en: 'What was owed' },
  what: { vi: 'Việc', en: 'What' },
  due: { vi: 'Thời hạn', en: 'Due' },
  status: { vi: 'Tình trạng', en: 'Status' },
  submissions: { vi: 'Đã nộp', en: 'Handed in' },
  receipt: { vi: 'Số biên nhận', en: 'Receipt' },
  received: { vi: 'Thời điểm nhận', en: 'Received' },
  kind: { vi: 'Loại', en: 'Kind' },
  report: { vi: 'báo cáo', en: 'report' },
  nothing: { vi: 'không có nội dung báo cáo', en: 'nothing to report' },
  letters: { vi: 'Thư đã gửi cho đồng chí', en: 'Letters sent to you' },
  findings: { vi: 'Ghi nhận', en: 'Findings' },
  found: { vi: 'Ghi nhận ngày', en: 'Recorded' },
  answers: { vi: 'Ý kiến của đồng chí', en: 'Your answers' },
  state: {
    vi: (state: string) =>
      ({
        withheld: 'chưa đủ căn cứ, không ghi nhận',
        recorded: 'chưa có báo cáo',
        released: 'đã duyệt lời ghi nhận',
        reversed: 'đã rút lại',
      })[state] ?? state,
    en: (state: string) =>
      ({
        withheld: 'withheld',
        recorded: 'no report',
        released: 'words released',
        reversed: 'reversed',
      })[state] ?? state,
  },
  decisions: { vi: 'Quyết định có liên quan', en: 'Decisions' },
  at: { vi: 'Thời điểm', en: 'When' },
  reason: { vi: 'Lý do', en: 'Reason' },
  none: { vi: 'Chưa có.', en: 'None.' },
} satisfies Phrases;
