import { dayExists, lastDayOfMonth, looksLikeDay } from './days.ts';
import type { MeaningError } from './faults.ts';
import type { Located, NoticeParts, Path } from './parts.ts';

/** Days that no calendar has, wherever they stand in a part that could be read. */
export function impossibleDays(parts: NoticeParts): MeaningError[] {
  const roots: Located<unknown>[] = [
    { path: ['head'], value: parts.head },
    { path: ['calendar'], value: parts.calendar },
    ...parts.splits,
    ...parts.processes,
  ];
  return roots
    .flatMap(daysIn)
    .flatMap(({ path, value: day }): MeaningError[] =>
      dayExists(day) ? [] : [{ path, code: 'no-such-day', day, lastDay: lastDayOfMonth(day) }],
    );
}

function daysIn({ path, value }: Located<unknown>): Located<string>[] {
  if (typeof value === 'string') return looksLikeDay(value) ? [{ path, value }] : [];
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => daysIn({ path: [...path, at], value: item }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    daysIn({ path: [...path, key], value: item }),
  );
}

/** The longest notice, in years: a daily cycle over it stays within the 10,000 periods that can be planned. */
export const LONGEST_YEARS = 25;

export const yearsOf = ({ start, endsOn }: NonNullable<NoticeParts['head']>): number =>
  Number(endsOn.slice(0, 4)) - Number(start.on.slice(0, 4));

/** The order of the notice's own dates: it is concluded, issued, started, and only then ended. */
export function headOrder({ head }: NoticeParts): MeaningError[] {
  if (!head) return [];
  const { concludedOn, issuedOn, start, endsOn } = head;
  const early = (day: string | null, ...keys: Path): MeaningError[] =>
    day !== null && day < concludedOn
      ? [{ path: ['head', ...keys], code: 'before-conclusion', day, concludedOn }]
      : [];
  return [
    ...early(issuedOn, 'issuedOn'),
    ...early(start.on, 'start', 'on'),
    ...(endsOn < start.on
      ? [
          {
            path: ['head', 'endsOn'],
            code: 'end-before-start' as const,
            endsOn,
            startsOn: start.on,
          },
        ]
      : []),
    ...(yearsOf(head) > LONGEST_YEARS
      ? [{ path: ['head', 'endsOn'], code: 'too-long' as const, most: LONGEST_YEARS }]
      : []),
  ];
}

/** Due dates that would have passed before the notice was concluded: nobody can owe anything by then. */
export function dueBeforeConclusion(parts: NoticeParts): MeaningError[] {
  const { head } = parts;
  if (!head) return [];
  const { concludedOn } = head;
  return parts.processes
    .flatMap(dueDays)
    .flatMap(({ path, value: { day, before } }): MeaningError[] =>
      day < concludedOn || (before && day === concludedOn)
        ? [{ path, code: 'before-conclusion', day, concludedOn }]
        : [],
    );
}

interface DueDay {
  day: string;
  /** the day itself is no longer in time */
  before: boolean;
}

/** The days that a process writes out, each with the path of the date. */
export function dueDays({ path, value }: NoticeParts['processes'][number]): Located<DueDay>[] {
  const due = (
    { date, boundary }: { date: string; boundary: 'before' | 'by' },
    ...keys: Path
  ): Located<DueDay> => ({
    path: [...path, ...keys, 'date'],
    value: { day: date, before: boundary === 'before' },
  });
  const dates = (
    cycle: { recurrence: { every: string; dates?: string[] }; boundary: 'before' | 'by' },
    ...keys: Path
  ): Located<DueDay>[] =>
    (cycle.recurrence.dates ?? []).map((day, at) => ({
      path: [...path, ...keys, 'recurrence', 'dates', at],
      value: { day, before: cycle.boundary === 'before' },
    }));
  switch (value.kind) {
    case 'reporting-cycle':
      return dates(value);
    case 'collection':
      return [
        due(value.due, 'due'),
        ...(value.guidance ? [due(value.guidance.due, 'guidance', 'due')] : []),
      ];
    case 'campaign':
      return [
        due(value.document.due, 'document', 'due'),
        ...value.peaks.map((peak, at) => due(peak.returnsDue, 'peaks', at, 'returnsDue')),
      ];
    case 'drafting':
      return [due(value.due, 'due')];
    case 'programme':
      return 'inside' in value.checkIn ? [] : dates(value.checkIn, 'checkIn');
  }
}

/** Spans whose end lies before their beginning, in the calendar and in campaigns. */
export function reversedSpans(parts: NoticeParts): MeaningError[] {
  const span = (path: Path, from: string, to: string | undefined): MeaningError[] =>
    to !== undefined && to < from ? [{ path, code: 'span-reversed', from, to }] : [];
  const years = Object.entries(parts.calendar?.years ?? {});
  return [
    ...years.flatMap(([year, { daysOff }]) =>
      daysOff.flatMap(({ from, to }, at) =>
        span(['calendar', 'years', year, 'daysOff', at, 'to'], from, to),
      ),
    ),
    ...(parts.calendar?.quietPeriods ?? []).flatMap(({ from, to }, at) =>
      span(['calendar', 'quietPeriods', at, 'to'], from, to),
    ),
    ...parts.processes.flatMap(({ path, value }) =>
      value.kind !== 'campaign'
        ? []
        : value.peaks.flatMap(({ call, from, to, returnsDue }, at) => [
            ...span([...path, 'peaks', at, 'from'], call, from),
            ...span([...path, 'peaks', at, 'to'], from, to),
            ...span([...path, 'peaks', at, 'returnsDue', 'date'], from, returnsDue.date),
          ]),
    ),
  ];
}
