import { z } from 'zod';
import { DecideProposal } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { listProposals, readProposal } from '../../db/reading/proposals.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { decideOnProposal } from '../deciding/decideOnProposal.ts';
import type { Routes } from '../deps.ts';
import { ById, Decided, InNotice, PersonId, pageOf, paging } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Proposal } from '../schemas/proposal.ts';
import { decisionRoute } from './decisionRoute.ts';

/** Proposals of handling: reading them, and the chair's decision on one. */
export const proposalRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  const readers = only(pool, 'admin', 'office', 'head');

  api.get(
    '/api/v1/notices/:notice/proposals',
    {
      onRequest: readers,
      schema: operation(
        {
          id: 'listProposals',
          tag: 'proposals',
          summary: 'List proposals of handling',
          description:
            'By digest, within one the most misses in a row first and then as the notice lists the posts; each with the misses that it rests on and what became of it. The head sees those of released digests.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            ...paging,
            state: z.enum(['open', 'decided', 'withdrawn']).optional(),
            person: PersonId.optional(),
          }),
          response: { 200: pageOf(Proposal) },
        },
      ),
    },
    async (request) => {
      const caller = callerIn(request);
      const noticeId = request.params.notice;
      mustSee(caller, noticeId);
      return listProposals(pool, {
        ...request.query,
        noticeId,
        shownOnly: caller.role === 'head',
      });
    },
  );

  api.get(
    '/api/v1/proposals/:id',
    {
      onRequest: readers,
      schema: operation(
        {
          id: 'readProposal',
          tag: 'proposals',
          summary: 'Read a proposal of handling',
          description: 'One proposal with the misses that it rests on and what became of it.',
          refuses: [404, 422],
        },
        { params: ById, response: { 200: Proposal } },
      ),
    },
    async (request) => {
      const caller = callerIn(request);
      const { id } = request.params;
      const proposal = await readProposal(pool, id);
      if (!proposal || (caller.role === 'head' && !proposal.shown)) {
        throw new PermanentFailure(FAILURES.notFound, `there is no proposal ${id}`);
      }
      mustSee(caller, proposal.noticeId);
      return proposal;
    },
  );

  decisionRoute(api, deps, {
    path: '/api/v1/proposals/:id/decide',
    roles: ['head'],
    about: {
      id: 'decideProposal',
      summary: 'Decide a proposal of handling',
      description:
        'By the chair, one by one, once the digest is released. The person is told; an explanation that is asked for becomes an obligation with an outline and a ladder of its own, due on the day named or after the working days of the settings.',
      refuses: [404, 409, 422],
    },
    params: ById,
    body: DecideProposal.meta({
      examples: [
        {
          handling: 'ask-for-explanation',
          dueDate: '2021-01-06',
          reason: 'Hai kỳ liền chưa có báo cáo, đề nghị nêu rõ lý do.',
        },
        { handling: 'none', reason: 'Đã trao đổi trực tiếp.' },
      ],
    }),
    answer: Decided,
    decide: (asked, { id }) => decideOnProposal(deps, id, asked),
  });
};
