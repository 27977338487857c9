import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** The page behind the link to a drafting's stage. */
export const stage = {
  title: {
    vi: (title: string, day: string) => `${title} – hạn ${day}`,
    en: (title: string, day: string) => `${title} – due ${day}`,
  },
  noOpinion: { vi: 'chưa có ý kiến', en: 'no opinion yet' },
  draft: { vi: 'Dự thảo xin ý kiến', en: 'The draft' },
  noDraft: {
    vi: 'Sổ theo dõi không có nội dung dự thảo; đề nghị liên hệ Văn phòng để nhận dự thảo.',
    en: 'The register holds no text of the draft; please ask the office for it.',
  },
  closed: {
    vi: 'Việc này không phải nộp nữa, nên trang không nhận thêm.',
    en: 'Nothing is owed here any more, so this page takes nothing.',
  },
  comments: { vi: 'Ý kiến phải trả lời', en: 'Comments to be answered' },
  noComments: {
    vi: 'Chưa có ý kiến nào phải trả lời.',
    en: 'There is no comment to be answered.',
  },
  onlyFiles: { vi: '(ý kiến gửi bằng tệp)', en: '(handed in as a file)' },
  absorbed: { vi: 'Tiếp thu', en: 'Absorbed' },
  notAbsorbed: { vi: 'Không tiếp thu', en: 'Not absorbed' },
  unanswered: { vi: 'chưa trả lời', en: 'unanswered' },
  why: { vi: 'Vì sao, hoặc tiếp thu như thế nào', en: 'Why, or how it was absorbed' },
  whyHint: { vi: 'Bắt buộc khi không tiếp thu.', en: 'Needed where it was not absorbed.' },
  answer: { vi: 'Ghi trả lời', en: 'Answer' },
  chooseAnswer: {
    vi: 'Chọn tiếp thu hoặc không tiếp thu; không tiếp thu thì ghi vì sao.',
    en: 'Say whether it was absorbed; and why, where it was not.',
  },
  answerFirst: {
    vi: (names: string) =>
      `Còn ý kiến chưa trả lời: ${names}. Ghi tiếp thu hay không và vì sao cho từng ý kiến, rồi gửi lại.`,
    en: (names: string) =>
      `Comments stand unanswered: ${names}. Answer each of them, then send again.`,
  },
} satisfies Phrases;

/** What the confirmed "nothing" says at a stage, in words of its own. */
export const nothingAtStage = {
  agreed: {
    title: { vi: 'Nhất trí với dự thảo', en: 'Agreed' },
    hint: {
      vi: 'Chọn mục này khi nhất trí, không có ý kiến khác.',
      en: 'If you agree with the draft as it stands.',
    },
    confirm: {
      vi: 'Nhất trí với dự thảo, không có ý kiến khác.',
      en: 'I agree with the draft and have no comment.',
    },
    send: { vi: 'Gửi: nhất trí', en: 'Send: agreed' },
  },
  'no-proposal': {
    title: { vi: 'Không đề xuất', en: 'No proposal' },
    hint: {
      vi: 'Việc này Thông báo ghi là “có thể”. Chọn mục này khi không đề xuất: các bước còn lại không mở nữa và không bị coi là muộn.',
      en: 'The notice leaves this open. If nothing is proposed, say so: the stages still to come do not open, and nothing counts as late.',
    },
    confirm: {
      vi: 'Xác nhận không đề xuất nội dung này.',
      en: 'I confirm that there is no proposal.',
    },
    send: { vi: 'Gửi: không đề xuất', en: 'Send: no proposal' },
  },
} satisfies Record<string, Phrases>;
