import type { Phrases } from './phrases.ts';

/** A finding in the notice's own words, and the request to release such findings and letters. */
export const findings = {
  releasedSubject: {
    vi: (period: string, directive: string) => `[Ghi nhận] Báo cáo ${period} – ${directive}`,
    en: (period: string, directive: string) => `[Finding] Report ${period} – ${directive}`,
  },
  released: {
    vi: (capacity: string, period: string, due: string) =>
      `Sổ theo dõi ghi: ${capacity} chưa có báo cáo ${period}, hạn cuối là ngày ${due}.`,
    en: (capacity: string, period: string, due: string) =>
      `The register says: no report from ${capacity}, ${period}; the last day was ${due}.`,
  },
  wordsOf: {
    vi: (clause: string) => `${clause} nêu, nếu không có báo cáo thì:`,
    en: (clause: string) => `${clause} says of whoever does not report:`,
  },
  releasedBy: {
    vi: (by: string, at: string) =>
      `Đồng chí ${by} đã duyệt dùng lời này cho kỳ nêu trên, lúc ${at}. Các thư đã gửi trước đó:`,
    en: (by: string, at: string) =>
      `${by} released these words for the period above at ${at}. The letters sent before:`,
  },
  canAnswer: {
    vi: 'Nếu ghi nhận chưa đúng hoặc có điều cần trình bày, đề nghị đồng chí giải trình tại đường dẫn dưới đây. Nội dung giải trình được lưu cùng ghi nhận và gửi người có thẩm quyền xem xét; báo cáo gửi muộn vẫn được nhận. Ghi nhận chỉ được rút lại bằng quyết định có tên người quyết định.',
    en: 'You can answer behind the link below. Your answer stays with the finding and goes to those who may reverse it; a late report is still taken. A finding is reversed only by a named decision.',
  },
  ifNothing: {
    vi: 'Nếu không có giải trình, ghi nhận giữ nguyên trong sổ theo dõi và được nêu trong báo cáo tổng hợp.',
    en: 'Without an answer the finding stays in the register and stands in the digest.',
  },
  openFinding: { vi: 'Mở trang giải trình', en: 'Open the page to answer' },
  reversedSubject: {
    vi: (period: string, directive: string) => `[Rút ghi nhận] Báo cáo ${period} – ${directive}`,
    en: (period: string, directive: string) => `[Finding reversed] Report ${period} – ${directive}`,
  },
  reversed: {
    vi: (capacity: string, period: string, due: string) =>
      `Ghi nhận chưa có báo cáo ${period} của ${capacity}, hạn cuối ngày ${due}, đã gửi đồng chí trong thư trước, nay được rút lại.`,
    en: (capacity: string, period: string, due: string) =>
      `The finding that there is no report from ${capacity}, ${period}, last day ${due}, which was sent to you before, has been reversed.`,
  },
  reversedBy: {
    vi: (by: string | null, at: string) =>
      by === null
        ? `Sổ theo dõi tự điều chỉnh lúc ${at}.`
        : `Người quyết định: đồng chí ${by}, lúc ${at}.`,
    en: (by: string | null, at: string) =>
      by === null
        ? `The register corrected its own record at ${at}.`
        : `Decided by ${by} at ${at}.`,
  },
  reversedInHand: {
    vi: (by: string | null, at: string) =>
      by === null
        ? `Báo cáo đã nhận được trước khi ghi nhận nhưng vào sổ sau; sổ theo dõi tự điều chỉnh lúc ${at}.`
        : `Báo cáo đã nhận được trước khi ghi nhận; đồng chí ${by} vào sổ lúc ${at}, và ghi nhận được rút lại bằng quyết định đó.`,
    en: (by: string | null, at: string) =>
      by === null
        ? `A report had been received before the finding and was entered after it; the register corrected its own record at ${at}.`
        : `A report had been received before the finding. ${by} entered it at ${at}, which is the decision that reverses the finding.`,
  },
  reversedFollows: {
    vi: 'Ghi nhận này không còn được tính, và lời của Thông báo nêu trong thư trước không áp dụng cho kỳ này nữa. Sổ theo dõi giữ cả ghi nhận và quyết định rút lại. Đồng chí không phải làm gì thêm về ghi nhận này.',
    en: 'It no longer counts, and the notice’s words in the earlier letter no longer apply to this period. The register keeps the finding together with the decision that reversed it. There is nothing for you to do about it.',
  },
  openReversed: { vi: 'Xem ghi nhận đã rút lại', en: 'Read the record' },
  requestSubject: {
    vi: (howMany: number, period: string, directive: string) =>
      `[Chờ duyệt] ${howMany} nội dung ${period} – ${directive}`,
    en: (howMany: number, period: string, directive: string) =>
      `[To release] ${howMany} items, ${period} – ${directive}`,
  },
  request: {
    vi: (period: string, releaseBy: string) =>
      `Các nội dung dưới đây (${period}) chờ đồng chí duyệt, đề nghị trước ${releaseBy}.`,
    en: (period: string, releaseBy: string) =>
      `The items below (${period}) wait for your release, please before ${releaseBy}.`,
  },
  findingsWaiting: {
    vi: 'Dùng lời của Thông báo cho việc chưa có báo cáo của:',
    en: 'The notice’s own words about the silence of:',
  },
  escalationsWaiting: { vi: 'Thư báo lên cấp trên', en: 'Letters to superiors' },
  party: {
    vi: (what: string) => `Chưa có ${what}`,
    en: (what: string) => `No ${what} from`,
  },
  reportedTo: { vi: 'Báo đến', en: 'Told to' },
  ifNotReleased: {
    vi: 'Chưa duyệt thì chưa gửi: ghi nhận chưa duyệt nêu trong báo cáo tổng hợp là “chưa duyệt”; thư lên cấp trên giữ lại cho đến khi được duyệt.',
    en: 'Nothing goes out unreleased: a finding not released stands in the digest as such; letters to superiors wait until they are released.',
  },
} satisfies Phrases;
