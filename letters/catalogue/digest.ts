import type { DigestParty, DigestTotals, Handling } from '../../contracts/digest.ts';
import type { Language, Phrases } from './phrases.ts';

/** The letter that carries the digest to the chair. */
export const digestLetter = {
  subject: {
    vi: (day: string) => `[Báo cáo] Kết quả theo dõi, đôn đốc đến ngày ${day}`,
    en: (day: string) => `[Digest] The follow-up up to ${day}`,
  },
  intro: {
    vi: (office: string, day: string) =>
      `${office} báo cáo kết quả theo dõi, đôn đốc, kiểm tra việc thực hiện Thông báo, ngày ${day}.`,
    en: (office: string, day: string) =>
      `${office} reports on the follow-up of the notice, ${day}.`,
  },
  whatFollows: {
    vi: 'Ý kiến của đồng chí về các đề xuất xin ghi tại đường dẫn dưới đây hoặc báo Văn phòng; chưa có ý kiến thì chưa đề xuất nào được thực hiện.',
    en: 'Please decide on the proposals behind the link below or tell the office; until then none of them is carried out.',
  },
} satisfies Phrases;

/** Of those who owed a report: so many of each kind. */
const figures = {
  vi: (n: DigestTotals) =>
    `đúng hạn ${n.onTime}, muộn ${n.late}, chưa có báo cáo ${n.missing}${n.excused > 0 ? `, được miễn ${n.excused}` : ''}${n.other > 0 ? `, trường hợp khác ${n.other}` : ''}. Trong số đã gửi, “không có nội dung báo cáo”: ${n.nothing}.`,
  en: (n: DigestTotals) =>
    `in time ${n.onTime}, late ${n.late}, no report ${n.missing}${n.excused > 0 ? `, excused ${n.excused}` : ''}${n.other > 0 ? `, other ${n.other}` : ''}. Of those sent, “nothing to report”: ${n.nothing}.`,
};

