import { giveBackLetters } from '../db/letters/giveBackLetters.ts';
import { onNotification } from '../db/onNotification.ts';
import { type LaneOptions, lanesOf } from './lanes.ts';
import { openOffice } from './livingOffice.ts';
import { ServerTrouble } from './serverTrouble.ts';

export type PostOfficeOptions = LaneOptions;

const LOOK_FOR_DEAD_EVERY_MS = 30_000;

/**
 * Sends the outbox's letters until the signal aborts, then lets what is in hand be settled. Any number of offices work
 * beside each other. What an office had in hand when it was killed becomes uncertain and is sent again with the same
 * Message-ID and bytes. Two clocks are kept apart: letters wait for office hours on the notice's (`now`), attempts and
 * the search for dead offices run on the machine's.
 */
export async function runPostOffice(options: PostOfficeOptions): Promise<void> {
  const { pool, say, signal, now } = options;
  const office = openOffice(pool);
  const lanes = lanesOf(options, office, new ServerTrouble(say));
  let nextSearch = 0;
  try {
    await onNotification({ pool, channel: 'letters', pollMs: 1000, signal, say }, async () => {
      await office.id(); // it lives before it looks for those that do not
      // not beside its own lanes: where its lock was lost, what they have in hand would look like a dead office's
      if (Date.now() >= nextSearch && lanes.areAtRest()) {
        const found = await giveBackLetters(pool, await now());
        nextSearch = Date.now() + LOOK_FOR_DEAD_EVERY_MS;
        if (found > 0)
          say(`${found} letters were in the hands of an office that ended: sent again`);
      }
      lanes.open();
    });
  } finally {
    await lanes.rest();
    await office.close();
  }
}
