import type { DecidedHandling } from '../../contracts/digest.ts';
import type { Language, Phrases } from './phrases.ts';

/** A decision on a proposal, told to whom it concerns: the record, who decided, what follows. */
export const handling = {
  subject: {
    vi: (what: string, directive: string) => `[Ý kiến chỉ đạo] ${what} – ${directive}`,
    en: (what: string, directive: string) => `[Decision] ${what} – ${directive}`,
  },
  decided: {
    vi: (by: string, at: string, what: string) => `Đồng chí ${by} đã có ý kiến lúc ${at}: ${what}.`,
    en: (by: string, at: string, what: string) => `${by} decided at ${at}: ${what}.`,
  },
  record: {
    vi: (periods: number) =>
      periods === 1
        ? 'Sổ theo dõi ghi chưa có báo cáo:'
        : `Sổ theo dõi ghi ${periods} kỳ liên tiếp chưa có báo cáo:`,
    en: (periods: number) =>
      periods === 1
        ? 'The register has no report:'
        : `The register has no report ${periods} times in a row:`,
  },
  missed: {
    vi: (process: string, capacity: string, day: string) =>
      `${process}, tư cách ${capacity}: hạn cuối ${day}`,
    en: (process: string, capacity: string, day: string) =>
      `${process}, as ${capacity}: last day ${day}`,
  },
  cameLate: {
    vi: (missed: string, at: string) => `${missed}; đã gửi muộn, nhận lúc ${at}`,
    en: (missed: string, at: string) => `${missed}; came late, at ${at}`,
  },
  canAnswer: {
    vi: 'Nếu ghi nhận trên chưa đúng, hoặc có điều cần trình bày, đồng chí gửi ý kiến tại đường dẫn dưới đây. Ý kiến được lưu cùng ghi nhận và gửi người có thẩm quyền xem xét; báo cáo còn thiếu vẫn được nhận.',
    en: 'If this record is wrong, or there is something to be said about it, please answer behind the link below. Your answer stays with the record and goes to those who may reverse it; a missing report is still taken.',
  },
  open: { vi: 'Mở trang trình bày ý kiến', en: 'Open the page to answer' },
} satisfies Phrases;

/** What was decided, in the middle of a sentence ("theo quy định" are the notice's own words, and no more is said). */
export const decidedHandlings: Record<DecidedHandling, Record<Language, string>> = {
  none: { vi: 'không áp dụng hình thức xử lý nào', en: 'nothing is done about it' },
  remind: { vi: 'nhắc nhở', en: 'a reminder' },
  'ask-for-explanation': { vi: 'đề nghị giải trình', en: 'an explanation is asked for' },
  'name-at-meeting': { vi: 'nêu tên tại hội nghị', en: 'to be named at the meeting' },
  refer: {
    vi: 'chuyển cấp có thẩm quyền xem xét theo quy định',
    en: 'referred to those competent under the rules',
  },
};

/** What follows for whoever it concerns. `due` is given where an explanation is asked for. */
export const handlingFollows: Record<
  DecidedHandling,
  Record<Language, (due: string | null) => string>
> = {
  none: {
    vi: () => 'Đồng chí không phải làm gì thêm. Ghi nhận của từng kỳ giữ nguyên trong sổ theo dõi.',
    en: () => 'There is nothing for you to do. What is recorded of each period stays as it is.',
  },
  remind: {
    vi: () => 'Đề nghị đồng chí gửi báo cáo còn thiếu nếu chưa gửi, và báo cáo đúng hạn từ kỳ tới.',
    en: () =>
      'Please send what is still missing, if anything, and report in time from the next period on.',
  },
  'ask-for-explanation': {
    vi: (due) =>
      `Đề nghị đồng chí gửi giải trình${due === null ? '' : `, chậm nhất là ${due}`}. Đề cương và đường dẫn để gửi có trong thư riêng về việc này.`,
    en: (due) =>
      `Please send your explanation${due === null ? '' : ` by ${due}`}. The outline and the link come in a letter of their own.`,
  },
  'name-at-meeting': {
    vi: () => 'Việc này được nêu tại hội nghị theo số liệu của sổ theo dõi nêu trên.',
    en: () => 'It will be named at the meeting, with the figures of the register above.',
  },
  refer: {
    vi: () =>
      'Việc này do cấp có thẩm quyền xem xét theo quy định. Sổ theo dõi chỉ ghi những điều nêu trên.',
    en: () =>
      'It is for those competent to look into it under the rules. The register says what stands above, and no more.',
  },
};
