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
  takenOutSubject: {
    vi: (period: string, into: string | null, directive: string) =>
      into === null
        ? `[Bỏ qua kỳ] Không phải báo cáo ${period} – ${directive}`
        : `[Gộp kỳ] Báo cáo ${period} gộp vào ${into} – ${directive}`,
    en: (period: string, into: string | null, directive: string) =>
      into === null
        ? `[Skipped] ${period} – ${directive}`
        : `[Merged] ${period} into ${into} – ${directive}`,
  },
  takenOut: {
    vi: (you: string, period: string, into: string | null) =>
      into === null
        ? `${capitalise(period)} được bỏ qua: ${you} không phải nộp báo cáo ${period}.`
        : `${capitalise(period)} được gộp vào ${into}: ${you} báo cáo một lần cho cả hai kỳ, theo hạn của ${into}.`,
    en: (_you: string, period: string, into: string | null) =>
      into === null
        ? `No report is asked of you for the period ${period}.`
        : `The period ${period} is merged into the one ${into}: one report covers both, by the date of the latter.`,
  },
  takenOutFollows: {
    vi: (period: string) =>
      `Thư đã gửi về ${period} không còn hiệu lực: không còn thư nhắc và không ghi nhận. Ghi nhận đã lập cho kỳ đó (nếu có) được rút lại. Các kỳ khác không thay đổi.`,
    en: (period: string) =>
      `What was sent about the period ${period} no longer applies: no more reminders, and nothing is recorded. A finding already made for it is withdrawn. Other periods are as before.`,
  },
  reassignedSubject: {
    vi: (what: string, period: string, directive: string) =>
      `[Chuyển việc] ${what} ${period} – ${directive}`,
    en: (what: string, period: string, directive: string) =>
      `[Reassigned] ${what}, ${period} – ${directive}`,
  },
  reassigned: {
    vi: (you: string, what: string, capacity: string, period: string, now: string) =>
      `Việc nộp ${what} ${period} (tư cách ${capacity}) được chuyển cho ${now}; ${you} không phải nộp nữa.`,
    en: (_you: string, what: string, capacity: string, period: string, now: string) =>
      `The ${what} ${period}, owed as ${capacity}, has passed to ${now}; you no longer owe it.`,
  },
  owedBy: { vi: 'Nay do', en: 'Now owed by' },
  reassignedFollows: {
    vi: 'Không còn thư nhắc về việc này. Điều đã ghi nhận trước đó không đổi; các việc khác và các kỳ khác không thay đổi.',
    en: 'There are no more reminders about it. What was recorded before stays as it is; everything else is as before.',
  },
  excusedSubject: {
    vi: (what: string, period: string, directive: string) =>
      `[Miễn nộp] ${what} ${period} – ${directive}`,
    en: (what: string, period: string, directive: string) =>
      `[Excused] ${what}, ${period} – ${directive}`,
  },
  excused: {
    vi: (isPerson: boolean, what: string, capacity: string, period: string) =>
      isPerson
        ? `Đồng chí được miễn nộp ${what} ${period}, tư cách ${capacity}.`
        : `${capitalise(capacity)} được miễn nộp ${what} ${period}.`,
    en: (_isPerson: boolean, what: string, capacity: string, period: string) =>
      `You are excused from the ${what} ${period}, as ${capacity}.`,
  },
  excusedFollows: {
    vi: 'Không phải làm gì thêm về việc này: không còn thư nhắc và không ghi nhận. Các kỳ khác, việc khác không thay đổi.',
    en: 'There is nothing more to do about it: no more reminders, no record of silence. Everything else is as before.',
  },
} satisfies Phrases;
