import type { Pool } from '../../db/pool.ts';
import type { Conductor } from '../rehearsal/conductor.ts';

/** One run of the clock at a time, in the background. */
export interface Runs {
  /** Why the last run ended before its time; null where it did not. */
  failure(): string | null;
  /** Whether the clock runs, by whomever. */
  isRunning(): Promise<boolean>;
  /** Begins a run; false where one is under way. */
  begin(run: (conductor: Conductor) => Promise<unknown>): Promise<boolean>;
  pause(): void;
  /** Pauses, and waits for the run's end. */
  stop(): Promise<void>;
}

/** Keeps the console's runs apart from each other and from the run that a start began with. */
export function keepRuns(pool: Pool, noticeId: string, conductor: Conductor): Runs {
  let own: Promise<void> | undefined;
  let failed: string | null = null;

  const isRunning = async (): Promise<boolean> => {
    if (own) return true;
    const { rows } = await pool.query<{ state: string }>(
      'select state from rehearsal where notice_id = $1',
      [noticeId],
    );
    return rows[0]?.state === 'running';
  };
  return {
    failure: () => failed,
    isRunning,
    async begin(run) {
      if (await isRunning()) return false;
      if (own) return false; // begun while the register was asked
      failed = null;
      own = run(conductor)
        .then(
          () => undefined,
          (error: unknown) => {
            failed = error instanceof Error ? error.message : String(error);
          },
        )
        .then(async () => {
          own = undefined;
          // a run that failed has left the clock marked as running
          if (failed !== null) await standing(pool, noticeId);
        });
      return true;
    },
    pause: () => conductor.pause(),
    async stop() {
      if (!own) return;
      conductor.pause();
      await own;
    },
  };
}

/** Notes that the clock stands: where nobody runs it, whatever an ended process has left. */
export async function standing(pool: Pool, noticeId: string): Promise<void> {
  await pool.query(`update rehearsal set state = 'standing' where notice_id = $1`, [noticeId]);
}
