import { randomUUID } from 'node:crypto';
import type { Pool } from '../../../db/pool.ts';
import type { StatusFacts } from '../../../domain/status/status.ts';

export const NOTICE = 'n';
export const NOW = '2020-12-01T00:00:00.000Z';
/** When the process q was paused. */
export const PAUSED_AT = '2020-11-25T00:00:00.000Z';

/** One obligation as a test wants it: the facts that its status depends on, and where it stands. */
export interface Owed extends Omit<StatusFacts, 'pausedAt'> {
  party: string;
  /** `PAUSED_AT` where its period is paused, with its process */
  pausedAt: typeof PAUSED_AT | null;
  /** its process is paused, whether or not its period still is */
  processPaused?: boolean;
  track?: string;
}

/** A notice with two directives, three parties under two superiors, and nothing owed yet. */
export async function enterNotice(pool: Pool): Promise<void> {
  await pool.query(
    `insert into notice (id, title, zone, language, content, content_sha256, loaded_at, state, started_at)
     values ('n', 'A notice', 'UTC', 'en', '{}', repeat('0', 64), '2020-01-01Z', 'running', '2020-01-01Z')`,
  );
  await pool.query(
    `insert into person (notice_id, id) select 'n', unnest(array['ann', 'ben', 'box', 'cho', 'dee'])`,
  );
  await pool.query(
    `insert into party (notice_id, id, kind, title) select 'n', p, case p when 'u' then 'unit' else 'position' end, upper(p) from unnest(array['a', 'b', 'c', 'chief', 'deputy', 'u']) p`,
  );
  await pool.query(
    `insert into holding (notice_id, party_id, person_id, sole, since, until) values
       ('n', 'a', 'ann', true, '2020-01-01Z', null),
       ('n', 'b', 'ben', true, '2020-01-01Z', '2020-11-15Z'), ('n', 'b', 'cho', true, '2020-11-15Z', null),
       ('n', 'c', 'ann', true, '2020-01-01Z', null), ('n', 'chief', 'dee', true, '2020-01-01Z', null), ('n', 'u', 'box', false, '2020-01-01Z', null)`,
  );
  await pool.query(
    `insert into supervision (notice_id, party_id, supervisor_id, since) values
       ('n', 'a', 'deputy', '2020-01-01Z'), ('n', 'b', 'deputy', '2020-01-01Z'), ('n', 'deputy', 'chief', '2020-01-01Z'), ('n', 'c', 'chief', '2020-01-01Z')`,
  );
  await pool.query(
    `insert into process (notice_id, id, directive, kind, state, paused_at) values
       ('n', 'p', '1', 'reporting-cycle', 'running', null), ('n', 'q', '2', 'reporting-cycle', 'paused', $1)`,
    [PAUSED_AT],
  );
}

let count = 0;

/** Enters one obligation in a period of its own. @returns its id */
export async function enterObligation(pool: Pool, owed: Owed): Promise<string> {
  count += 1;
  const process = owed.processPaused || owed.pausedAt !== null ? 'q' : 'p';
  const period = `n/${process}/k${count}`;
  const track = owed.track ?? 'main';
  await pool.query(
    `insert into period (id, notice_id, process_id, key, state, trial, ordinal, opens_at, due_at, closes_at, plan)
     values ($1, 'n', $2, $3, $4, $5, 1, $6, $7, $7, '{}')`,
    [
      period,
      process,
      `k${count}`,
      owed.pausedAt === null ? 'open' : 'paused',
      owed.trial,
      owed.opensAt,
      owed.dueAt,
    ],
  );
  await pool.query(
    `insert into schedule (id, period_id, track, deliverable, due_at, last_day) values ($1, $2, $3, 'report', $4, '2020-11-30')`,
    [`${period}/${track}`, period, track, owed.dueAt],
  );
  const id = `${period}/${owed.party}`;
  await pool.query(
    `insert into obligation (id, notice_id, period_id, process_id, party_id, track, deliverable, schedule_id, ordinal, original_due_at,
       due_at, received_at, received_as, closed_as, closed_at, never_late)
     values ($1, 'n', $2, $3, $4, $5, 'report', $6, 1, $7, $7, $8::timestamptz, case when $8::timestamptz is not null then 'report' end, $9::text,
       case when $9::text is not null then $10::timestamptz end, $11)`,
    [
      id,
      period,
      process,
      owed.party,
      track,
      `${period}/${track}`,
      owed.dueAt,
      owed.receivedAt,
      owed.closedAs,
      NOW,
      owed.neverLate ?? false,
    ],
  );
  if (owed.foundLate) {
    await pool.query(
      `insert into finding (id, obligation_id, due_at, last_day, notice_id, state, has_words, evidence, recorded_at)
       select $1, o.id, o.due_at, s.last_day, 'n', 'recorded', false, '[]', $3
       from obligation o join schedule s on s.id = o.schedule_id where o.id = $2`,
      [randomUUID(), id, NOW],
    );
  }
  return id;
}
