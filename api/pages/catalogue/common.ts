import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** What pages of several kinds say in the same words. */
export const common = {
  notice: { vi: 'Thông báo', en: 'Notice' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Ghi bằng lời, lưu cùng quyết định và tên người quyết định.',
    en: 'In words. It is kept with the decision and the name of who decided.',
  },
  comment: { vi: 'Ý kiến (không bắt buộc)', en: 'Comment (may be left empty)' },
  due: { vi: 'Thời hạn', en: 'Due' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  what: { vi: 'Công việc', en: 'Process' },
  period: { vi: 'Kỳ', en: 'Period' },
  files: { vi: 'Tệp kèm theo', en: 'Files' },
  filesHint: {
    vi: 'pdf, docx, xlsx, odt, jpg, png, txt; tất cả không quá 25 MB.',
    en: 'pdf, docx, xlsx, odt, jpg, png, txt; 25 MB in all.',
  },
  mended: {
    vi: 'Chưa ghi được. Đề nghị sửa rồi gửi lại:',
    en: 'Nothing was taken yet. Please mend this and send it again:',
  },
  filesAgain: {
    vi: 'Tệp kèm theo phải chọn lại.',
    en: 'Files have to be chosen again.',
  },
  personal: {
    vi: 'Trang này chỉ dành cho người nhận thư. Đề nghị không chuyển tiếp đường dẫn.',
    en: 'This page is for the receiver of the letter alone. Please do not pass the link on.',
  },
  channel: {
    vi: (channel: string) =>
      ({
        link: 'đường dẫn trong thư',
        api: 'hệ thống khác',
        paper: 'văn bản giấy',
        telephone: 'điện thoại',
        zalo: 'Zalo',
        'e-mail': 'thư điện tử',
      })[channel] ?? channel,
    en: (channel: string) =>
      ({
        link: 'the link in the letter',
        api: 'another system',
        paper: 'paper',
        telephone: 'telephone',
        zalo: 'Zalo',
        'e-mail': 'e-mail',
      })[channel] ?? channel,
  },
  toDesk: { vi: 'Mở trang xử lý công việc', en: 'Open your desk' },
} satisfies Phrases;

/** Pages that have no notice to take their language from say it in both. */
export const strangers = {
  unknown: {
    title: { vi: 'Không tìm thấy trang', en: 'There is no such page' },
    text: {
      vi: 'Đường dẫn này không mở được trang nào, và không có gì được ghi nhận qua đường dẫn này. Đề nghị mở lại từ thư gần nhất hoặc liên hệ Văn phòng đã gửi thư.',
      en: 'This link opens no page, and nothing has been taken through it. Please open the latest letter again, or ask the office that sent it.',
    },
  },
  void: {
    title: { vi: 'Đường dẫn không còn dùng được', en: 'This link is no longer in use' },
    text: {
      vi: 'Đường dẫn hết hiệu lực khi vị trí đã bàn giao hoặc đường dẫn bị thu hồi; những gì vừa gửi qua đường dẫn này chưa được ghi nhận. Đề nghị mở lại từ thư gần nhất hoặc liên hệ Văn phòng đã gửi thư.',
      en: 'A link ends when the post is handed over or the link is withdrawn; what has just been sent through this one was not taken. Please open the latest letter, or ask the office that sent it.',
    },
  },
  failed: {
    title: { vi: 'Hệ thống đang gặp sự cố', en: 'Something failed on our side' },
    text: {
      vi: 'Sự cố đã được ghi lại. Đề nghị thử lại sau ít phút; nếu đang gửi báo cáo thì chưa được ghi nhận.',
      en: 'The failure has been recorded. Please try again in a few minutes; a report that was being sent has not been taken.',
    },
  },
  refused: {
    title: { vi: 'Chưa ghi được', en: 'Nothing was taken' },
    text: {
      vi: 'Yêu cầu không được chấp nhận. Đề nghị mở lại trang từ thư và làm lại.',
      en: 'The request was refused. Please open the page from the letter again and repeat it.',
    },
  },
  tooLarge: {
    title: { vi: 'Nội dung gửi quá lớn', en: 'What was sent is too large' },
    text: {
      vi: 'Chưa có gì được ghi nhận, kể cả phần chữ. Tất cả tệp kèm theo không quá 25 MB. Đề nghị quay lại và gửi tệp nhỏ hơn.',
      en: 'Nothing was taken, not the text either. All files together may have 25 MB. Please go back and send smaller ones.',
    },
  },
  busy: {
    title: { vi: 'Quá nhiều yêu cầu cùng lúc', en: 'Too many requests' },
    text: { vi: 'Đề nghị thử lại sau một phút.', en: 'Please try again in a minute.' },
  },
} satisfies Record<string, Phrases>;
