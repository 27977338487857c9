import type { DigestDraft, OfficeLateness } from '../../contracts/digest.ts';
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
  return [
    { type: 'heading', text: say.office },
    { type: 'list', items: behind.map((one) => lineOf(one, head)) },
  ];
}

function lineOf({ what, title, dueAt, doneAt, closed }: OfficeLateness, head: NoticeHead): string {
  const say = inLanguage(digest, head.language);
  const due = formatDueShortly(dueAt, head);
  if (closed) return say.officeClosed(what, title, due, closedAs(closed, head));
  if (doneAt === null) return say.officeOpen(what, title, due);
  return say.officeLate(what, title, due, formatInstant(doneAt, head));
}

/** By what those above took it off the office, and when. */
function closedAs({ as, at }: NonNullable<OfficeLateness['closed']>, head: NoticeHead): string {
  const say = inLanguage(digest, head.language);
  const when = formatInstant(at, head);
  switch (as) {
    case 'excused':
      return say.officeExcused(when);
    case 'cancelled':
      return say.officeCancelled(when);
    case 'merged':
      return say.officeMerged(when);
    case 'reassigned':
      return say.officeReassigned(when);
    default:
      return as satisfies never;
  }
}
