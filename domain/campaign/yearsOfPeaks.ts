import type { YearOfPeaks } from '../../contracts/letters/campaigns.ts';
import type { Returns } from './isHeld.ts';

/** A peak as the plan and the register have it together. */
export interface Peak extends Returns {
  /** of its period */
  key: string;
  id: string;
  /** the year whose quota it counts for: that in which it begins */
  year: number;
  /** 'YYYY-MM-DD', both days included */
  from: string;
  to: string;
  /** `planned` until its period opens; judged when that closes; `paused` where it lay wholly inside a pause */
  state: 'planned' | 'open' | 'counted' | 'missed' | 'paused' | 'cancelled' | 'before-start';
  /** a decision added it, to make up for one that was missed */
  added: boolean;
}

/**
 * The quotas of a campaign, year by year, in order. A peak that was missed or fell into a pause lacks in its year as long as that runs; when the
 * year is over, what lacks is carried into the next, and out of the last it goes nowhere and stays lacking. More peaks
 * than were asked for are carried nowhere.
 * @param thisYear the year that runs, on the notice's calendar
 */
export function yearsOfPeaks(
  quota: readonly { year: number; peaks: number }[],
  peaks: readonly Pick<Peak, 'year' | 'state'>[],
  thisYear: number,
): YearOfPeaks[] {
  const numbers = [...quota, ...peaks].map(({ year }) => year);
  const years = [...new Set(numbers)].sort((a, b) => a - b);
  let carriedIn = 0;
  return years.map((year, place) => {
    const own = peaks.filter((peak) => peak.year === year);
    const count = (...states: Peak['state'][]): number =>
      own.filter(({ state }) => states.includes(state)).length;
    const asked = quota
      .filter((each) => each.year === year)
      .reduce((sum, each) => sum + each.peaks, 0);
    const counted = count('counted');
    const ahead = count('planned', 'open');
    const lacking = Math.max(0, asked + carriedIn - counted - ahead);
    const isCarried = year < thisYear && place < years.length - 1;
    const carriedOut = isCarried ? lacking : 0;
    const row = { year, quota: asked, carriedIn, counted, missed: count('missed'), ahead };
    carriedIn = carriedOut;
    return { ...row, lacking, carriedOut };
  });
}

/** What a campaign still lacks, everything carried over: of the year that runs, or the last where all are over. */
export function stillLacking(years: readonly YearOfPeaks[], thisYear: number): number {
  const started = years.filter(({ year }) => year <= thisYear);
  return started.reduce((sum, { lacking, carriedOut }) => sum + lacking - carriedOut, 0);
}
