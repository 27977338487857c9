import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** What a collection's page says of its guidance and its dossier. */
export const collection = {
  guidance: { vi: 'Hướng dẫn lập báo cáo và hồ sơ', en: 'Guidance on report and dossier' },
  guidanceSince: {
    vi: (office: string, at: string) => `${office} hướng dẫn, ${at}.`,
    en: (office: string, at: string) => `By ${office}, ${at}.`,
  },
  guidanceNotYet: {
    vi: (office: string) =>
      `${office} chưa gửi văn bản hướng dẫn; khi có, hướng dẫn hiện tại trang này. Báo cáo theo đề cương dưới đây vẫn được nhận.`,
    en: (office: string) =>
      `${office} has not sent the guidance yet; it will stand here. A report by the outline below is taken all the same.`,
  },
  dossier: { vi: 'Hồ sơ kèm theo', en: 'The dossier' },
  isIn: { vi: 'đã có', en: 'received' },
  isMissing: { vi: 'chưa có', en: 'missing' },
  whole: { vi: 'Hồ sơ đã đủ các phần.', en: 'The dossier is complete.' },
  notWhole: {
    vi: 'Hồ sơ còn thiếu các phần ghi “chưa có”; có thể gửi thêm tại trang này. Báo cáo gửi trong hạn vẫn là đúng hạn.',
    en: 'Parts are still missing and can be sent on this page. A report in time stays in time.',
  },
  partsFollow: {
    vi: 'Đề nghị gửi thêm tại trang báo cáo. Lần gửi này đã được ghi nhận; gửi trong hạn vẫn là đúng hạn.',
    en: 'Please send them on the page of the report. What you have sent is taken; a report in time stays in time.',
  },
  partsSent: { vi: 'Hồ sơ gửi lần này gồm', en: 'What you are sending now' },
  partsHint: {
    vi: 'Đánh dấu những phần có trong lần gửi này (trong nội dung hoặc tệp kèm theo).',
    en: 'Tick the parts that are in what you are sending now, as text or as a file.',
  },
  stillMissing: { vi: 'Hồ sơ còn thiếu', en: 'Still missing of the dossier' },
} satisfies Phrases;
