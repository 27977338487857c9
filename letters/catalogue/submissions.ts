import type { Phrases } from './phrases.ts';

/** The receipt for what was handed in, and the request to supplement it. */
export const submissions = {
  receiptSubject: {
    vi: (what: string, receiptNo: string, directive: string) =>
      `[Đã nhận] ${what}, số biên nhận ${receiptNo} – ${directive}`,
    en: (what: string, receiptNo: string, directive: string) =>
      `[Received] ${what}, receipt ${receiptNo} – ${directive}`,
  },
  incompleteSubject: {
    vi: (what: string, receiptNo: string, missing: number, directive: string) =>
      `[Đã nhận, còn thiếu] ${what}, số biên nhận ${receiptNo}, hồ sơ còn thiếu ${missing} phần – ${directive}`,
    en: (what: string, receiptNo: string, missing: number, directive: string) =>
      `[Received, incomplete] ${what}, receipt ${receiptNo}, ${missing} ${missing === 1 ? 'part' : 'parts'} missing – ${directive}`,
  },
  /** what was handed in, and for which period or due day */
  ofPeriod: {
    vi: (what: string, period: string) => `${what} ${period}`,
    en: (what: string, period: string) => `${what} ${period}`,
  },
  correctedSubject: {
    vi: (what: string, receiptNo: string, directive: string) =>
      `[Đính chính biên nhận] ${what}, số biên nhận ${receiptNo}: đúng hạn – ${directive}`,
    en: (what: string, receiptNo: string, directive: string) =>
      `[Corrected receipt] ${what}, receipt ${receiptNo}: in time – ${directive}`,
  },
  /** the outage and the due time that holds for it */
  corrected: {
    vi: (from: string, until: string, due: string) =>
      `Biên nhận đã gửi trước đây ghi là nộp muộn. Hệ thống theo dõi bị gián đoạn từ ${from} đến ${until}, trùm lên thời hạn, nên thời hạn được lùi đến ${due} và không ai bị tính là muộn vì việc đó. Biên nhận này thay cho biên nhận trước.`,
    en: (from: string, until: string, due: string) =>
      `The receipt sent before says “late”. The follow-up was down from ${from} to ${until}, over the due time, so the due time has moved to ${due} and nobody is late because of it. This receipt takes the place of that one.`,
  },
  received: {
    vi: (you: string) => `Sổ theo dõi đã nhận nội dung ${you} gửi:`,
    en: () => 'The register has taken in what you sent:',
  },
  receiptNo: { vi: 'Số biên nhận', en: 'Receipt' },
  receivedAt: { vi: 'Nhận lúc', en: 'Received' },
  recordedAt: { vi: 'Vào sổ lúc', en: 'Entered' },
  channel: { vi: 'Cách gửi', en: 'Channel' },
  what: { vi: 'Nội dung', en: 'What' },
  nothing: { vi: 'không có nội dung báo cáo', en: 'nothing to report' },
  agreed: { vi: 'nhất trí với dự thảo', en: 'agreed' },
  noProposal: { vi: 'không đề xuất', en: 'no proposal' },
  version: {
    vi: (what: string, version: number) => `${what} (lần gửi thứ ${version})`,
    en: (what: string, version: number) => `${what} (version ${version})`,
  },
  timeliness: { vi: 'So với thời hạn', en: 'Timeliness' },
  onTime: { vi: 'đúng hạn', en: 'in time' },
  late: { vi: 'sau thời hạn, ghi là nộp muộn', en: 'after the due time, marked late' },
  allCapacities: {
    vi: (howMany: number) => `Nội dung này dùng cho cả ${howMany} tư cách nêu trên.`,
    en: (howMany: number) => `It covers all ${howMany} capacities named above.`,
  },
  whatFollowsReceipt: {
    vi: 'Không phải làm gì thêm. Văn phòng xem và sẽ đề nghị bổ sung nếu cần; có thể gửi lại bản khác tại đường dẫn đã nhận, các bản trước vẫn được lưu.',
    en: 'There is nothing more to do. The office reads it and asks for a supplement where one is needed; a further version can be sent by the same link, and earlier ones are kept.',
  },
  supplementSubject: {
    vi: (what: string, day: string, directive: string) =>
      `[Đề nghị bổ sung] ${what}, hạn bổ sung ${day} – ${directive}`,
    en: (what: string, day: string, directive: string) =>
      `[Please supplement] ${what}, by ${day} – ${directive}`,
  },
  supplementAsk: {
    vi: (by: string, you: string, what: string, due: string) =>
      `${by} đã xem ${what} của ${you} và đề nghị bổ sung, chậm nhất là ${due}.`,
    en: (by: string, _you: string, what: string, due: string) =>
      `${by} has read your ${what} and asks for a supplement by ${due}.`,
  },
  comment: {
    vi: (by: string) => `Ý kiến của ${by}:`,
    en: (by: string) => `Comment by ${by}:`,
  },
  missing: { vi: 'Còn thiếu:', en: 'Missing:' },
  firstStays: {
    vi: 'Nội dung đã gửi giữ nguyên thời điểm nhận: gửi đúng hạn thì vẫn là đúng hạn.',
    en: 'What you sent keeps its time of receipt: if it was in time, it stays in time.',
  },
  withoutSupplement: {
    vi: 'Nếu không có phần bổ sung, nội dung đã gửi được xem xét như hiện có và phần còn thiếu được ghi lại.',
    en: 'Without a supplement what you sent is judged as it stands, and what is missing is noted.',
  },
} satisfies Phrases;

/** How a report came in; the ids are those of the register. */
export const channels = {
  link: { vi: 'trang mở từ đường dẫn trong thư', en: 'the page behind the link' },
  api: { vi: 'kết nối phần mềm', en: 'another program' },
  paper: { vi: 'văn bản giấy', en: 'paper' },
  telephone: { vi: 'điện thoại', en: 'telephone' },
  zalo: { vi: 'Zalo', en: 'Zalo' },
  'e-mail': { vi: 'thư điện tử', en: 'e-mail' },
} satisfies Phrases;
