import type { Instant } from '../../../contracts/plan.ts';
import type { Pool } from '../../../db/pool.ts';

/** Something that somebody of the cast will do at a planned instant. */
export interface Act {
  /** what it answers: the same answer is planned once */
  id: string;
  actor: string;
  act: string;
  subject: Record<string, unknown>;
  at: Instant;
}

/** Enters acts into the rehearsal's diary; one that is there already stays as it is. */
export async function planActs(pool: Pool, noticeId: string, acts: Act[]): Promise<void> {
  if (acts.length === 0) return;
  await pool.query(
    `insert into cast_act (id, notice_id, actor, act, subject, at)
     select a.id, $1, a.actor, a.act, a.subject, a.at
     from jsonb_to_recordset($2) as a(id text, actor text, act text, subject jsonb, at timestamptz)
     on conflict (id) do nothing`,
    [noticeId, JSON.stringify(acts)],
  );
}

/** The acts whose time has come, by their planned order. */
export async function actsDue(pool: Pool, noticeId: string): Promise<Act[]> {
  const { rows } = await pool.query<Act>(
    `select a.id, a.actor, a.act, a.subject, a.at from cast_act a join rehearsal r using (notice_id)
     where a.notice_id = $1 and a.done_at is null and a.at <= r.now order by a.at, a.id`,
    [noticeId],
  );
  return rows;
}

/** Notes what became of an act. */
export async function actDone(pool: Pool, id: string, outcome: string): Promise<void> {
  await pool.query('update cast_act set done_at = at, outcome = $2 where id = $1', [id, outcome]);
}
