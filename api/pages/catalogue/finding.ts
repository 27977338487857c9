import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** The page behind the link to a finding. */
export const finding = {
  title: {
    vi: (day: string) => `Ghi nhận kỳ ${day}`,
    en: (day: string) => `Finding of ${day}`,
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
  evidence: { vi: 'Thư đã gửi, tính đến lúc ghi', en: 'What had been sent when it was recorded' },
  answers: { vi: 'Giải trình đã gửi', en: 'Answers so far' },
  answer: { vi: 'Giải trình', en: 'Answer' },
  answerHint: {
    vi: 'Nội dung được lưu cùng ghi nhận và không đổi được sau khi gửi; có thể gửi thêm. Báo cáo gửi muộn vẫn được nhận ở trang báo cáo.',
    en: 'It is kept with the finding and cannot be changed once sent; more can be added. A late report is still taken on its own page.',
  },
  send: { vi: 'Gửi giải trình', en: 'Send the answer' },
  sent: { vi: 'Đã ghi giải trình.', en: 'The answer has been recorded.' },
  tooShort: { vi: 'Giải trình chưa có nội dung.', en: 'The answer is empty.' },
  closed: {
    vi: 'Ghi nhận này không còn để giải trình.',
    en: 'There is nothing to answer any more.',
  },
} satisfies Phrases;
