import { expect, test } from 'vitest';
import { onNotification } from '../../db/onNotification.ts';
import { inTransaction } from '../../db/transaction.ts';
import { ownRegister } from '../support/ownRegister.ts';

const register = ownRegister();
const NEVER = 3_600_000;

const endConnection = (pid: number | undefined) =>
  register.pool.query('select pg_terminate_backend($1)', [pid]);

test('a connection that is lost between two queries of a transaction fails the next, and the process goes on', async () => {
  const { pool } = register;
  const cut = inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
    const client = transaction as unknown as NodeJS.EventEmitter;
    const lost = new Promise((resolve) => client.once('end', resolve));
    await endConnection(rows[0]?.pid);
    await lost;
    await transaction.query('select 1');
  });
  await expect(cut).rejects.toThrow(/not queryable/);
  expect((await pool.query('select 1')).rowCount).toBe(1);
});

test('whoever listens goes on listening after the connection was lost', async () => {
  const { pool } = register;
  const stopping = new AbortController();
  const said: string[] = [];
  let looks = 0;
  let looked: () => void = () => {};
  const nextLook = () => new Promise<void>((resolve) => (looked = resolve));
  const listening = onNotification(
    {
      pool,
      channel: 'tried',
      pollMs: NEVER,
      signal: stopping.signal,
      say: (line) => said.push(line),
    },
    async () => {
      looks += 1;
      looked();
    },
  );
  const listener = async (): Promise<number | undefined> => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and query = 'listen "tried"' and state = 'idle'`,
    );
    return rows[0]?.pid;
  };
  await nextLook();
  const again = nextLook();
  await endConnection(await listener());
  await again;
  const told = nextLook();
  await pool.query('notify tried');
  await told;
  expect(looks).toBeGreaterThanOrEqual(3);
  expect(said).toEqual([expect.stringContaining('listening anew')]);
  stopping.abort();
  await listening;
});
