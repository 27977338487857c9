import { addDays, daysBetween } from '../time/zone.ts';

/**
 * The days of a peak as they hold now: a pause that put off its returns has put off the peak with them, by as many days.
 * An extension of the returns leaves them.
 * @param owed.track as planned, with the last day of the returns; null for what a decision added
 * @param owed.schedule on which the returns are owed now, and why it is another than planned
 */
export function peakDays(
  peak: { from: string; to: string },
  owed: { track: { lastDay: string } | null; schedule: { lastDay: string; reason: string | null } },
): { from: string; to: string } {
  const { track, schedule } = owed;
  const isPutOff = track !== null && schedule.reason === 'pause';
  const days = isPutOff ? daysBetween(track.lastDay, schedule.lastDay) : 0;
  return { from: addDays(peak.from, days), to: addDays(peak.to, days) };
}
