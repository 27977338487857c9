import type { Client } from '@temporalio/client';
import type { Pool } from '../db/pool.ts';
import { createDecideActivities } from './decide.ts';
import { createLadderActivities } from './ladder.ts';
import { nameFailures } from './nameFailures.ts';
import { createRecordActivities } from './record.ts';
import { createRehearsalClockActivities } from './rehearsalClock.ts';
import { createStartingActivities } from './starting.ts';

/** What the activities act upon. */
export interface ActivityDeps {
  /** As the application's role. */
  pool: Pool;
  /** Starts workflows from within activities, so that a cycle never has children to end with it. */
  client: Client;
}

/** All activities, in the groups by which workflows choose their timeouts and retries. */
export function createActivities(deps: ActivityDeps) {
  return {
    record: nameFailures(createRecordActivities(deps)),
    ladder: nameFailures(createLadderActivities(deps)),
    decide: nameFailures(createDecideActivities(deps)),
    starting: nameFailures(createStartingActivities(deps)),
    rehearsalClock: nameFailures(createRehearsalClockActivities(deps)),
  };
}

export type Activities = ReturnType<typeof createActivities>;
