import type { Phrases } from './phrases.ts';

/** What one letter says of several duties at once: all of them reminded of, or all of them overdue. */
export const together = {
  remindSubject: {
    vi: (howMany: number, directives: string) =>
      `[Nhắc lại] ${howMany} việc sắp đến hạn – ${directives}`,
    en: (howMany: number, directives: string) =>
      `[Second reminder] ${howMany} due soon – ${directives}`,
  },
  overdueSubject: {
    vi: (howMany: number, directives: string) => `[Quá hạn] ${howMany} việc – ${directives}`,
    en: (howMany: number, directives: string) => `[Overdue] ${howMany} – ${directives}`,
  },
  remindAsk: {
    vi: (you: string, howMany: number) =>
      `Đến lúc lập thư này, sổ theo dõi chưa nhận được kết quả ${howMany} việc dưới đây của ${you}. Đề nghị ${you} gửi từng việc trong thời hạn đã nêu.`,
    en: (_you: string, howMany: number) =>
      `When this letter was written, the register held nothing from you for the ${howMany} listed below. Please send each by its own date.`,
  },
  overdueAsk: {
    vi: (you: string, howMany: number) =>
      `Đến lúc lập thư này, sổ theo dõi chưa nhận được kết quả ${howMany} việc dưới đây của ${you}; thời hạn của các việc này đã quá. Đề nghị ${you} gửi ngay; gửi lúc này vẫn được nhận và ghi là nộp muộn.`,
    en: (_you: string, howMany: number) =>
      `When this letter was written, the register held nothing from you for the ${howMany} listed below, and all of them are overdue. Please send them now; they are still taken, and marked late.`,
  },
  item: {
    vi: (no: number, what: string, period: string, directive: string) =>
      `${no}. ${what} ${period} – ${directive}`,
    en: (no: number, what: string, period: string, directive: string) =>
      `${no}. ${what}, ${period} – ${directive}`,
  },
  /** the letter is not taken back for the sake of one of them */
  sentMeanwhile: {
    vi: 'Việc nào đã gửi sau khi lập thư này thì không phải gửi lại.',
    en: 'Whatever you have sent since this letter was written need not be sent again.',
  },
} satisfies Phrases;
