import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { digest } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatInstant } from '../format/date.ts';
import { inspectionSection } from './inspectionSection.ts';
import { leftOpenSection } from './leftOpenSection.ts';
import { officeSection } from './officeSection.ts';
import { progressSection } from './progressSection.ts';
import { proposalSection } from './proposalSection.ts';
import { repeatedSection } from './repeatedSection.ts';
import { reportSection } from './reportSection.ts';

/** From how many times in a row "nothing to report" is named; the notice's setting `nothingToReportInARow`. */
export interface DigestSettings {
  nothingToReportInARow: number;
}

/**
 * The digest's words from the register's figures: who reported in time, late, not at all; misses and "nothing to
 * report" in a row; the processes' progress; inspections; the office's own lateness; in the last one what stays open; proposals (the notice's closing part: "đề xuất
 * những nội dung, tiến độ và xử lý những cán bộ không triển khai thực hiện theo quy định"). The office may edit them.
 */
export function digestParagraphs(
  draft: DigestDraft,
  head: NoticeHead,
  settings: DigestSettings = { nothingToReportInARow: 3 },
): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  return [
    { type: 'text', text: say.cutOff(formatInstant(draft.cutOff, head)) },
    ...draft.reports.flatMap((report) => reportSection(report, head)),
    ...repeatedSection(draft, head, settings.nothingToReportInARow),
    ...progressSection(draft, head),
    ...inspectionSection(draft, head),
    ...officeSection(draft, head),
    ...leftOpenSection(draft, head),
    ...proposalSection(draft, head),
  ];
}
