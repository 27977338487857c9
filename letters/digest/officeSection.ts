import type { DigestDraft } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { digest } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatDueShortly, formatInstant } from '../format/date.ts';

/** What the office itself owed: its own lateness stands in every record. */
export function officeSection(
  { office, cutOff }: DigestDraft,
  head: NoticeHead,
): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  const behind = office.filter(({ dueAt, doneAt }) => (doneAt ?? cutOff) >= dueAt);
  if (behind.length === 0) {
    return [
      { type: 'heading', text: say.office },
      { type: 'text', text: say.officeInTime },
    ];
  }
  const items = behind.map(({ what, title, dueAt, doneAt }) => {
    const due = formatDueShortly(dueAt, head);
    return doneAt === null
      ? say.officeOpen(what, title, due)
      : say.officeLate(what, title, due, formatInstant(doneAt, head));
  });
  return [
    { type: 'heading', text: say.office },
    { type: 'list', items },
  ];
}
