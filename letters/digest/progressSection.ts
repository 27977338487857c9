import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { digest, processStates } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';

/** Where each process stands, in figures: what is done, open and overdue. */
export function progressSection({ processes }: DigestDraft, head: NoticeHead): DigestParagraph[] {
  if (processes.length === 0) return [];
  const say = inLanguage(digest, head.language);
  const { directive } = inLanguage(common, head.language);
  return [
    { type: 'heading', text: say.progress },
    {
      type: 'table',
      head: [say.directive, say.process, say.state, say.done, say.open, say.overdue],
      rows: processes.map((process) => [
        /^\d/.test(process.directive) ? process.directive : directive(process.directive),
        process.title,
        processStates[process.state]?.[head.language] ?? process.state,
        String(process.done),
        String(process.open),
        String(process.overdue),
      ]),
    },
  ];
}
