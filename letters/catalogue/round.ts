import type { ClimbItem } from '../../contracts/letters/superiors.ts';
import type { Language, Phrases } from './phrases.ts';

/** The daily letter to a superior: the record, the evidence and what he can do; no blame beyond it. */
export const round = {
  subject: {
    vi: (howMany: number, day: string) => `[Báo quá hạn] ${howMany} trường hợp – ngày ${day}`,
    en: (howMany: number, day: string) => `[Overdue] ${howMany} told to you – ${day}`,
  },
  intro: {
    vi: (day: string) =>
      `Theo sổ theo dõi ngày ${day}, các trường hợp dưới đây đã quá mốc chốt mà chưa có báo cáo hoặc văn bản phải nộp, nay báo đến đồng chí.`,
    en: (day: string) =>
      `According to the register on ${day}, the cases below are past their closing time with nothing handed in and are told to you now.`,
  },
  onlyTheRecord: {
    vi: 'Sổ theo dõi chỉ ghi là chưa có, không kết luận gì thêm; thư bị trả lại hoặc chưa rõ đã đến hay chưa được ghi đúng như vậy.',
    en: 'The register says that nothing is there yet, and no more; a letter that was returned, or of which nothing is known, is listed as such.',
  },
  group: {
    vi: (directive: string, process: string, period: string) =>
      `${directive}: ${process}, ${period}`,
    en: (directive: string, process: string, period: string) =>
      `${directive}: ${process}, ${period}`,
  },
  party: {
    vi: (what: string) => `Chưa có ${what}`,
    en: (what: string) => `No ${what} from`,
  },
  inARow: { vi: 'Liên tiếp (kỳ)', en: 'Misses in a row' },
  whyToYou: { vi: 'Báo đến đồng chí vì: ', en: 'You are told because ' },
  whatYouCanDo: {
    vi: 'Tại đường dẫn dưới đây, tùy thẩm quyền, đồng chí có thể:',
    en: 'Behind the link below, as far as your rights go, you can:',
  },
  canSee: {
    vi: 'xem từng trường hợp, các thư đã gửi và tình trạng từng thư',
    en: 'see each case with every letter and what became of it',
  },
  canHold: {
    vi: 'giữ lại bậc báo cáo tiếp theo (một lần, có thời hạn)',
    en: 'hold the next rung (once, for a limited time)',
  },
  canExtend: {
    vi: 'gia hạn (ngày hạn cũ vẫn ghi trong sổ)',
    en: 'extend the time (the old date stays on record)',
  },
  canExcuse: { vi: 'cho miễn nộp', en: 'excuse' },
  canReverse: { vi: 'rút lại điều đã ghi nhận', en: 'reverse what was recorded' },
  reasonNeeded: {
    vi: 'Mỗi quyết định cần ghi lý do và được lưu kèm tên người quyết định.',
    en: 'Each decision needs its reason and is kept with the name of whoever made it.',
  },
  ifNothing: {
    vi: 'Nếu chưa có quyết định nào và vẫn chưa nhận được, việc này được báo lên bậc tiếp theo (nếu còn) và nêu trong báo cáo tổng hợp của Văn phòng.',
    en: 'Without a decision, and with nothing handed in, this goes on to the next rung, where there is one, and stands in the office’s digest.',
  },
} satisfies Phrases;

/** Why a rung reached this superior. */
export const climbReasons: Record<ClimbItem['why'], Record<Language, string>> = {
  supervisor: {
    vi: 'đồng chí phụ trách trực tiếp nơi được nêu',
    en: 'you supervise them',
  },
  named: {
    vi: 'các bậc đôn đốc của việc này báo đến đồng chí',
    en: 'this rung goes to your position',
  },
  'next-up': {
    vi: 'cấp phụ trách gần hơn là chính người được nêu, đã được báo hoặc đang khuyết',
    en: 'the nearer superior is the one concerned, has been told already, or the post is vacant',
  },
  fallback: {
    vi: 'bậc này không có người nhận nên chuyển đến nơi nhận dự phòng',
    en: 'this rung has no recipient and goes to the fallback',
  },
};
