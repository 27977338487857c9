import type { Phrases } from './phrases.ts';

/** Where the documents that are drafted stand, in a digest. */
export const draftingProgress = {
  heading: { vi: 'Văn bản, kế hoạch đang tham mưu:', en: 'Documents being drafted:' },
  stage: {
    vi: (title: string, day: string, isLate: boolean) =>
      `đang ở bước “${title}”, hạn ${day}${isLate ? ' (quá hạn)' : ''}`,
    en: (title: string, day: string, isLate: boolean) =>
      `at the stage “${title}”, due ${day}${isLate ? ' (overdue)' : ''}`,
  },
  allIn: { vi: 'đã xong các bước', en: 'all stages are done' },
  noProposal: { vi: 'không đề xuất', en: 'no proposal' },
  openComments: {
    vi: (n: number) => `${n} ý kiến chưa trả lời`,
    en: (n: number) => `${n} comments unanswered`,
  },
  target: {
    vi: (title: string, n: Counts, who: string) =>
      `${title}: đạt ${n.attained}/${n.goal}${who === '' ? '' : ` (${who})`}, chuẩn bị ${n.prepared}/${n.prepare}`,
    en: (title: string, n: Counts, who: string) =>
      `${title}: ${n.attained} of ${n.goal} attained${who === '' ? '' : ` (${who})`}, ${n.prepared} of ${n.prepare} prepared`,
  },
} satisfies Phrases;

type Counts = { goal: number; prepare: number; prepared: number; attained: number };
