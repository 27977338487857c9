import type { Phrases } from './phrases.ts';

/** The stages of a drafting, and the request for an opinion on its draft. */
export const drafting = {
  stage: { vi: 'Bước', en: 'Stage' },
  receivers: { vi: 'Trình, gửi', en: 'For' },
  session: { vi: 'Phục vụ', en: 'Session' },
  beforeDone: {
    vi: (title: string) => `Bước trước (“${title}”) đã xong.`,
    en: (title: string) => `The stage before it (“${title}”) is done.`,
  },
  beforeOpen: {
    vi: (title: string) =>
      `Bước trước (“${title}”) chưa xong; thời hạn của bước này vẫn giữ nguyên.`,
    en: (title: string) =>
      `The stage before it (“${title}”) is not done yet; the time limit of this one stays.`,
  },
  comments: {
    vi: (made: number, open: number) =>
      made === 0
        ? 'Đến nay chưa có ý kiến nào phải trả lời.'
        : `Đến nay có ${made} ý kiến, còn ${open} ý kiến chưa trả lời. Từng ý kiến phải ghi là tiếp thu hay không và vì sao, tại trang dưới đây, trước khi gửi bản tiếp thu.`,
    en: (made: number, open: number) =>
      made === 0
        ? 'So far there is no comment to be answered.'
        : `So far there are ${made} comments, ${open} of them unanswered. Each has to be absorbed or not, and why, on the page below, before the result is sent.`,
  },
  optional: {
    vi: 'Việc này Thông báo ghi là “có thể”: không đề xuất thì chọn “Không đề xuất” tại trang nêu trên, các bước còn lại không mở nữa.',
    en: 'The notice leaves this open: if nothing is proposed, say so on the page (“No proposal”), and the stages still to come do not open.',
  },
  consultSubject: {
    vi: (process: string, day: string) => `[Lấy ý kiến] ${process}, chậm nhất ngày ${day}`,
    en: (process: string, day: string) => `[Consultation] ${process}, by ${day}`,
  },
  consult: {
    vi: (you: string, due: string) =>
      `Đề nghị ${you} cho ý kiến về dự thảo dưới đây, chậm nhất là ${due}.`,
    en: (_you: string, due: string) => `Please give your opinion on the draft below by ${due}.`,
  },
  draft: { vi: 'Dự thảo', en: 'Draft' },
  shortened: {
    vi: '(Trên đây là phần đầu của dự thảo; toàn văn tại trang góp ý.)',
    en: '(This is its beginning; the whole of it stands on the page.)',
  },
  files: {
    vi: 'Tệp kèm theo, tải tại trang góp ý:',
    en: 'Files, to be downloaded on the page:',
  },
  noDraft: {
    vi: (office: string) =>
      `Sổ theo dõi không có nội dung dự thảo; đề nghị liên hệ ${office} để nhận dự thảo.`,
    en: (office: string) => `The register holds no text of the draft; please ask ${office} for it.`,
  },
  agree: {
    vi: 'Nhất trí với dự thảo thì chọn “Nhất trí” tại trang góp ý.',
    en: 'If you agree with the draft, say so on the page (“Agreed”).',
  },
  consultFollows: {
    vi: 'Quá hạn mà chưa có ý kiến, dự thảo được trình kèm ghi chú “chưa có ý kiến”.',
    en: 'Without an opinion by then the draft goes on with the note “no opinion yet”.',
  },
  openConsult: { vi: 'Mở trang góp ý', en: 'Open the page to comment' },
} satisfies Phrases;
