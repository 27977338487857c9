import ora from 'ora';
import type { Instant } from '../../contracts/plan.ts';
import type { Pool } from '../../db/pool.ts';
import { localDate } from '../../domain/time/zone.ts';

/** Says what is under way: on a terminal in one line that changes, elsewhere a line at a time. */
export interface Progress {
  /** A step of starting up, or anything else worth a line of its own. */
  say(line: string): void;
  /** The rehearsal's clock has leapt. */
  leapt(now: Instant): void;
  /** Ends the changing line with a last word. */
  done(line: string): void;
}

/** On a terminal the line changes in place; in a file each is one more. */
const COUNT_EVERY_MS = process.stdout.isTTY ? 1_000 : 10_000;

/** Progress of a trial; the counts of a running rehearsal are read from its register every so often. */
export function showProgress(zone: string, poolOf: () => Pool | undefined): Progress {
  const spinner = ora({
    isSilent: !process.stdout.isTTY,
    stream: process.stdout,
    discardStdin: false,
  });
  let countedAt = 0;
  const line = (text: string): void => {
    if (!process.stdout.isTTY) console.log(text);
    else if (spinner.isSpinning) {
      spinner.stop();
      console.log(text);
      spinner.start();
    } else console.log(text);
  };
  const count = async (pool: Pool, now: Instant): Promise<void> => {
    const { rows } = await pool.query<{
      periods: number;
      letters: number;
      escalations: number;
      reports: number;
    }>(
      `select (select count(*) from period) as periods, (select count(*) from letter where state = 'sent') as letters,
         (select count(*) from climb) as escalations, (select count(*) from submission) as reports`,
    );
    const counts = rows[0];
    if (!counts) return;
    const text = `${localDate(now, zone)}: ${counts.periods} periods, ${counts.letters} letters, ${counts.reports} reports, ${counts.escalations} escalations`;
    if (process.stdout.isTTY) spinner.start(text);
    else console.log(text);
  };
  return {
    say: line,
    leapt(now) {
      const pool = poolOf();
      if (!pool || Date.now() - countedAt < COUNT_EVERY_MS) return;
      countedAt = Date.now();
      count(pool, now).catch((error: Error) =>
        line(`progress could not be counted: ${error.message}`),
      );
    },
    done(text) {
      if (spinner.isSpinning) spinner.stop();
      console.log(text);
    },
  };
}
