import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** The part of the chair's desk where proposals of handling are decided. */
export const proposals = {
  title: { vi: 'Đề xuất xử lý chờ ý kiến', en: 'Proposals to decide' },
  hint: {
    vi: 'Từ báo cáo tổng hợp đã duyệt. Đồng chí quyết định từng trường hợp; chưa có ý kiến thì chưa đề xuất nào được thực hiện. Người được nêu nhận thư ghi ý kiến và lý do của đồng chí.',
    en: 'From the digests released. You decide each; until then none is carried out. Whoever it is about gets a letter with your decision and your reason.',
  },
  proposed: { vi: 'Đề xuất', en: 'Proposed' },
  misses: {
    vi: (inARow: number, inAll: number) =>
      `chưa có báo cáo ${inARow} kỳ liên tiếp, tổng số ${inAll} kỳ`,
    en: (inARow: number, inAll: number) => `no report ${inARow} in a row, ${inAll} in all`,
  },
  missedOn: { vi: 'Hạn cuối', en: 'Last day' },
  cameAfter: { vi: 'báo cáo gửi muộn, nhận lúc', en: 'a late report came at' },
  answered: { vi: 'Ý kiến của đồng chí được nêu', en: 'What the person answered' },
  noAnswer: { vi: 'Chưa có ý kiến trình bày.', en: 'No answer so far.' },
  handling: { vi: 'Ý kiến', en: 'Decision' },
  handlingNone: { vi: 'Không xử lý', en: 'Nothing is done' },
  dueDate: { vi: 'Hạn giải trình', en: 'Explanation due' },
  dueDateHint: {
    vi: (days: number) =>
      `Chỉ dùng khi đề nghị giải trình; để trống thì hạn là ${days} ngày làm việc.`,
    en: (days: number) =>
      `Only where an explanation is asked for; left empty it is due after ${days} working days.`,
  },
  decide: { vi: 'Ghi ý kiến và gửi thư', en: 'Decide and tell' },
  explanations: { vi: 'Giải trình đã yêu cầu', en: 'Explanations asked for' },
  due: { vi: 'hạn', en: 'due' },
  received: { vi: 'đã nhận lúc', en: 'received at' },
  notYet: { vi: 'chưa nhận được', en: 'not there yet' },
} satisfies Phrases;
