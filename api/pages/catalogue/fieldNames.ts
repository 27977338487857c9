import type { Language } from '../../../letters/catalogue/phrases.ts';

/** What the fields of a desk's forms are called on the page, by the names that decisions give them. */
const NAMES: Record<string, { vi: string; en: string }> = {
  reason: { vi: 'lý do', en: 'the reason' },
  comment: { vi: 'nội dung đề nghị', en: 'what is asked' },
  missing: { vi: 'các mục còn thiếu', en: 'what is missing' },
  dueDate: { vi: 'thời hạn', en: 'the due day' },
  workingDays: { vi: 'số ngày làm việc', en: 'the working days' },
  obligations: { vi: 'của ai, kỳ nào', en: 'whose, which period' },
  obligation: { vi: 'của ai, kỳ nào', en: 'whose, which period' },
  day: { vi: 'ngày nhận', en: 'the day of receipt' },
  time: { vi: 'giờ nhận', en: 'the time of receipt' },
  receivedAt: { vi: 'ngày, giờ nhận', en: 'the time of receipt' },
  checklist: { vi: 'các phần của hồ sơ', en: 'the parts of the dossier' },
  handling: { vi: 'cách xử lý', en: 'the handling' },
  to: { vi: 'giao cho ai', en: 'to whom it is passed on' },
  key: { vi: 'kỳ nào', en: 'which period' },
  into: { vi: 'xử lý kỳ đó thế nào', en: 'what becomes of the period' },
  parties: { vi: 'áp dụng cho ai', en: 'for whom' },
  call: { vi: 'ngày gửi thư phát động', en: 'the day of the call' },
  from: { vi: 'từ ngày', en: 'the first day' },
  returnsDue: { vi: 'hạn báo cáo kết quả', en: 'the day for returns' },
  lists: { vi: 'danh sách phân công', en: 'the list' },
  signedOn: { vi: 'ngày ký', en: 'the day of signing' },
  number: { vi: 'số văn bản', en: 'the number of the document' },
  post: { vi: 'chức vụ, đơn vị', en: 'which post or unit' },
  coming: { vi: 'người thay', en: 'who comes' },
  holder: { vi: 'người thay', en: 'who comes' },
  name: { vi: 'họ tên', en: 'the name' },
  address: { vi: 'địa chỉ thư điện tử', en: 'the e-mail address' },
  person: { vi: 'người đã có trong sổ', en: 'the person in the register' },
  since: { vi: 'từ ngày nào', en: 'from when on' },
  book: { vi: 'sổ công văn đến', en: 'the incoming book' },
  tray: { vi: 'khay công văn', en: 'the mail tray' },
  zalo: { vi: 'Zalo', en: 'Zalo' },
};

/** The field's name in a sentence; undefined for one that no form shows. */
export const fieldName = (field: string, language: Language): string | undefined =>
  Object.hasOwn(NAMES, field) ? NAMES[field]?.[language] : undefined;
