import type { Words } from '../../contracts/messages.ts';
import type { Queryable } from '../pool.ts';

/** Words of a decision that never reached its workflow are kept so long, on the machine's clock. */
const KEPT_FOR = '30 days';

/** Keeps what was written with a decision while it is on its way to its workflow; asked again, it is kept once. */
export async function keepWords(
  queryable: Queryable,
  said: { decisionId: string; noticeId: string; words: Words },
): Promise<void> {
  await queryable.query(
    `insert into waiting_words (decision_id, notice_id, words) values ($1, $2, $3)
     on conflict (decision_id) do nothing`,
    [said.decisionId, said.noticeId, JSON.stringify(said.words)],
  );
}

/**
 * What was written with a decision that a workflow now takes. Where it was taken before and only asked again, the reason
 * that stands on record.
 * @throws Error, to be tried again, where the register has neither
 */
export async function readWords(queryable: Queryable, decisionId: string): Promise<Words> {
  const { rows } = await queryable.query<{ words: Words }>(
    `select words from (
       select 1 as place, words from waiting_words where decision_id = $1
       union all
       select 2, jsonb_build_object('reason', t.reason) from decision d
       left join decision_text t on t.decision_id = d.id where d.id = $1) found
     order by place limit 1`,
    [decisionId],
  );
  const row = rows[0];
  if (row) return row.words;
  throw new Error(`no words wait for the decision ${decisionId}`);
}

/** The decision was taken, or refused: what stays of its words is the record's. */
export async function dropWords(queryable: Queryable, decisionId: string): Promise<void> {
  await queryable.query('delete from waiting_words where decision_id = $1', [decisionId]);
}

/** Forgets the words of decisions that nobody asked for again. */
export async function forgetOldWords(queryable: Queryable): Promise<void> {
  await queryable.query(
    'delete from waiting_words where kept_at < clock_timestamp() - $1::interval',
    [KEPT_FOR],
  );
}
