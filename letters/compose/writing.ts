import type {
  Addressed,
  LetterBlock,
  LetterDocument,
  Matter,
  NoticeHead,
  OfPeriod,
} from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { common } from '../catalogue/common.ts';
import { inLanguage, type Phrases, type Spoken } from '../catalogue/phrases.ts';
import { formatDay, formatDue, formatInstant, formatInstantAndWeekday } from '../format/date.ts';
import { formatList } from '../format/list.ts';

/** What every composer writes with: one notice's language, zone and head. */
export interface Writing {
  readonly head: NoticeHead;
  say<P extends Phrases>(phrases: P): Spoken<P>;
  day(date: string): string;
  at(instant: Instant): string;
  atOn(instant: Instant): string;
  due(dueAt: Instant, lastDay: string): string;
  list(items: readonly string[]): string;
  /** 'Kết luận số 5'; a directive without a number by the part of the notice it stands in */
  directive(no: string): string;
  /** 'kỳ 14/12/2020'; 'hạn 24/11/2020' of what comes once */
  periodOf(period: OfPeriod, matter?: Pick<Matter, 'once'>): string;
  /** the word for whoever is spoken to, in the middle of a sentence */
  you(addressed: Addressed): string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The means to write letters about one notice. */
export function writingFor(head: NoticeHead): Writing {
  const { language } = head;
  const words = inLanguage(common, language);
  return {
    head,
    say: (phrases) => inLanguage(phrases, language),
    day: (date) => formatDay(date, language),
    at: (instant) => formatInstant(instant, head),
    atOn: (instant) => formatInstantAndWeekday(instant, head),
    due: (dueAt, lastDay) => formatDue(dueAt, lastDay, head),
    list: (items) => formatList(items, language),
    directive: (no) => words.directive(no),
    periodOf: ({ periodKey, lastDay }, { once = false } = {}) =>
      once
        ? words.dueOn(formatDay(lastDay, language))
        : words.period(formatDay(periodKey && DAY.test(periodKey) ? periodKey : lastDay, language)),
    you: (addressed) => words.you(isPerson(addressed)),
  };
}

const isPerson = ({ addressee = 'person' }: Addressed): boolean => addressee === 'person';

interface Row {
  label: string;
  value: string;
}

/** The rows that name the notice and the clause a letter rests on. */
export const noticeRows = (writing: Writing, matter: Matter, inClause = true): Row[] => [
  noticeRow(writing),
  ...clauseRows(writing, matter, inClause),
];

/** The same of a letter about what was decided or arranged since: it belongs to a clause and does not rest on it. */
export function relatedRows(writing: Writing, matter: Matter): Row[] {
  const words = writing.say(common);
  return [
    noticeRow(writing),
    { label: words.related, value: words.clauseOfNotice(matter.directive) },
    { label: words.matter, value: matter.process },
  ];
}

/** The notice that is carried out. A number left blank is shown blank, as in the notice. */
export function noticeRow({ head, say, day }: Writing): Row {
  const words = say(common);
  const number = words.noticeNumber(head.number ?? '…', head.symbol);
  const dates = words.noticeDates(
    day(head.concludedOn),
    head.issuedOn === null ? null : day(head.issuedOn),
  );
  return { label: words.notice, value: `${number}, ${dates}` };
}

/** The clause and the process that something rests on; where the notice is silent on it, that is said. */
export function clauseRows({ say, directive }: Writing, matter: Matter, inClause: boolean): Row[] {
  const words = say(common);
  return [
    inClause && matter.sentence !== null
      ? { label: words.clause, value: words.clauseOfNotice(matter.directive) }
      : { label: words.related, value: words.outsideTheClause(directive(matter.directive)) },
    { label: words.matter, value: matter.process },
  ];
}

/** In which capacities a person is spoken to; for a unit's mailbox, which unit. */
export const capacityRow = (
  { say }: Writing,
  addressed: Addressed,
  capacities: readonly string[],
): { label: string; value: string } => {
  const words = say(common);
  return {
    label: isPerson(addressed) ? words.capacity : words.unit,
    value: capacities.join('; '),
  };
};

/** The clause in its own words; nothing where the notice says nothing of the matter. */
export function quoteOf({ say }: Writing, matter: Matter): LetterBlock[] {
  if (matter.sentence === null) return [];
  const source = say(common).clauseOfNotice(matter.directive);
  return [{ type: 'quote', text: matter.sentence, source }];
}

/** A reminder says that it is one; what only informs says that it is no signed document. */
export type Nature = 'reminder' | 'information';

/** Puts a letter together: head, salutation and the lines at its foot are the same for every kind. */
export function letter(
  { head, say }: Writing,
  addressed: Addressed,
  nature: Nature,
  subject: string,
  blocks: LetterBlock[],
): LetterDocument {
  const words = say(common);
  const hasLink = blocks.some(({ type }) => type === 'link');
  return {
    language: head.language,
    subject,
    head: { left: [head.issuer, head.committee], right: [head.place] },
    salutation: words.to(addressed.to, isPerson(addressed)),
    blocks,
    closing: [
      nature === 'reminder' ? words.reminder : words.information,
      words.replies(head.office),
      ...(hasLink ? [words.linkIsPersonal] : []),
    ],
  };
}
