import type { Actor } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Instant } from '../../contracts/plan.ts';
import {
  readNoticeSubject,
  readPartySubject,
  readPositions,
  readSubjectFacts,
} from '../../db/decisions/subjectFacts.ts';
import type { Queryable } from '../../db/pool.ts';
import type { DecisionKind } from '../../domain/rights/decisionKinds.ts';
import type { ActorFacts, SubjectFacts } from '../../domain/rights/facts.ts';
import { mayDecide } from '../../domain/rights/mayDecide.ts';
import { type Caller, mustSee } from '../auth/caller.ts';

/** What somebody wants to decide: about these obligations, or about a whole notice, process or period where there are none. */
export interface Wish {
  kind: DecisionKind;
  noticeId: string;
  obligationIds?: readonly string[];
  /** about a party itself */
  partyId?: string;
  /** where it is about a process as a whole and whoever leads that may decide it */
  processId?: string;
  /** the person it is about, where that is more than whoever holds the party now */
  about?: string;
  /** the finding that it is about: who was found is a matter of each */
  findingId?: string;
  /** what the right depends on beside the notice, where it is about no obligation */
  subject?: Partial<SubjectFacts>;
  now: Instant;
}

/** Who a caller is in a notice, with the positions held now. */
export async function actorFacts(
  queryable: Queryable,
  caller: Caller,
  noticeId: string,
  now: Instant,
): Promise<ActorFacts> {
  const { actor, role, personId } = caller;
  const positions =
    personId === null ? [] : await readPositions(queryable, noticeId, personId, now);
  return { actor, role, personId, positions };
}

/**
 * Who decides, and in which capacity, if the relations in the notice give the right for every obligation concerned.
 * @throws NotAllowed with the first reason, NotFound for an obligation that is not of this notice
 */
export async function mustMay(queryable: Queryable, caller: Caller, wish: Wish): Promise<Actor> {
  const { kind, noticeId, about, now } = wish;
  mustSee(caller, noticeId);
  const actor = await actorFacts(queryable, caller, noticeId, now);
  const subjects = await subjectsOf(queryable, wish);
  const capacities = new Set<string>();
  for (const found of subjects) {
    const subject =
      about === undefined ? found : { ...found, holderIds: [...found.holderIds, about] };
    const right = mayDecide(kind, actor, subject);
    if (!right.allowed) throw new PermanentFailure(FAILURES.notAllowed, right.why);
    capacities.add(right.capacity);
  }
  return { id: actor.actor, capacity: [...capacities].join(', ') };
}

async function subjectsOf(queryable: Queryable, wish: Wish): Promise<SubjectFacts[]> {
  const { noticeId, obligationIds = [], findingId, partyId, processId, now } = wish;
  if (partyId !== undefined) return [await readPartySubject(queryable, noticeId, partyId, now)];
  if (obligationIds.length === 0) {
    const subject = await readNoticeSubject(queryable, noticeId, now, processId);
    return [{ ...subject, ...wish.subject }];
  }
  const facts = await readSubjectFacts(queryable, noticeId, obligationIds, now, findingId);
  return [...facts.values()];
}

/** The notice that obligations belong to, by their ids. @throws Invalid where they are of several */
export function noticeOf(obligationIds: readonly string[]): string {
  const notices = new Set(obligationIds.map((id) => id.split('/')[0] ?? ''));
  const [noticeId] = notices;
  if (noticeId !== undefined && notices.size === 1) return noticeId;
  throw new PermanentFailure(
    FAILURES.invalid,
    'all obligations of one decision belong to one notice',
    '/obligations',
  );
}

/** The period that obligations belong to: its process takes the decision. @throws Invalid where they are of several */
export async function periodOf(
  queryable: Queryable,
  obligationIds: readonly string[],
): Promise<string> {
  const { rows } = await queryable.query<{ period: string }>(
    'select distinct period_id as period from obligation where id = any($1)',
    [obligationIds],
  );
  const [row] = rows;
  if (!row) {
    throw new PermanentFailure(FAILURES.notFound, 'there is no such obligation', '/obligations');
  }
  if (rows.length === 1) return row.period;
  throw new PermanentFailure(
    FAILURES.invalid,
    'this decision moves one period: ask for each period by itself',
    '/obligations',
  );
}
