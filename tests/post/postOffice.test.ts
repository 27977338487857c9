import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveBackLetters } from '../../db/letters/giveBackLetters.ts';
import { openPool } from '../../db/pool.ts';
import type { Delivery } from '../../post/delivery.ts';
import { lanesOf } from '../../post/lanes.ts';
import type { LetterMessage } from '../../post/letterMessage.ts';
import { openOffice } from '../../post/livingOffice.ts';
import { runPostOffice } from '../../post/postOffice.ts';
import { ServerTrouble } from '../../post/serverTrouble.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { type MailServer, startMailServer } from './mailServer.ts';
import {
  attemptsOf,
  drain,
  letterRow,
  loadOutbox,
  logOf,
  NOW,
  officeFor,
  queueTo,
} from './outbox.ts';

const database = ownRegister({ max: 20 });
let server: MailServer;
let notice: string;

beforeEach(async () => {
  server = await startMailServer();
  notice = await loadOutbox(database.pool);
});
afterEach(() => server.stop());

/** An office that hands its letters over and hears no answer until it is told one: what it looks like when it is killed. */
function silentTransport() {
  const handed: { message: LetterMessage; answer: (delivery: Delivery) => void }[] = [];
  let tell: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const send = (message: LetterMessage) =>
    new Promise<Delivery>((answer) => {
      handed.push({ message, answer });
      tell();
    });
  return { handed, first, transport: { send, close: () => {} } };
}

test('what an office had in hand when it ended becomes uncertain and is sent again by another, the same bytes', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  const silent = silentTransport();
  // one lane: another would go on claiming after the office's end, which a killed one does not
  const dying = officeFor(database.pool, server.url, { transport: silent.transport, lanes: 1 });
  const office = openOffice(database.pool);
  const working = drain(dying, office, new ServerTrouble(dying.say));
  await silent.first;
  expect((await letterRow(database.pool, id)).state).toBe('sending');
  expect(await giveBackLetters(database.pool, NOW)).toBe(0); // it is alive: nobody takes its letters

  await office.close();
  await lockIsGone();
  expect(await giveBackLetters(database.pool, NOW)).toBe(1);
  expect(await letterRow(database.pool, id)).toMatchObject({
    state: 'uncertain',
    failure: 'office-ended',
  });

  const living = officeFor(database.pool, server.url);
  const other = openOffice(database.pool);
  await drain(living, other, new ServerTrouble(living.say));
  expect(await letterRow(database.pool, id)).toMatchObject({ state: 'sent', attempts: 2 });
  expect(server.taken[0]?.raw.equals(silent.handed[0]?.message.bytes ?? Buffer.alloc(0))).toBe(
    true,
  );
  expect((await logOf(database.pool, id)).map(({ action }) => action)).toEqual([
    'letter-written',
    'letter-uncertain',
    'letter-sent',
  ]);

  // the first, which was only thought dead, hears its answer at last: what is settled stays settled
  silent.handed[0]?.answer({ outcome: 'refused', answer: '550' });
  await working;
  expect((await letterRow(database.pool, id)).state).toBe('sent');
  expect(await attemptsOf(database.pool, id)).toEqual(['uncertain office-ended', 'sent 250']);
  await other.close();
  await office.close(); // it went on under a new id
  living.transport.close();
  dying.transport.close();
});

/** Waits until the server has seen the office's connection end, by taking the lock that it held. */
async function lockIsGone(): Promise<void> {
  const { rows } = await database.pool.query<{ claimed_by: string }>(
    `select distinct claimed_by from letter where state = 'sending'`,
  );
  const client = await database.pool.connect();
  for (const { claimed_by } of rows) {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [claimed_by]);
    await client.query('commit');
  }
  client.release();
}

test('an office whose lock was lost on the way claims what follows under a new id', async () => {
  for (const name of ['ana', 'binh']) await queueTo(database.pool, notice, `${name}@example.test`);
  const office = openOffice(database.pool);
  const before = await office.id();
  const real = officeFor(database.pool, server.url);
  const claimedBy: string[] = [];
  const losing = {
    ...real.transport,
    send: async (message: LetterMessage) => {
      const { rows } = await database.pool.query<{ claimed_by: string }>(
        `select claimed_by from letter where state = 'sending'`,
      );
      claimedBy.push(...rows.map((row) => row.claimed_by));
      if (claimedBy.length === 1) {
        const lost = once(database.pool, 'remove');
        await database.pool.query(
          `select pg_terminate_backend(pid) from pg_locks
           where locktype = 'advisory' and classid = (hashtextextended($1, 0) >> 32 & 4294967295)::oid`,
          [before],
        );
        await lost;
      }
      return real.transport.send(message);
    },
  };
  await drain(
    { ...real, transport: losing, lanes: 1, chunk: 1 },
    office,
    new ServerTrouble(real.say),
  );
  expect(claimedBy).toEqual([before, await office.id()]);
  expect(claimedBy[1]).not.toBe(before);
  expect(server.taken).toHaveLength(2);
  await office.close();
  real.transport.close();
});

