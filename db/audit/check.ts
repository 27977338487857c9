import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** A notice that is carried out, and its own present instant. */
export interface AuditScope {
  noticeId: string;
  notice: Notice;
  now: Instant;
}

/** One question of the auditor: the ids at fault, none where the record is sound. */
export type RegisterCheck = (queryable: Queryable, scope: AuditScope) => Promise<string[]>;

/** What is late by less may still be under way. */
export const LATE_AFTER_MINUTES = 15;

/** The ids that a query answers with, in its order. */
export async function idsOf(
  queryable: Queryable,
  sql: string,
  values: unknown[],
): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>(sql, values);
  return rows.map(({ id }) => id);
}
