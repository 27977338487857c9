import { capitalise } from '../format/list.ts';
import type { Phrases } from './phrases.ts';

/** Extension and excuse, told to whom they concern. */
export const decisions = {
  extendedSubject: {
    vi: (what: string, period: string, until: string, directive: string) =>
      `[Gia hạn] ${what} ${period}: hạn mới ${until} – ${directive}`,
    en: (what: string, period: string, until: string, directive: string) =>
      `[Extended] ${what}, ${period}: now due ${until} – ${directive}`,
  },
  extended: {
    vi: (you: string, due: string) => `Thời hạn của ${you} được gia hạn đến ${due}.`,
    en: (_you: string, due: string) => `Your time has been extended to ${due}.`,
  },
  extendedFollows: {
    vi: 'Ngày hạn cũ vẫn lưu bên cạnh hạn mới; điều đã ghi nhận trước đó không đổi. Các thư nhắc tiếp theo tính từ hạn mới; quá hạn mới mà chưa nhận được thì các bậc đôn đốc tiếp tục như thường lệ.',
    en: 'The old date stays beside the new one, and what was recorded before stays as it is. Reminders follow the new date; with nothing handed in by then the ladder goes on as usual.',
  },
  excusedSubject: {
    vi: (what: string, period: string, directive: string) =>
      `[Miễn nộp] ${what} ${period} – ${directive}`,
    en: (what: string, period: string, directive: string) =>
      `[Excused] ${what}, ${period} – ${directive}`,
  },
  excused: {
    vi: (you: string, what: string, capacity: string, period: string) =>
      `${capitalise(you)} được miễn nộp ${what} ${period}, tư cách ${capacity}.`,
    en: (_you: string, what: string, capacity: string, period: string) =>
      `You are excused from the ${what} ${period}, as ${capacity}.`,
  },
  excusedFollows: {
    vi: 'Không phải làm gì thêm cho kỳ này: không còn thư nhắc và không ghi nhận. Các kỳ khác không thay đổi.',
    en: 'There is nothing more to do for this period: no more reminders, no record of silence. Other periods are as before.',
  },
} satisfies Phrases;
