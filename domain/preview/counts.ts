import type { NoticeCalendar } from '../plan/calendarOf.ts';
import type { PreviewLetter } from './previewLetter.ts';

/** The letters that one person would get. */
export interface PersonLetters {
  person: string;
  name: string;
  total: number;
  /** By month of the notice's own clock, 'YYYY-MM'. */
  byMonth: Record<string, number>;
  /** The first of the days with the most letters. */
  worstDay: { day: string; letters: number };
}

/** Letters by person and month, with each person's worst day; whoever gets most stands first. */
export function countLetters(
  letters: readonly PreviewLetter[],
  calendar: NoticeCalendar,
  nameOf: (person: string) => string,
): PersonLetters[] {
  const days = new Map<string, string>();
  const dayOf = (at: string): string => {
    const day = days.get(at) ?? calendar.dayOf(at);
    days.set(at, day);
    return day;
  };
  const byPerson = new Map<string, Map<string, number>>();
  for (const { person, at } of letters) {
    const byDay = byPerson.get(person) ?? new Map<string, number>();
    byDay.set(dayOf(at), (byDay.get(dayOf(at)) ?? 0) + 1);
    byPerson.set(person, byDay);
  }
  return [...byPerson]
    .map(([person, byDay]) => ({ person, name: nameOf(person), ...summary(byDay) }))
    .sort((a, b) => b.total - a.total || (a.person < b.person ? -1 : 1));
}

function summary(byDay: ReadonlyMap<string, number>): Omit<PersonLetters, 'person' | 'name'> {
  const byMonth: Record<string, number> = {};
  let worstDay = { day: '', letters: 0 };
  let total = 0;
  for (const [day, letters] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const month = day.slice(0, 7);
    byMonth[month] = (byMonth[month] ?? 0) + letters;
    if (letters > worstDay.letters) worstDay = { day, letters };
    total += letters;
  }
  return { total, byMonth, worstDay };
}
