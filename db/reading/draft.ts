import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';

/** What was handed in at a stage: the latest version, with a list of its files. */
export interface DraftRead {
  submissionId: string;
  receivedAt: Instant;
  capacities: string[];
  body: string;
  answers: Record<string, string>;
  attachments: { id: string; fileName: string; size: number }[];
}

/** The latest report handed in for a period; null where there is none. */
export async function readDraft(queryable: Queryable, periodId: string): Promise<DraftRead | null> {
  const { rows } = await queryable.query<DraftRead>(
    `select s.id as "submissionId", s.received_at as "receivedAt", s.capacities, t.body, t.answers,
       coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name, 'size', a.size) order by a.file_name, a.id)
         from attachment a where a.submission_id = s.id), '[]') as attachments
     from submission s join submission_text t on t.submission_id = s.id
     where s.kind = 'report' and exists (
       select from submission_obligation so join obligation o on o.id = so.obligation_id
       where so.submission_id = s.id and o.period_id = $1 and o.track = 'main')
     order by s.received_at desc, s.recorded_at desc, s.id desc limit 1`,
    [periodId],
  );
  return rows[0] ?? null;
}
