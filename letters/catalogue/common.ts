import type { Phrases } from './phrases.ts';

/** What letters of several kinds say in the same words. */
export const common = {
  to: {
    vi: (name: string, isPerson: boolean) => `Kính gửi: ${isPerson ? 'Đồng chí ' : ''}${name}`,
    en: (name: string) => `To: ${name}`,
  },
  /** who is spoken to, in the middle of a sentence */
  you: {
    vi: (isPerson: boolean) => (isPerson ? 'đồng chí' : 'đơn vị'),
    en: () => 'you',
  },
  noticeNumber: {
    vi: (number: string, symbol: string) => `Thông báo số ${number}/${symbol}`,
    en: (number: string, symbol: string) => `Notice No. ${number}/${symbol}`,
  },
  noticeDates: {
    vi: (concluded: string, issued: string | null) =>
      `kết luận ngày ${concluded}${issued === null ? '' : `, ban hành ngày ${issued}`}`,
    en: (concluded: string, issued: string | null) =>
      `concluded on ${concluded}${issued === null ? '' : `, issued on ${issued}`}`,
  },
  directive: {
    vi: (no: string) => (no === 'closing' ? 'Phần cuối Thông báo' : `Kết luận số ${no}`),
    en: (no: string) => (no === 'closing' ? 'Closing part of the notice' : `Conclusion ${no}`),
  },
  /** the same as a source: 'Kết luận số 5 của Thông báo' */
  clauseOfNotice: {
    vi: (no: string) =>
      no === 'closing' ? 'Phần cuối của Thông báo' : `Kết luận số ${no} của Thông báo`,
    en: (no: string) =>
      no === 'closing' ? 'Closing part of the notice' : `Conclusion ${no} of the notice`,
  },
  outsideTheClause: {
    vi: (directive: string) => `${directive} (Thông báo không quy định riêng việc này)`,
    en: (directive: string) => `${directive} (the notice itself says nothing of this step)`,
  },
  period: {
    vi: (day: string) => `kỳ ${day}`,
    en: (day: string) => `due ${day}`,
  },
  /** of what comes once */
  dueOn: {
    vi: (day: string) => `hạn ${day}`,
    en: (day: string) => `due ${day}`,
  },
  notice: { vi: 'Thực hiện', en: 'Carrying out' },
  clause: { vi: 'Căn cứ', en: 'Basis' },
  related: { vi: 'Liên quan', en: 'Belongs to' },
  matter: { vi: 'Công việc', en: 'Process' },
  whatIsDue: { vi: 'Nội dung', en: 'What' },
  capacity: { vi: 'Tư cách', en: 'Capacity' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  due: { vi: 'Thời hạn', en: 'Due' },
  lock: { vi: 'Mốc chốt', en: 'Closed at' },
  oldDue: { vi: 'Thời hạn cũ', en: 'Was due' },
  newDue: { vi: 'Thời hạn mới', en: 'Now due' },
  reason: { vi: 'Lý do', en: 'Reason' },
  decidedBy: { vi: 'Người quyết định', en: 'Decided by' },
  aboutDates: { vi: 'Về thời hạn:', en: 'About the dates:' },
  severalCapacities: {
    vi: (you: string, howMany: number, what: string) =>
      `Thư này gửi chung cho ${howMany} tư cách của ${you} nêu trên; một ${what} dùng cho tất cả các tư cách đó.`,
    en: (_you: string, howMany: number, what: string) =>
      `This one letter is for the ${howMany} capacities named above; one ${what} covers them all.`,
  },
  nothingToReport: {
    vi: 'Không có nội dung để báo cáo thì chọn “Không có nội dung báo cáo” tại trang nêu trên; như vậy không bị coi là chưa có báo cáo.',
    en: 'With nothing to report, say so on the page (“Nothing to report”); that is not the same as silence.',
  },
  otherChannels: {
    vi: (office: string) =>
      `Báo cáo bằng văn bản giấy, điện thoại hoặc Zalo thì gửi ${office}; thời điểm nhận tính theo lúc nhận được, không phải lúc vào sổ.`,
    en: (office: string) =>
      `Reports on paper, by telephone or Zalo go to ${office}; what counts is when they arrived, not when they were entered.`,
  },
  reminder: {
    vi: 'Thư nhắc việc tự động, không thay thế văn bản đôn đốc có số và chữ ký.',
    en: 'An automatic reminder; it does not replace a formal urging letter with a number and a signature.',
  },
  information: {
    vi: 'Thư tự động từ sổ theo dõi, không thay thế văn bản có số và chữ ký.',
    en: 'An automatic letter from the register; it does not replace a document with a number and a signature.',
  },
  replies: {
    vi: (office: string) => `Thư trả lời sẽ đến ${office}.`,
    en: (office: string) => `Replies go to ${office}.`,
  },
  linkIsPersonal: {
    vi: 'Đường dẫn trong thư chỉ dành cho người nhận, đề nghị không chuyển tiếp.',
    en: 'The link in this letter is for its receiver alone; please do not pass it on.',
  },
  openDesk: { vi: 'Mở trang xử lý công việc', en: 'Open your desk' },
} satisfies Phrases;
