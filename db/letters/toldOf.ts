import type { Transaction } from '../transaction.ts';

/** Those of these obligations about which a letter has gone out, or is on its way: their people must be told. */
export async function toldOf(
  transaction: Transaction,
  obligationIds: readonly string[],
): Promise<string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select distinct lo.obligation_id as id from letter_obligation lo join letter l on l.id = lo.letter_id
     where lo.obligation_id = any($1) and l.state not in ('stopped', 'failed')`,
    [obligationIds],
  );
  return rows.map(({ id }) => id);
}
