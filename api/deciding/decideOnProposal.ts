import type { DecideProposal } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { DecisionResult } from '../../contracts/messages.ts';
import type { Instant } from '../../contracts/plan.ts';
import { decideProposal } from '../../db/decisions/decideProposal.ts';
import { readPositions } from '../../db/decisions/subjectFacts.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import type { Queryable } from '../../db/pool.ts';
import { type ProposalRow, readProposal } from '../../db/reading/proposals.ts';
import { explanationProcess, planExplanation } from '../../domain/plan/explanation.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asked } from './decide.ts';
import { handlingLetters } from './handlingLetters.ts';
import { mustMay } from './rights.ts';

/** The chair decides one proposal; whoever it is about is told. */
export async function decideOnProposal(
  deps: ApiDeps,
  proposalId: string,
  { caller, decisionId, decision }: Asked<DecideProposal>,
): Promise<DecisionResult> {
  const { pool } = deps;
  const proposal = await readProposal(pool, proposalId);
  if (!proposal) {
    throw new PermanentFailure(FAILURES.notFound, `there is no proposal ${proposalId}`);
  }
  const { noticeId, personId } = proposal;
  const at = await deps.now(noticeId);
  const missed = proposal.missed.map(({ obligationId }) => obligationId);
  const actor = await mustMay(pool, caller, {
    kind: 'decide-proposal',
    noticeId,
    obligationIds: missed,
    about: personId,
    now: at,
  });
  const { notice } = await readNotice(pool, noticeId);
  const explanation =
    decision.handling === 'ask-for-explanation'
      ? planExplanation(notice, {
          processId: explanationProcess(notice, proposal.digestProcess),
          party: await postOf(pool, proposal, at),
          dueDate: decision.dueDate,
          at,
        })
      : null;
  const contact = (await readStanding(pool, noticeId, at)).contactOf(personId);
  return decideProposal(pool, {
    decisionId,
    noticeId,
    actor,
    at,
    proposalId,
    missed,
    decision,
    explanation,
    compose: handlingLetters(notice, {
      decisionId,
      at,
      capacity: actor.capacity,
      decision,
      explanation,
      proposal,
      contact,
    }),
  });
}

/** The post in which the person can be asked to explain: one that was missed in and is still held. @throws Conflict */
async function postOf(
  queryable: Queryable,
  { noticeId, personId, partyId, missed }: ProposalRow,
  at: Instant,
): Promise<string> {
  const held = await readPositions(queryable, noticeId, personId, at);
  const post = [partyId, ...missed.map((one) => one.partyId)].find((id) => held.includes(id));
  if (post !== undefined) return post;
  throw new PermanentFailure(
    FAILURES.conflict,
    'the person has handed over every post in which reports were missed, so a letter would go to somebody else',
    '/handling',
  );
}
