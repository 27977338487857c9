import type { Pool } from '../../../db/pool.ts';

const WITHIN_MS = 60_000;

/** Waits, on the live clock, until the register shows what the workflows have done. */
export function untilRecorded(pool: Pool) {
  /** Comes back with the first row that a query answers with. */
  async function row(what: string, sql: string, ...values: unknown[]): Promise<{ id: string }> {
    for (const from = Date.now(); Date.now() - from < WITHIN_MS; ) {
      const { rows } = await pool.query<{ id: string }>(sql, values);
      if (rows[0]) return rows[0];
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`did not come about within a minute: ${what}`);
  }
  return {
    opened: (period: string) =>
      row(`the opening of ${period}`, 'select id from period where id = $1', period),
    closed: (period: string) =>
      row(
        `the close of ${period}`,
        `select id from period where id = $1 and state = 'closed'`,
        period,
      ),
    owed: (obligation: string) =>
      row(obligation, 'select id from obligation where id = $1', obligation),
    handedIn: (obligation: string) =>
      row(
        `the report on ${obligation}`,
        'select submission_id as id from submission_obligation where obligation_id = $1',
        obligation,
      ),
    taken: (period: string, step: string) =>
      row(
        `${step} of ${period}`,
        `select s.id from schedule s join schedule_step t on t.schedule_id = s.id
         where s.period_id = $1 and t.key = $2 and t.done_at is not null`,
        period,
        step,
      ),
  };
}