/** A digest drafted from the register: its headings and sentences. */
export const digest = {
  cutOff: {
    vi: (at: string) => `Số liệu lấy từ sổ theo dõi, chốt lúc ${at}.`,
    en: (at: string) => `Figures from the register as of ${at}.`,
  },
  reports: {
    vi: (period: string) => `Báo cáo ${period}`,
    en: (period: string) => `Reports ${period}`,
  },
  trial: {
    vi: 'Kỳ làm thử: có nhắc, không ghi nhận.',
    en: 'A trial period: reminders only, no findings.',
  },
  reportsAgain: {
    vi: (period: string) => `Báo cáo ${period} (chuyển tiếp từ báo cáo trước)`,
    en: (period: string) => `Reports ${period} (what the digest before left open)`,
  },
  totals: {
    vi: (n: DigestTotals) => `Phải báo cáo ${n.owed}: ${figures.vi(n)}`,
    en: (n: DigestTotals) => `Owed ${n.owed}: ${figures.en(n)}`,
  },
  totalsAgain: {
    vi: (n: DigestTotals) => `Chuyển tiếp từ báo cáo trước ${n.owed}: ${figures.vi(n)}`,
    en: (n: DigestTotals) => `Left open by the digest before ${n.owed}, now: ${figures.en(n)}`,
  },
  onTimeRate: {
    vi: (percent: string) => `Tỷ lệ đúng hạn: ${percent}.`,
    en: (percent: string) => `In time: ${percent}.`,
  },
  onTimeRateOfAll: {
    vi: (percent: string) => `Tỷ lệ đúng hạn của cả kỳ, tính đến nay: ${percent}.`,
    en: (percent: string) => `In time, of the whole period as it stands now: ${percent}.`,
  },
  certified: {
    vi: (at: string) =>
      `Văn phòng đã xác nhận lúc ${at}: sổ công văn đến, khay thư và Zalo không còn báo cáo chưa vào sổ.`,
    en: (at: string) =>
      `The office certified at ${at} that its book, mail tray and Zalo hold no report not yet entered.`,
  },
  notCertified: {
    vi: 'Văn phòng chưa xác nhận sổ công văn đến, khay thư và Zalo, nên chưa ghi nhận ai là chưa có báo cáo.',
    en: 'The office has not certified its book, mail tray and Zalo, so nobody is recorded as silent.',
  },
  onTime: { vi: 'Đúng hạn', en: 'In time' },
  late: { vi: 'Nộp muộn', en: 'Late' },
  missing: { vi: 'Chưa có báo cáo', en: 'No report' },
  excused: { vi: 'Được miễn', en: 'Excused' },
  extended: { vi: 'Đang được gia hạn', en: 'Extended, not due yet' },
  paused: { vi: 'Đang tạm dừng', en: 'Paused' },
  awaiting: { vi: 'Đã đến hạn, chưa chốt', en: 'Due, not locked yet' },
  other: { vi: 'Trường hợp khác', en: 'Other' },
  nobody: { vi: 'không có', en: 'none' },
  nameLine: {
    vi: (label: string, names: string) => `${label}: ${names}.`,
    en: (label: string, names: string) => `${label}: ${names}.`,
  },
  who: { vi: 'Đồng chí, đơn vị', en: 'Who' },
  receivedAt: { vi: 'Nhận lúc', en: 'Received' },
  inARow: { vi: 'Liên tiếp', en: 'In a row' },
  inAll: { vi: 'Tổng số', en: 'In all' },
  record: { vi: 'Ghi nhận', en: 'On record' },
  repeated: { vi: 'Nhiều kỳ liên tiếp chưa có báo cáo', en: 'No report several times in a row' },
  repeatedLine: {
    vi: (who: string, inARow: number, inAll: number) =>
      `${who}: ${inARow} kỳ liên tiếp, tổng số ${inAll} kỳ`,
    en: (who: string, inARow: number, inAll: number) =>
      `${who}: ${inARow} in a row, ${inAll} in all`,
  },
  nothingRepeated: {
    vi: 'Nhiều kỳ liên tiếp “không có nội dung báo cáo”',
    en: '“Nothing to report” several times in a row',
  },
  nothingLine: {
    vi: (who: string, inARow: number) => `${who}: ${inARow} kỳ liên tiếp`,
    en: (who: string, inARow: number) => `${who}: ${inARow} in a row`,
  },
  copied: {
    vi: 'Nội dung trùng với báo cáo kỳ trước',
    en: 'In the very words of the report before',
  },
  copiedLine: {
    vi: (who: string, inARow: number) =>
      inARow === 1
        ? `${who}: trùng nguyên văn với báo cáo kỳ trước`
        : `${who}: trùng nguyên văn ${inARow} kỳ liên tiếp`,
    en: (who: string, inARow: number) =>
      inARow === 1 ? `${who}: word for word` : `${who}: word for word, ${inARow} in a row`,
  },
  answered: {
    vi: (process: string, day: string, answered: number, reported: number) =>
      `${process}: trong báo cáo kỳ ${day}, ${answered} trên ${reported} nơi đã báo cáo có trả lời phần này.`,
    en: (process: string, day: string, answered: number, reported: number) =>
      `${process}: of ${reported} who reported on ${day}, ${answered} answered this part.`,
  },
  lateUnits: {
    vi: 'Đã quá ngày dự kiến mà chưa ghi nhận đạt:',
    en: 'Past the day planned without having attained it:',
  },
  lateUnit: {
    vi: (unit: string, level: string, day: string) => `${unit}: ${level}, dự kiến ngày ${day}`,
    en: (unit: string, level: string, day: string) => `${unit}: ${level}, planned for ${day}`,
  },
  progress: { vi: 'Tiến độ các nhiệm vụ', en: 'Progress' },
  directive: { vi: 'Kết luận', en: 'Conclusion' },
  process: { vi: 'Nhiệm vụ', en: 'Process' },
  state: { vi: 'Tình trạng', en: 'State' },
  done: { vi: 'Xong', en: 'Done' },
  open: { vi: 'Chưa xong', en: 'Open' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  inspections: { vi: 'Công tác kiểm tra', en: 'Inspections' },
  noInspections: {
    vi: 'Từ báo cáo trước đến nay không có lần kiểm tra nào được vào sổ.',
    en: 'No inspection has been recorded since the last digest.',
  },
  inspected: {
    vi: (times: number, places: number) =>
      `Từ báo cáo trước đến nay vào sổ ${times} lần kiểm tra, tại ${places} nơi:`,
    en: (times: number, places: number) =>
      `Recorded since the last digest: ${times} inspections, at ${places} places:`,
  },
  inspectedWhom: { vi: 'Nơi được kiểm tra', en: 'Inspected' },
  inspectedOn: { vi: 'Ngày', en: 'Day' },
  inspectedBy: { vi: 'Người kiểm tra', en: 'By' },
  inspectedFindings: { vi: 'Kết quả', en: 'Found' },
  office: { vi: 'Việc của Văn phòng', en: 'The office’s own work' },
  officeInTime: {
    vi: 'Các việc của Văn phòng trong kỳ đều đúng hạn.',
    en: 'All the office owed in this time was in time.',
  },
  officeLate: {
    vi: (what: string, title: string, due: string, done: string) =>
      `${title}: ${what}, hạn ${due}, xong ${done} (muộn)`,
    en: (what: string, title: string, due: string, done: string) =>
      `${title}: ${what}, due ${due}, done ${done} (late)`,
  },
  officeOpen: {
    vi: (what: string, title: string, due: string) => `${title}: ${what}, hạn ${due}, chưa xong`,
    en: (what: string, title: string, due: string) => `${title}: ${what}, due ${due}, not done`,
  },
  officeClosed: {
    vi: (what: string, title: string, due: string, closed: string) =>
      `${title}: ${what}, hạn ${due}, quá hạn chưa xong; ${closed}`,
    en: (what: string, title: string, due: string, closed: string) =>
      `${title}: ${what}, due ${due}, not done by then; ${closed}`,
  },
  officeExcused: {
    vi: (at: string) => `được cho miễn lúc ${at}`,
    en: (at: string) => `excused at ${at}`,
  },
  officeCancelled: {
    vi: (at: string) => `không phải nộp nữa từ ${at}`,
    en: (at: string) => `not asked for any more since ${at}`,
  },
  officeMerged: {
    vi: (at: string) => `được gộp vào kỳ sau lúc ${at}`,
    en: (at: string) => `merged into a later period at ${at}`,
  },
  officeReassigned: {
    vi: (at: string) => `được giao cho nơi khác lúc ${at}`,
    en: (at: string) => `passed on to another party at ${at}`,
  },
  leftOpen: { vi: 'Còn lại khi kết thúc', en: 'What stays open at the end' },
  nothingLeftOpen: {
    vi: 'Đây là báo cáo tổng hợp cuối cùng. Không còn nơi nào chưa hoàn thành.',
    en: 'This is the last digest. Nothing is left open.',
  },
  leftOpenText: {
    vi: 'Đây là báo cáo tổng hợp cuối cùng; những nơi dưới đây chưa hoàn thành và sẽ không được nêu lại trong báo cáo nào sau. Nội dung gửi sau vẫn được nhận và vào sổ theo dõi.',
    en: 'This is the last digest; whoever stands below has not done what is owed, and no later digest comes back to it. What comes after is still taken and recorded.',
  },
  leftOpenLine: {
    vi: (process: string, who: string, days: string) => `${process}: ${who}, hạn ${days}`,
    en: (process: string, who: string, days: string) => `${process}: ${who}, due ${days}`,
  },
  proposals: { vi: 'Đề xuất xử lý', en: 'Proposals of handling' },
  noProposals: { vi: 'Kỳ này không có đề xuất.', en: 'No proposals this time.' },
  withdrawnSince: {
    vi: (who: string) => `Đã rút đề xuất đối với ${who}: ghi nhận làm căn cứ không còn.`,
    en: (who: string) =>
      `The proposal about ${who} is withdrawn: what it rested on is no longer on record.`,
  },
  earlier: { vi: 'Kết quả các đề xuất trước', en: 'What became of earlier proposals' },
  became: { vi: 'Kết quả', en: 'Outcome' },
  decidedBy: {
    vi: (what: string, by: string, at: string) => `${what} (${by}, ${at})`,
    en: (what: string, by: string, at: string) => `${what} (${by}, ${at})`,
  },
  undecided: { vi: 'chưa có ý kiến quyết định', en: 'nobody has decided' },
  notShown: {
    vi: 'chưa trình, vì báo cáo nêu đề xuất này chưa được duyệt gửi',
    en: 'not put to anybody: the digest that it stands in has not been released',
  },
  noMiss: {
    vi: 'đã rút: ghi nhận làm căn cứ không còn',
    en: 'withdrawn: what it rested on is no longer on record',
  },
  proposedAnew: {
    vi: 'chưa có ý kiến quyết định; nay đề xuất lại như trên',
    en: 'nobody decided; it is proposed anew above',
  },
  explained: {
    vi: (at: string) => `đã gửi giải trình ${at}`,
    en: (at: string) => `explained at ${at}`,
  },
  notExplained: {
    vi: (day: string) => `chưa có giải trình, hạn ${day}`,
    en: (day: string) => `no explanation yet, due ${day}`,
  },
  needNotExplain: {
    vi: 'không phải gửi giải trình nữa',
    en: 'the explanation is no longer asked for',
  },
  propose: { vi: 'Đề xuất', en: 'Proposal' },
  proposalsAreYours: {
    vi: 'Đề xuất lập theo số kỳ liên tiếp được ghi nhận chưa có báo cáo ở mọi nhiệm vụ, kể cả khi sau đó đã gửi muộn; cấp nhận báo cáo này quyết định từng trường hợp.',
    en: 'Proposals follow the number of misses in a row in all processes, those that were made good late among them; whoever receives this digest decides each.',
  },
} satisfies Phrases;

/** What is proposed about somebody who did not report so many times in a row ("theo quy định": the notice's own words). */
export const handlings: Record<Handling, Record<Language, string>> = {
  remind: { vi: 'nhắc nhở', en: 'remind' },
  'ask-for-explanation': { vi: 'đề nghị giải trình', en: 'ask for an explanation' },
  'name-at-meeting': { vi: 'nêu tên tại hội nghị', en: 'name at the meeting' },
  refer: {
    vi: 'chuyển cấp có thẩm quyền xem xét theo quy định',
    en: 'refer to those competent under the rules',
  },
};

/** Levels that a unit attains (clauses 3 and 9). */
export const attainmentLevels: Record<
  'attained' | 'advanced' | 'model',
  Record<Language, string>
> = {
  attained: { vi: 'đạt chuẩn nông thôn mới', en: 'attained' },
  advanced: { vi: 'nông thôn mới nâng cao', en: 'advanced' },
  model: { vi: 'nông thôn mới kiểu mẫu', en: 'model' },
};

export const findingStates: Record<DigestParty['finding'], Record<Language, string>> = {
  none: { vi: 'chưa ghi nhận', en: 'nothing yet' },
  withheld: { vi: 'không ghi nhận', en: 'withheld' },
  recorded: {
    vi: 'chưa có báo cáo; lời của Thông báo chưa duyệt',
    en: 'no report; the notice’s words not released',
  },
  released: { vi: 'đã duyệt lời của Thông báo', en: 'the notice’s words released' },
  reversed: { vi: 'đã rút lại', en: 'reversed' },
};

/** Why silence is not held against somebody; the codes are those of domain/ladder/doubt.ts. */
export const doubtReasons: Record<string, Record<Language, string>> = {
  trial: { vi: 'kỳ làm thử', en: 'a trial period' },
  paused: { vi: 'đang tạm dừng', en: 'paused' },
  vacant: { vi: 'vị trí khuyết', en: 'the post is vacant' },
  'no-address': { vi: 'chưa có địa chỉ thư', en: 'no address' },
  'outline-late': { vi: 'đề cương gửi muộn', en: 'the outline went out late' },
  'not-delivered': { vi: 'thư nhắc không đến được', en: 'the prompt could not be delivered' },
  'not-certified': { vi: 'Văn phòng chưa xác nhận', en: 'the office has not certified' },
};

/** A process's state in the register. */
export const processStates: Record<string, Record<Language, string>> = {
  waiting: { vi: 'chưa bắt đầu', en: 'waiting' },
  running: { vi: 'đang thực hiện', en: 'running' },
  paused: { vi: 'tạm dừng', en: 'paused' },
  done: { vi: 'đã xong', en: 'done' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
};
