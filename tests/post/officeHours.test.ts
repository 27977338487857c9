import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../contracts/plan.ts';
import { ownRegister } from '../support/ownRegister.ts';
import { type MailServer, startMailServer } from './mailServer.ts';
import { letterRow, loadOutbox, NOW, queueTo, sendDue } from './outbox.ts';

const NIGHT = '2020-12-14T19:00:00.000Z'; // 02:00 on Tuesday
const OPENING = '2020-12-15T00:30:00.000Z'; // 07:30

const database = ownRegister({ max: 20 });
let server: MailServer;
let notice: string;
beforeEach(async () => {
  server = await startMailServer();
  notice = await loadOutbox(database.pool);
});
afterEach(() => server.stop());

/** Sends what may leave at an instant of the notice's clock. */
const sendAt = (now: Instant) =>
  sendDue(database.pool, server.url, { now: async () => now, chunk: 1, lanes: 1 });

test('what trouble with the mail has kept until the night leaves at the next opening', async () => {
  const ids = [
    await queueTo(database.pool, notice, 'ana@example.test'),
    await queueTo(database.pool, notice, 'binh@example.test'),
  ];
  await sendAt(NIGHT);
  expect(server.taken).toEqual([]);
  for (const id of ids) {
    expect(await letterRow(database.pool, id)).toMatchObject({ state: 'queued', attempts: 0 });
  }
  await sendAt(OPENING);
  expect(server.taken).toHaveLength(2);
});

test('by day it leaves as soon as it can', async () => {
  await queueTo(database.pool, notice, 'ana@example.test');
  await sendAt('2020-12-14T08:00:00.000Z'); // 15:00
  expect(server.taken).toHaveLength(1);
});

test('a letter of a ladder that writes at any hour is tried at any hour', async () => {
  const notBefore = '2020-12-14T17:00:00.000Z'; // midnight
  await queueTo(database.pool, notice, 'ana@example.test', { notBefore });
  await sendAt(NIGHT);
  expect(server.taken).toHaveLength(1);
});

test('one that is put off keeps no other waiting', async () => {
  await queueTo(database.pool, notice, 'ana@example.test', { notBefore: NOW });
  await queueTo(database.pool, notice, 'binh@example.test', {
    notBefore: '2020-12-14T18:50:00.000Z',
  });
  await sendAt(NIGHT);
  expect(server.taken).toHaveLength(1);
});
