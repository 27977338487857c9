import type { DecidedHandling, Handling } from '../../contracts/digest.ts';
import type { SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import type { Queryable } from '../pool.ts';
import { IN_ORDER, PLACE, WITH_PLACES } from '../proposals/inOrder.ts';
import { conditions } from './conditions.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './page.ts';

/** One of the misses that a proposal rests on, with the evidence as it stood and what the person has answered. */
export interface MissedRow {
  obligationId: string;
  processId: string;
  partyId: string;
  party: string;
  lastDay: string;
  /** a report that came after all */
  receivedAt: Instant | null;
  finding: { id: string; state: string; evidence: SentEvidence[] };
  answers: { at: Instant; body: string }[];
}

export interface ProposalRow {
  id: string;
  noticeId: string;
  digestId: string;
  /** the process of that digest */
  digestProcess: string;
  personId: string;
  /** the capacity of the latest miss */
  partyId: string;
  party: string;
  /** of the latest miss */
  processId: string;
  missesInARow: number;
  missesInAll: number;
  /** of the post, in the notice's order */
  place: number;
  proposed: Handling;
  enteredAt: Instant;
  /** the digest that it stands in has been released */
  shown: boolean;
  state: 'open' | 'decided' | 'withdrawn';
  handling: DecidedHandling | null;
  withdrawnWhy: 'no-miss' | 'proposed-anew' | null;
  settledAt: Instant | null;
  decisionId: string | null;
  missed: MissedRow[];
  /** the period of the explanation that was asked for */
  explanation: {
    periodId: string;
    dueAt: Instant;
    lastDay: string;
    receivedAt: Instant | null;
    submissionId: string | null;
  } | null;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const utc = (column: string): string => `to_char(${column} at time zone 'UTC', ${INSTANT})`;

const SELECT = `
select p.id, p.notice_id as "noticeId", p.digest_id as "digestId", gd.process_id as "digestProcess", p.person_id as "personId", p.party_id as "partyId",
  t.title as party, p.process_id as "processId", p.misses_in_a_row as "missesInARow", p.misses_in_all as "missesInAll", ${PLACE} as place,
  p.proposed, p.entered_at as "enteredAt", g.released_at is not null as shown, p.state, p.handling,
  p.withdrawn_why as "withdrawnWhy", p.settled_at as "settledAt", p.decision_id as "decisionId", m.missed,
  case when e.id is not null then jsonb_build_object('periodId', e.id,
    'dueAt', coalesce(${utc('x.due_at')}, e.plan ->> 'dueAt'),
    'lastDay', coalesce(y.last_day::text, e.plan #>> '{tracks,0,lastDay}'), 'receivedAt', ${utc('x.received_at')},
    'submissionId', (select so.submission_id from submission_obligation so where so.obligation_id = x.id
      order by so.version desc limit 1)) end as explanation
from proposal p
join digest g on g.period_id = p.digest_id
join period gd on gd.id = g.period_id
join party t on t.notice_id = p.notice_id and t.id = p.party_id
left join decided_period e on e.decision_id = p.decision_id
left join obligation x on x.period_id = e.id and x.track = 'explanation'
left join schedule y on y.id = x.schedule_id
${WITH_PLACES}
left join lateral (
  select jsonb_agg(jsonb_build_object('obligationId', o.id, 'processId', o.process_id, 'partyId', o.party_id,
      'party', q.title, 'lastDay', f.last_day, 'receivedAt', ${utc('o.received_at')},
      'finding', jsonb_build_object('id', f.id, 'state', f.state, 'evidence', f.evidence),
      'answers', (select coalesce(jsonb_agg(jsonb_build_object('at', ${utc('a.at')}, 'body', a.body) order by a.at), '[]')
        from finding_answer a where a.finding_id = f.id)) order by f.due_at, o.id) as missed
  from obligation o
  join party q on q.notice_id = o.notice_id and q.id = o.party_id
  join finding f on f.obligation_id = o.id and f.state <> 'withheld'
  where o.id = any(p.missed)) m on true`;

export interface ProposalFilter extends PageRequest {
  noticeId: string;
  state?: ProposalRow['state'] | undefined;
  person?: string | undefined;
  /** leave out those whose digest has not been released */
  shownOnly: boolean;
}

/**
 * Proposals of a notice by digest; within one the most misses in a row first, then as the notice lists the posts. Each
 * has the misses that it rests on.
 */
export async function listProposals(
  queryable: Queryable,
  filter: ProposalFilter,
): Promise<Page<ProposalRow>> {
  const after = readCursor(filter.cursor, ['instant', 'id', 'count', 'count', 'uuid']);
  const where = conditions(filter.noticeId);
  where.always('p.notice_id = $1');
  where.when(filter.state, (place) => `p.state = ${place}`);
  where.when(filter.person, (place) => `p.person_id = ${place}`);
  if (filter.shownOnly) where.always('g.released_at is not null');
  if (after) {
    const [enteredAt, digest, misses, place, id] = after.map((key) => where.value(key));
    where.always(
      `(p.entered_at, p.digest_id, -p.misses_in_a_row, ${PLACE}, p.id) > (${enteredAt}, ${digest}, ${misses}, ${place}, ${id})`,
    );
  }
  const { rows } = await queryable.query<ProposalRow>(
    `${SELECT} where ${where.text()} order by ${IN_ORDER} limit ${where.value(filter.limit + 1)}`,
    where.values,
  );
  return pageOf(rows, filter.limit, ({ enteredAt, digestId, missesInARow, place, id }) => [
    enteredAt,
    digestId,
    -missesInARow,
    place,
    id,
  ]);
}

/** One proposal; undefined where there is none. */
export async function readProposal(
  queryable: Queryable,
  id: string,
): Promise<ProposalRow | undefined> {
  const { rows } = await queryable.query<ProposalRow>(`${SELECT} where p.id = $1`, [id]);
  return rows[0];
}

/** A proposal on the chair's desk, with the person's name and the words of the explanation where one came. */
export type ProposalOnDesk = ProposalRow & {
  name: string;
  explained: string | null;
  /** to the questions of the outline */
  answers: Record<string, string>;
  files: { id: string; fileName: string }[];
};

const WITHIN_DIGEST = 'r."digestId", r."missesInARow" desc, r.place, r.id';

/** What waits for the chair's decision, and the latest explanations that were asked for, come or not. */
export async function proposalsOnDesk(
  queryable: Queryable,
  noticeId: string,
  limits: { open: number; explanations: number },
): Promise<{ open: ProposalOnDesk[]; explanations: ProposalOnDesk[] }> {
  const read = async (condition: string, order: string, limit: number) => {
    const { rows } = await queryable.query<ProposalOnDesk>(
      `select r.*, coalesce(c.name, r.party) as name, nullif(b.body, '') as explained,
         coalesce(b.answers, '{}') as answers,
         (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name) order by a.file_name), '[]')
          from attachment a where a.submission_id = (r.explanation ->> 'submissionId')::uuid) as files
       from (${SELECT} where p.notice_id = $1 and g.released_at is not null and ${condition}) r
       left join person_contact c on c.notice_id = r."noticeId" and c.person_id = r."personId"
       left join submission_text b on b.submission_id = (r.explanation ->> 'submissionId')::uuid
       order by ${order} limit $2`,
      [noticeId, limit],
    );
    return rows;
  };
  return {
    open: await read(`p.state = 'open'`, `r."enteredAt", ${WITHIN_DIGEST}`, limits.open),
    explanations: await read(
      'e.id is not null',
      `r."settledAt" desc, ${WITHIN_DIGEST}`,
      limits.explanations,
    ),
  };
}

/** Whether a file came with an explanation that the chair asked for. */
export async function isFileOfExplanation(
  queryable: Queryable,
  attachmentId: string,
): Promise<boolean> {
  const { rows } = await queryable.query<{ yes: boolean }>(
    `select exists (
       select from attachment a join submission_obligation so on so.submission_id = a.submission_id
       join obligation o on o.id = so.obligation_id
       where a.id = $1 and o.deliverable = 'explanation') as yes`,
    [attachmentId],
  );
  return rows[0]?.yes ?? false;
}
