import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAST_CHANNEL } from '../../../dev/mailbox/keepMessage.ts';
import { type Act, planActs } from '../../../dev/rehearsal/cast/acts.ts';
import { type Cast, startCast } from '../../../dev/rehearsal/cast/startCast.ts';
import { NOTICE } from '../../api/support/office.ts';
import { openRehearsedOffice, type RehearsedOffice } from './support/rehearsedOffice.ts';

let office: RehearsedOffice;
let broken: Server;
let casts: Cast[] = [];
const said: string[] = [];
beforeAll(async () => {
  office = await openRehearsedOffice();
  broken = createServer((_request, response) => {
    response.statusCode = 503;
    response.end('<main>Hệ thống đang gặp sự cố</main>');
  });
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await Promise.all(casts.map((cast) => cast.stop()));
  await new Promise((resolve) => broken.close(resolve));
  await office.close();
});

function start(apiUrl = office.apiUrl): Cast {
  const { notice, tokens } = office;
  const { pool } = office.register;
  const say = (line: string) => void said.push(line);
  const cast = startCast({ pool, notice, seed: 1, apiUrl, adminToken: tokens.admin, say });
  casts = [...casts, cast];
  return cast;
}

/** Comes back once the act was done, with what came of it; the register tells of each change. */
async function outcomeOf(id: string): Promise<string> {
  const { pool } = office.register;
  for (;;) {
    const { rows } = await pool.query<{ outcome: string | null }>(
      'select outcome from cast_act where id = $1',
      [id],
    );
    if (typeof rows[0]?.outcome === 'string') return rows[0].outcome;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const handIn = (party: string, at: string): Act => ({
  id: `${office.owed(party)}/test`,
  actor: party,
  act: 'hand in',
  subject: {
    page: `/r/${office.link('report', party, office.owed(party))}`,
    kind: 'report',
    version: 1,
    obligations: [office.owed(party)],
  },
  at,
});

test('a letter is answered when the clock has come to the time that its receiver chose, not before', async () => {
  const cast = start();
  const party = 'truong-ban-dan-van';
  await office.post({ kind: 'prompt', personId: party, obligations: [office.owed(party)] }, [
    { to: 'report', obligationId: office.owed(party) },
  ]);
  const { pool } = office.register;
  const planned = async (): Promise<{ id: string; at: string } | undefined> => {
    const { rows } = await pool.query<{ id: string; at: string }>(
      `select id, at from cast_act where actor = $1 and act = 'hand in'`,
      [party],
    );
    return rows[0];
  };
  let act = await planned();
  while (!act) act = await planned();
  const before = await pool.query('select 1 from submission');
  expect(before.rowCount).toBe(0);

  await office.leapTo(act.at);
  await pool.query('select pg_notify($1, $2)', [CAST_CHANNEL, '']);
  expect(await outcomeOf(act.id)).toBe('done');
  const { rows } = await pool.query<{ signed_by: string; received_at: string }>(
    'select signed_by, received_at from submission',
  );
  expect(rows).toEqual([{ signed_by: party, received_at: act.at }]);
  await cast.stop();
  await expect(cast.ended).resolves.toBeUndefined();
});

test('a failing server stops the cast, with a word on who could not do what', async () => {
  const { port } = broken.address() as AddressInfo;
  const cast = start(`http://127.0.0.1:${port}`);
  const acts = [
    handIn('chu-tich-mttq', office.clock.now),
    handIn('truong-cum-1', office.clock.now),
  ];
  await planActs(office.register.pool, NOTICE, acts);
  await expect(cast.ended).rejects.toThrow(
    /chu-tich-mttq could not do "hand in" .*answered 503: Hệ thống đang gặp sự cố/,
  );
  expect(said.at(-1)).toMatch(/^the cast stopped: chu-tich-mttq could not/);
  // nothing is noted as done that was not
  const { rows } = await office.register.pool.query('select 1 from cast_act where done_at is null');
  expect(rows.length).toBeGreaterThanOrEqual(2);
});

test('what was left undone is done by the next cast', async () => {
  start();
  for (const party of ['chu-tich-mttq', 'truong-cum-1']) {
    expect(await outcomeOf(handIn(party, '').id)).toBe('done');
  }
});
