import type { Phrases } from './phrases.ts';

/** Extension and excuse, told to whom they concern. */
export const decisions = {
  extendedSubject: {
    vi: (period: string, until: string, directive: string) =>
      `[Gia hạn] Báo cáo ${period}: hạn mới ${until} – ${directive}`,
    en: (period: string, until: string, directive: string) =>
      `[Extended] Report, ${period}: now due ${until} – ${directive}`,
  },
  extended: {
    vi: (you: string, due: string) => `Thời hạn của ${you} được gia hạn đến ${due}.`,
    en: (_you: string, due: string) => `Your time has been extended to ${due}.`,
  },
  extendedFollows: {
    vi: 'Ngày hạn cũ vẫn lưu bên cạnh hạn mới; điều đã ghi nhận trước đó không đổi. Các thư nhắc tiếp theo tính từ hạn mới; quá hạn mới mà chưa có báo cáo thì các bậc đôn đốc tiếp tục như thường lệ.',
    en: 'The old date stays beside the new one, and what was recorded before stays as it is. Reminders follow the new date; without a report by then the ladder goes on as usual.',
  },
  excusedSubject: {
    vi: (period: string, directive: string) => `[Miễn nộp] Báo cáo ${period} – ${directive}`,
    en: (period: string, directive: string) => `[Excused] Report, ${period} – ${directive}`,
  },
  excused: {
    vi: (you: string, capacity: string, period: string) =>
      `${capitalised(you)} được miễn nộp báo cáo ${period}, tư cách ${capacity}.`,
    en: (_you: string, capacity: string, period: string) =>
      `You are excused from the report ${period}, as ${capacity}.`,
  },
  excusedFollows: {
    vi: 'Không phải làm gì thêm cho kỳ này: không còn thư nhắc và không ghi nhận. Các kỳ khác không thay đổi.',
    en: 'There is nothing more to do for this period: no more reminders, no record of silence. Other periods are as before.',
  },
} satisfies Phrases;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
