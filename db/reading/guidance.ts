import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** The guidance that a collection's parties were sent first, as the office handed it in last. */
export interface GuidanceOnRecord {
  submissionId: string;
  receivedAt: Instant;
  body: string;
  /** by the id of the outline's section */
  answers: Record<string, string>;
  attachments: { id: string; fileName: string; size: number }[];
}

/** A period's guidance in its latest version; null where none has been handed in, or the process has none. */
export async function readGuidance(
  queryable: Queryable,
  periodId: string,
): Promise<GuidanceOnRecord | null> {
  const { rows } = await queryable.query<GuidanceOnRecord>(
    `select s.id as "submissionId", s.received_at as "receivedAt", t.body, t.answers,
       (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name, 'size', a.size) order by a.file_name, a.id), '[]')
        from attachment a where a.submission_id = s.id) as attachments
     from obligation o join submission_obligation so on so.obligation_id = o.id
     join submission s on s.id = so.submission_id and s.kind = 'report'
     join submission_text t on t.submission_id = s.id
     where o.period_id = $1 and o.track = 'guidance' order by so.version desc limit 1`,
    [periodId],
  );
  return rows[0] ?? null;
}

/** Whether a submission is the guidance for something that one of these parties owes: whoever was asked may read it. */
export async function isGuidanceFor(
  queryable: Queryable,
  submissionId: string,
  parties: readonly string[],
): Promise<boolean> {
  const { rows } = await queryable.query<{ is: boolean }>(
    `select exists (
       select from submission_obligation so join obligation g on g.id = so.obligation_id and g.track = 'guidance'
       join obligation o on o.period_id = g.period_id and o.track = 'main' and o.party_id = any($2)
       where so.submission_id = $1) as is`,
    [submissionId, parties],
  );
  return rows[0]?.is ?? false;
}
