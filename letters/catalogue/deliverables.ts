import type { Deliverable } from '../../contracts/plan.ts';
import type { SpokenStage } from '../../domain/drafting/spokenOf.ts';
import type { Language } from './phrases.ts';

/** What is owed, as sentences name it, and whether the notice's own clause asks for it. */
export interface DeliverableWords {
  noun: Record<Language, string>;
  /** what the link's page does */
  open: Record<Language, string>;
  /** said instead of the process's own `asks`, where that speaks of something else; the period where it is known */
  asks?: Record<Language, (period: string | null, asks: string) => string>;
  /** false: the clause is not quoted for it, since it says nothing of it */
  inClause: boolean;
}

/** A supplement is asked for by a decision and is no deliverable of a plan. */
type Owed = Deliverable | 'supplement' | SpokenStage;

const OPEN_REPORT = { vi: 'Mở trang nộp báo cáo', en: 'Open the page to report' };
const OPEN_PAGE = { vi: 'Mở trang công việc', en: 'Open the page' };

const WORDS: Record<Owed, DeliverableWords> = {
  report: { noun: { vi: 'báo cáo', en: 'report' }, open: OPEN_REPORT, inClause: true },
  digest: {
    noun: { vi: 'báo cáo tổng hợp', en: 'digest' },
    open: { vi: 'Mở dự thảo báo cáo', en: 'Open the draft' },
    inClause: true,
  },
  certificate: {
    noun: { vi: 'xác nhận', en: 'certificate' },
    open: { vi: 'Mở trang xác nhận', en: 'Open the page to certify' },
    asks: {
      vi: (period) =>
        `xác nhận sổ công văn đến, khay thư và Zalo không còn báo cáo ${period ?? ''} nào chưa vào sổ theo dõi`.replace(
          '  ',
          ' ',
        ),
      en: (period) =>
        `to certify that the incoming book, the mail tray and Zalo hold no report${inBrackets(period)} that is not yet entered`,
    },
    inClause: false,
  },
  guidance: {
    noun: { vi: 'văn bản hướng dẫn', en: 'guidance' },
    open: OPEN_PAGE,
    asks: {
      vi: () => 'văn bản hướng dẫn cụ thể báo cáo và hồ sơ để các đơn vị thực hiện',
      en: () => 'guidance on report and dossier for those who have to hand them in',
    },
    inClause: true,
  },
  dossier: {
    noun: { vi: 'báo cáo kèm hồ sơ', en: 'report with its dossier' },
    open: OPEN_REPORT,
    inClause: true,
  },
  document: { noun: { vi: 'văn bản', en: 'document' }, open: OPEN_PAGE, inClause: true },
  return: {
    noun: { vi: 'báo cáo kết quả', en: 'return' },
    open: OPEN_REPORT,
    inClause: false,
  },
  stage: { noun: { vi: 'sản phẩm', en: 'result of this stage' }, open: OPEN_PAGE, inClause: true },
  'check-in': {
    noun: { vi: 'báo cáo tiến độ', en: 'progress report' },
    open: OPEN_REPORT,
    inClause: true,
  },
  explanation: {
    noun: { vi: 'giải trình', en: 'explanation' },
    open: { vi: 'Mở trang gửi giải trình', en: 'Open the page to explain' },
    asks: {
      vi: () => 'văn bản giải trình về việc chưa có báo cáo',
      en: () => 'explanation of the missing reports',
    },
    inClause: false,
  },
  'stage-draft': {
    noun: { vi: 'bản dự thảo', en: 'draft' },
    open: OPEN_PAGE,
    asks: {
      vi: (_period, asks) => (/^dự thảo /i.test(asks) ? asks : `bản dự thảo ${asks}`),
      en: (_period, asks) => `draft (${asks})`,
    },
    inClause: true,
  },
  'stage-consult': {
    noun: { vi: 'ý kiến', en: 'opinion' },
    open: { vi: 'Mở trang góp ý', en: 'Open the page to comment' },
    asks: {
      vi: (_period, asks) => `ý kiến về ${asks}`,
      en: (_period, asks) => `opinion (${asks})`,
    },
    inClause: false,
  },
  'stage-absorb': {
    noun: { vi: 'bản tiếp thu ý kiến', en: 'result of absorbing the comments' },
    open: OPEN_PAGE,
    asks: {
      vi: (_period, asks) => `bản tiếp thu ý kiến về ${asks}`,
      en: (_period, asks) => `result of absorbing the comments (${asks})`,
    },
    inClause: true,
  },
  'stage-review': {
    noun: { vi: 'bản đã hoàn thiện', en: 'reviewed text' },
    open: OPEN_PAGE,
    asks: {
      vi: (_period, asks) => `${asks} (bản đã rà soát, hoàn thiện)`,
      en: (_period, asks) => `reviewed text (${asks})`,
    },
    inClause: true,
  },
  'stage-sign': {
    noun: { vi: 'bản đã ký', en: 'signed text' },
    open: OPEN_PAGE,
    asks: {
      vi: (_period, asks) => `${asks} (bản đã ký)`,
      en: (_period, asks) => `signed text (${asks})`,
    },
    inClause: true,
  },
  'stage-submit': {
    noun: { vi: 'văn bản trình', en: 'document to be submitted' },
    open: OPEN_PAGE,
    asks: {
      vi: (_period, asks) => `${asks} (bản trình)`,
      en: (_period, asks) => `document to be submitted (${asks})`,
    },
    inClause: true,
  },
  supplement: {
    noun: { vi: 'phần bổ sung', en: 'supplement' },
    open: { vi: 'Mở trang gửi bổ sung', en: 'Open the page to supplement' },
    asks: {
      vi: (period) =>
        period === null ? 'phần bổ sung cho nội dung đã gửi' : `phần bổ sung cho báo cáo ${period}`,
      en: (period) =>
        period === null
          ? 'supplement to what you sent'
          : `supplement to the report${inBrackets(period)}`,
    },
    inClause: false,
  },
};

const inBrackets = (period: string | null): string => (period === null ? '' : ` (${period})`);

/** The words for a deliverable; one that this catalogue does not know is spoken of as a report. */
export const wordsFor = (deliverable: string): DeliverableWords =>
  Object.hasOwn(WORDS, deliverable) ? WORDS[deliverable as Owed] : WORDS.report;
