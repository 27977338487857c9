import type { DateNote, PlannedPeriod } from '../../contracts/plan.ts';
import type { TakeOut } from '../../domain/periods/takeOut.ts';
import type { Queryable } from '../pool.ts';

/** A decision to skip or merge a period, as the register keeps it. */
export interface PeriodDecision extends TakeOut {
  decisionId: string;
  actor: string;
  isApplied: boolean;
}

interface OfProcess {
  noticeId: string;
  processId: string;
}

/** What was decided about the periods of a process, in the order of the decisions. */
export async function periodDecisions(
  queryable: Queryable,
  { noticeId, processId }: OfProcess,
): Promise<PeriodDecision[]> {
  const { rows } = await queryable.query<PeriodDecision>(
    `select p.decision_id as "decisionId", p.key, p.into_key as into, p.parties, d.actor, p.applied_at is not null as "isApplied"
     from period_decision p join decision d on d.id = p.decision_id
     where p.notice_id = $1 and p.process_id = $2 order by d.at, d.id`,
    [noticeId, processId],
  );
  return rows;
}

/** What a period's prompt says of the periods that were merged into it, directly or through one another. */
export function mergedNotes(decisions: readonly PeriodDecision[], key: string): DateNote[] {
  return decisions
    .filter(({ into }) => into === key)
    .flatMap(({ key: period, parties }): DateNote[] => [
      ...mergedNotes(decisions, period),
      { code: 'covers-merged', period, ...(parties !== null && { parties }) },
    ]);
}

/** The plan with what its letters say of the periods that were merged into it before it opened. */
export function withMergedNotes(
  plan: PlannedPeriod,
  decisions: readonly PeriodDecision[],
): PlannedPeriod {
  const merged = mergedNotes(decisions, plan.key);
  if (merged.length === 0) return plan;
  const tracks = plan.tracks.map((track) =>
    track.key === 'main' ? { ...track, notes: [...track.notes, ...merged] } : track,
  );
  return { ...plan, tracks };
}

/** Adds notes to the main track of a period that is open already; none is added twice. */
export async function addNotes(
  queryable: Queryable,
  periodId: string,
  notes: readonly DateNote[],
): Promise<void> {
  await queryable.query(
    `update period p set plan = jsonb_set(p.plan, '{tracks}', (
       select jsonb_agg(case when t.track ->> 'key' = 'main'
           then jsonb_set(t.track, '{notes}', (t.track -> 'notes') || to_jsonb(array(
             select a.note from jsonb_array_elements($2::jsonb) as a(note) where not (t.track -> 'notes') @> jsonb_build_array(a.note))))
           else t.track end order by t.place)
       from jsonb_array_elements(p.plan -> 'tracks') with ordinality as t(track, place)))
     where p.id = $1`,
    [periodId, JSON.stringify(notes)],
  );
}
