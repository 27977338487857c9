import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { digest } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatDay } from '../format/date.ts';

/** Who inspected whom since the last digest, and what was found ("đôn đốc, kiểm tra việc tổ chức thực hiện", the closing clause). */
export function inspectionSection(
  { inspections }: DigestDraft,
  { language }: NoticeHead,
): DigestParagraph[] {
  if (inspections === undefined) return [];
  const say = inLanguage(digest, language);
  const heading: DigestParagraph = { type: 'heading', text: say.inspections };
  if (inspections.length === 0) return [heading, { type: 'text', text: say.noInspections }];
  const places = new Set(inspections.map(({ title }) => title)).size;
  return [
    heading,
    { type: 'text', text: say.inspected(inspections.length, places) },
    {
      type: 'table',
      head: [say.inspectedWhom, say.inspectedOn, say.inspectedBy, say.inspectedFindings],
      rows: inspections.map(({ title, inspectedOn, inspectedBy, findings }) => [
        title,
        formatDay(inspectedOn, language),
        inspectedBy,
        findings.replaceAll(/\s+/g, ' '),
      ]),
    },
  ];
}
