import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** The page behind the link to a finding. */
export const finding = {
  title: {
    vi: (day: string) => `Ghi nhận kỳ ${day}`,
    en: (day: string) => `Finding of ${day}`,
  },
  reversedTitle: {
    vi: (day: string) => `Ghi nhận kỳ ${day}, đã rút lại`,
    en: (day: string) => `Finding of ${day}, reversed`,
  },
  withheldTitle: {
    vi: (day: string) => `Kỳ ${day}: chưa ghi nhận`,
    en: (day: string) => `No finding of ${day}`,
  },
  record: { vi: 'Sổ theo dõi ghi', en: 'What the register says' },
  noReport: {
    vi: (party: string, until: string) => `Chưa có báo cáo của ${party}, thời hạn ${until}.`,
    en: (party: string, until: string) => `No report by ${party}, due by ${until}.`,
  },
  recordedAt: { vi: 'Ghi lúc', en: 'Recorded' },
  state: { vi: 'Tình trạng', en: 'State' },
  states: {
    vi: (state: string) =>
      ({
        withheld: 'chưa ghi nhận vì còn nghi vấn',
        recorded: 'đã ghi, lời của Thông báo chưa được duyệt dùng',
        released: 'đã duyệt dùng lời của Thông báo',
        reversed: 'đã rút lại bằng quyết định',
      })[state] ?? state,
    en: (state: string) =>
      ({
        withheld: 'withheld, since there is a doubt',
        recorded: "recorded; the notice's words are not released",
        released: "released in the notice's words",
        reversed: 'reversed by a decision',
      })[state] ?? state,
  },
  words: { vi: 'Lời của Thông báo', en: "The notice's words" },
  stillTaken: {
    vi: 'Báo cáo gửi muộn vẫn được nhận tại trang đó.',
    en: 'A late report is still taken there.',
  },
  staysAfter: {
    vi: 'Ghi nhận này không tự rút theo báo cáo gửi muộn.',
    en: 'This record is not taken back by a late report alone.',
  },
  evidence: { vi: 'Thư đã gửi, tính đến lúc ghi', en: 'What had been sent when it was recorded' },
  answers: { vi: 'Giải trình đã gửi', en: 'Answers so far' },
  answer: { vi: 'Giải trình', en: 'Answer' },
  answerHint: {
    vi: 'Nội dung được lưu cùng ghi nhận và không đổi được sau khi gửi; có thể gửi thêm.',
    en: 'It is kept with the finding and cannot be changed once sent; more can be added.',
  },
  send: { vi: 'Gửi giải trình', en: 'Send the answer' },
  sent: { vi: 'Đã ghi giải trình.', en: 'The answer has been recorded.' },
  wrongLength: {
    vi: 'Giải trình phải có nội dung, từ 3 đến 4.000 ký tự.',
    en: 'An answer has 3 to 4,000 characters.',
  },
  closed: {
    vi: 'Ghi nhận này không còn để giải trình.',
    en: 'There is nothing to answer any more.',
  },
} satisfies Phrases;
