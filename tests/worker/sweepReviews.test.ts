import { expect, onTestFinished, test } from 'vitest';
import { takeSubmission } from '../../db/submissions/takeSubmission.ts';
import { sweepReviews } from '../../worker/sweepReviews.ts';
import { COLLECTION, openCollection } from '../support/collection.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { report, takeWake } from '../support/register.ts';

const register = ownRegister();

/** A collection of 2020 with one dossier in hand, which nobody has reviewed by its day. */
async function collected(): Promise<{ id: string; period: string; submission: string }> {
  const collecting = await openCollection(register.pool);
  const handedIn = report(collecting, 'unit-1', 'p-unit-1', COLLECTION.remind);
  await takeSubmission(register.pool, handedIn);
  await takeWake(register.pool, collecting.period);
  return { id: collecting.id, period: collecting.period, submission: handedIn.id };
}

const reviewOf = async (id: string): Promise<string | undefined> => {
  const { rows } = await register.pool.query<{ review: string }>(
    'select review from submission where id = $1',
    [id],
  );
  return rows[0]?.review;
};

test('each turn accepts by time what nobody reviewed, and tells the collection that waits for it', async () => {
  const first = await collected();
  const rehearsed = await collected();
  await register.pool.query(`update notice set clock = 'rehearsal' where id = $1`, [rehearsed.id]);
  const stopping = new AbortController();
  const said: string[] = [];
  const ended = sweepReviews({
    pool: register.pool,
    signal: stopping.signal,
    say: (line) => said.push(line),
    intervalMs: 20,
  });
  onTestFinished(async () => {
    stopping.abort();
    await ended;
  });
  await expect.poll(() => reviewOf(first.submission)).toBe('accepted-by-time');
  expect(await takeWake(register.pool, first.period)).toBe(true);

  const second = await collected();
  await expect.poll(() => reviewOf(second.submission)).toBe('accepted-by-time');
  expect(await takeWake(register.pool, first.period)).toBe(false); // swept once

  // on a clock that leaps whoever leaps it sweeps
  expect(await reviewOf(rehearsed.submission)).toBe('unreviewed');
  expect(said).toEqual([]);
});
