import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import type { Pool, Queryable } from '../../db/pool.ts';
import { ownStart } from '../../domain/plan/planProcess.ts';

/** Enters a notice for rehearsal: its clock stands at the notice's own start. Done before, it goes on where it was. */
export async function enterRehearsal(
  pool: Pool,
  notice: Notice,
  seed: number,
): Promise<{ now: Instant; isNew: boolean }> {
  const start = ownStart(notice);
  const { created } = await loadNotice(pool, { notice, now: start, clock: 'rehearsal' });
  await pool.query(
    `insert into rehearsal (notice_id, now, seed, target, state) values ($1, $2, $3, $2, 'standing') on conflict (notice_id) do nothing`,
    [notice.id, start, seed],
  );
  const { rows } = await pool.query<{ now: Instant }>(
    'select now from rehearsal where notice_id = $1',
    [notice.id],
  );
  return { now: rows[0]?.now ?? start, isNew: created };
}

/** The present instant of a notice: its rehearsal's clock, or the machine's where it is not in rehearsal. */
export async function nowOf(queryable: Queryable, noticeId?: string): Promise<Instant> {
  const { rows } = await queryable.query<{ now: Instant | null }>(
    'select max(now) as now from rehearsal where $1::text is null or notice_id = $1',
    [noticeId ?? null],
  );
  return rows[0]?.now ?? new Date().toISOString();
}
