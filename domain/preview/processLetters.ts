import type { Notice, Process } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { holderOf } from '../notice/roster.ts';
import type { NoticeCalendar } from '../plan/calendarOf.ts';
import type { PreviewedPeriod, PreviewLetter } from './previewLetter.ts';
import type { PreviewRoster } from './roster.ts';

/** Who coordinates in a programme is told once that it starts; whoever leads it, and a vacant post, is not. */
export function startLetters(
  notice: Notice,
  calendar: NoticeCalendar,
  processes: readonly Process[],
  startsAt: Instant,
): PreviewLetter[] {
  const at = calendar.deferToOffice(startsAt);
  return processes.flatMap((process) => {
    if (process.kind !== 'programme') return [];
    const { id: processId, lead, coordinates } = process;
    const holders = coordinates.flatMap((post) => holderOf(notice, post) ?? []);
    const people = new Set(
      holders.flatMap(({ id, address }) => (address === undefined ? [] : [id])),
    );
    people.delete(holderOf(notice, lead)?.id ?? '');
    return [...people].map((person): PreviewLetter => {
      const about = [{ processId, periodKey: '', rung: null, parties: coordinates }];
      return { person, at, kind: 'programme-starts', about };
    });
  });
}

/** Whoever leads a campaign is told of a peak that nobody returned anything for, when its period closes. */
export function missedPeakLetters(
  calendar: NoticeCalendar,
  roster: PreviewRoster,
  periods: readonly PreviewedPeriod[],
): PreviewLetter[] {
  return periods.flatMap(({ process, period }): PreviewLetter[] => {
    if (process.kind !== 'campaign' || period.peak === undefined || period.beforeStart) return [];
    return roster.addressees(process.lead).map(({ person }) => ({
      person,
      at: calendar.deferToOffice(period.closesAt),
      kind: 'peak-missed',
      about: [
        { processId: process.id, periodKey: period.key, rung: null, parties: [process.lead] },
      ],
    }));
  });
}
