import type { Phrases } from './phrases.ts';

/** What letters of a collection say of its guidance and its dossier. */
export const collection = {
  guidance: {
    vi: (office: string) => `Hướng dẫn của ${office}`,
    en: (office: string) => `Guidance by ${office}`,
  },
  cut: {
    vi: '(Còn tiếp; toàn văn hướng dẫn tại trang dưới đây.)',
    en: '(It goes on; the whole text is on the page below.)',
  },
  files: {
    vi: 'Tệp hướng dẫn, tải tại trang dưới đây:',
    en: 'Files of the guidance, on the page below:',
  },
  guidanceNotYet: {
    vi: (office: string) =>
      `Đến lúc gửi thư này ${office} chưa có văn bản hướng dẫn; khi có, hướng dẫn hiện tại trang dưới đây. Đề nghị chuẩn bị theo đề cương; việc hướng dẫn gửi chậm được ghi trong sổ theo dõi và không tính cho đơn vị nhận thư.`,
    en: (office: string) =>
      `When this letter went out, ${office} had not sent its guidance; it will stand on the page below. Please prepare by the outline; that the guidance was late is on record and is not held against you.`,
  },
  dossier: { vi: 'Hồ sơ kèm theo gồm:', en: 'The dossier contains:' },
  missing: { vi: 'Hồ sơ còn thiếu:', en: 'Still missing of the dossier:' },
  whole: { vi: 'Hồ sơ kèm theo đã đủ các phần.', en: 'The dossier is complete.' },
  /** null: the due time is over */
  missingFollows: {
    vi: (due: string | null) =>
      `Đề nghị gửi thêm các phần còn thiếu tại trang nộp báo cáo, ${due === null ? 'ngay khi có' : `chậm nhất là ${due}`}; các lần gửi trước vẫn được lưu và báo cáo gửi trong hạn vẫn là đúng hạn. Phần không gửi thêm thì được xem xét là còn thiếu.`,
    en: (due: string | null) =>
      `Please send the missing parts on the same page, ${due === null ? 'as soon as you have them' : `by ${due}`}; earlier versions are kept, and a report in time stays in time. What is not sent is judged as missing.`,
  },
} satisfies Phrases;
