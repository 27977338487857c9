import type { Instant } from '../../contracts/plan.ts';
import type { NewProposal } from '../../domain/ladder/proposals.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

export type ProposalEntered = NewProposal & { id: string };

/**
 * Enters what a digest proposes, in the transaction that keeps its draft. A miss that was withdrawn since the draft was
 * read leaves its proposal out; one about more misses takes the place of those still open about the same person.
 * @returns rows for the log
 */
export async function enterProposals(
  transaction: Transaction,
  input: { noticeId: string; digestId: string; now: Instant; proposals: ProposalEntered[] },
): Promise<LogEntry[]> {
  const { noticeId, digestId, now, proposals } = input;
  if (proposals.length === 0) return [];
  await transaction.query(
    'select 1 from obligation where id = any($1) order by id for no key update',
    [proposals.flatMap(({ missed }) => missed)],
  );
  const { rows: entered } = await transaction.query<{ id: string; proposed: string }>(ENTER, [
    noticeId,
    digestId,
    now,
    JSON.stringify(proposals),
  ]);
  const replaced = proposals
    .filter(({ id }) => entered.some((one) => one.id === id))
    .flatMap(({ replaces }) => replaces);
  const { rows: withdrawn } = await transaction.query<{ id: string }>(
    `update proposal set state = 'withdrawn', withdrawn_why = 'proposed-anew', settled_at = $2
     where id = any($1) and state = 'open' returning id`,
    [replaced, now],
  );
  return [
    ...entered.map(
      ({ id, proposed }): LogEntry => ({
        actor: 'engine',
        action: 'handling-proposed',
        subject: id,
        detail: { digest: digestId, proposed },
      }),
    ),
    ...withdrawn.map(
      ({ id }): LogEntry => ({
        actor: 'engine',
        action: 'proposal-withdrawn',
        subject: id,
        detail: { why: 'proposed-anew' },
      }),
    ),
  ];
}

const ENTER = `
insert into proposal (id, notice_id, digest_id, person_id, party_id, process_id, misses_in_a_row, misses_in_all, missed, proposed, entered_at)
select p.id, $1, $2, p."personId", p."partyId", p."processId", p."missesInARow", p."missesInAll", p.missed, p.propose, $3
from jsonb_to_recordset($4) as p(id uuid, "personId" text, "partyId" text, "processId" text, "missesInARow" int,
  "missesInAll" int, missed text[], propose text)
where not exists (
  select from unnest(p.missed) m
  where not exists (select from finding f where f.obligation_id = m and f.state in ('recorded', 'released')))
on conflict (digest_id, person_id) do nothing
returning id, proposed`;