test('a letter queued while the office is idle is sent on the notification, and what it has in hand is settled before it ends', async () => {
  const stopping = new AbortController();
  const options = officeFor(database.pool, server.url, { signal: stopping.signal });
  const early = await queueTo(database.pool, notice, 'early@example.test');
  const running = runPostOffice(options);
  await server.came(1);
  const late = await queueTo(database.pool, notice, 'late@example.test');
  await server.came(2);
  stopping.abort();
  await running;
  options.transport.close();
  for (const id of [early, late]) expect((await letterRow(database.pool, id)).state).toBe('sent');
  expect(server.connections()).toBeLessThanOrEqual(10);
});

test('a letter that hangs on a silent server keeps none waiting that is queued meanwhile', async () => {
  // one connection for all lanes and this test: what it queues comes after the first look of every lane
  const narrow = openPool(database.appUrl, {
    max: 3,
    onIdleError: (error) => {
      throw error;
    },
  });
  const stopping = new AbortController();
  const real = officeFor(narrow, server.url, { signal: stopping.signal });
  const silent = silentTransport();
  const send = (message: LetterMessage) =>
    (silent.handed.length === 0 ? silent.transport : real.transport).send(message);
  const hanging = await queueTo(narrow, notice, 'ana@example.test');
  const running = runPostOffice({ ...real, transport: { ...real.transport, send } });
  await silent.first;
  const later = await queueTo(narrow, notice, 'binh@example.test');
  await server.came(1);
  expect((await letterRow(narrow, hanging)).state).toBe('sending');

  stopping.abort();
  silent.handed[0]?.answer({ outcome: 'sent', answer: '250' });
  await running;
  for (const id of [hanging, later]) expect((await letterRow(narrow, id)).state).toBe('sent');
  real.transport.close();
  await narrow.end();
});

test('a lane that fails says by what, and its letters go out when it is opened again', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  let isDown = true;
  const now = async () => {
    if (isDown) throw new Error('the clock cannot be read');
    return NOW;
  };
  const options = officeFor(database.pool, server.url, { now, lanes: 1 });
  const office = openOffice(database.pool);
  const lanes = lanesOf(options, office, new ServerTrouble(options.say));
  lanes.open();
  await lanes.rest();
  expect(options.said).toEqual(['letters: the clock cannot be read; looking again']);

  isDown = false;
  lanes.open();
  await lanes.rest();
  expect((await letterRow(database.pool, id)).state).toBe('sent');
  await office.close();
  options.transport.close();
});

test('an office that begins looks for letters of offices that are gone', async () => {
  const id = await queueTo(database.pool, notice, 'ana@example.test');
  await database.pool.query(
    `update letter set state = 'sending', claimed_by = gen_random_uuid(), attempts = 1 where id = $1`,
    [id],
  );
  const stopping = new AbortController();
  const options = officeFor(database.pool, server.url, { signal: stopping.signal });
  const running = runPostOffice(options);
  await server.came(1);
  stopping.abort();
  await running;
  options.transport.close();
  expect((await letterRow(database.pool, id)).state).toBe('sent');
  expect(options.said.join()).toContain('an office that ended');
});

test('a letter whose settings changed between two attempts says in the log that its bytes differ', async () => {
  const id = await queueTo(database.pool, notice, 'drop-after-data@example.test');
  const office = openOffice(database.pool);
  const before = officeFor(database.pool, server.url, { delayAfter: () => 0 });
  const stopping = new AbortController();
  const firstOnly = { ...before, signal: stopping.signal };
  const counting = { ...firstOnly, transport: stopAfterOne(before.transport, stopping) };
  await drain(counting, office, new ServerTrouble(before.say));
  server.treatAllAs('accept');
  const after = officeFor(database.pool, server.url, { baseUrl: 'https://moved.example.test' });
  await drain(after, office, new ServerTrouble(after.say));
  expect((await logOf(database.pool, id)).at(-1)).toEqual({
    action: 'letter-sent',
    detail: { attempt: 2, again: true, bytesDiffer: true },
  });
  await office.close();
  before.transport.close();
  after.transport.close();
});

/** A transport after whose first delivery the office stops. */
function stopAfterOne(
  transport: ReturnType<typeof officeFor>['transport'],
  stopping: AbortController,
) {
  return {
    ...transport,
    send: async (message: LetterMessage) => {
      const delivery = await transport.send(message);
      stopping.abort();
      return delivery;
    },
  };
}
