import type { Phrases } from './phrases.ts';

/** The call to a campaign's peak. */
export const campaign = {
  callSubject: {
    vi: (from: string, until: string, directive: string) =>
      `[Đợt cao điểm] Từ ${from} đến ${until} – ${directive}`,
    en: (from: string, until: string, directive: string) =>
      `[Campaign] ${from} to ${until} – ${directive}`,
  },
  call: {
    vi: (you: string, from: string, until: string) =>
      `Đề nghị ${you} tổ chức đợt cao điểm từ ${from} đến ${until}.`,
    en: (_you: string, from: string, until: string) =>
      `Please carry out the campaign from ${from} to ${until}.`,
  },
  report: {
    vi: (what: string, due: string) => `Sau đợt, đề nghị gửi ${what}, chậm nhất là ${due}.`,
    en: (what: string, due: string) => `Afterwards please send the ${what} by ${due}.`,
  },
  document: { vi: 'Văn bản chỉ đạo', en: 'Issued document' },
  documentIs: {
    vi: (issuedBy: string, number: string | null, receiptNo: string, day: string) =>
      `văn bản của ${issuedBy}${number === null ? '' : `, số ${number}`}; vào sổ theo dõi ngày ${day}, số biên nhận ${receiptNo}`,
    en: (issuedBy: string, number: string | null, receiptNo: string, day: string) =>
      `of ${issuedBy}${number === null ? '' : `, No. ${number}`}; entered on ${day}, receipt ${receiptNo}`,
  },
} satisfies Phrases;
