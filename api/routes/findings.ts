import { z } from 'zod';
import { Answer, HoldFinding, Release, Reverse } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { listFindings, readFinding } from '../../db/reading/findings.ts';
import { callerIn, only } from '../auth/caller.ts';
import { mustSeeParty, visibleParties } from '../auth/visible.ts';
import {
  decideAnswer,
  decideHoldFinding,
  decideRelease,
  decideReverse,
} from '../deciding/decideOnFindings.ts';
import type { Routes } from '../deps.ts';
import {
  ById,
  Decided,
  InNotice,
  PartyId,
  PeriodKey,
  ProcessId,
  pageOf,
  paging,
} from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Finding } from '../schemas/record.ts';
import { decisionRoute } from './decisionRoute.ts';

/** Findings: reading them, and the decisions about one. */
export const findingRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  const everybody = only(pool, 'admin', 'office', 'supervisor', 'head', 'party');

  api.get(
    '/api/v1/notices/:notice/findings',
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'listFindings',
          tag: 'findings',
          summary: 'List findings',
          description:
            'In the order in which they were recorded, with the evidence as it stood and the answers.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            ...paging,
            process: ProcessId.optional(),
            period: PeriodKey.optional(),
            party: PartyId.optional(),
            state: z.enum(['withheld', 'recorded', 'released', 'reversed']).optional(),
          }),
          response: { 200: pageOf(Finding) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      const now = await deps.now(noticeId);
      const parties = await visibleParties(pool, callerIn(request), noticeId, now);
      return listFindings(pool, { ...request.query, noticeId, parties });
    },
  );

  api.get(
    '/api/v1/findings/:id',
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'readFinding',
          tag: 'findings',
          summary: 'Read a finding',
          description: 'One finding with its evidence and answers.',
          refuses: [404, 422],
        },
        { params: ById, response: { 200: Finding } },
      ),
    },
    async (request) => {
      const finding = await readFinding(pool, request.params.id);
      if (!finding) {
        throw new PermanentFailure(FAILURES.notFound, `there is no finding ${request.params.id}`);
      }
      const { noticeId, partyId } = finding;
      const now = await deps.now(noticeId);
      await mustSeeParty(pool, callerIn(request), { noticeId, partyId, now });
      return finding;
    },
  );

  decisionRoute(api, deps, {
    path: '/api/v1/findings/:id/release',
    roles: ['office', 'supervisor', 'head'],
    about: {
      id: 'releaseFinding',
      summary: "Release a finding in the notice's own words",
      description:
        'By those whom the settings name, for a notice that states a consequence of silence. The letter with the words goes out.',
      refuses: [404, 409, 422],
    },
    params: ById,
    body: Release.meta({ examples: [{ reason: 'Đã đối chiếu sổ công văn đến' }] }),
    answer: Decided,
    decide: (asked, { id }) => decideRelease(deps, id, asked),
  });

  decisionRoute(api, deps, {
    path: '/api/v1/findings/:id/hold',
    roles: ['office', 'supervisor', 'head'],
    about: {
      id: 'holdFinding',
      summary: 'Hold a finding back',
      description: 'It stays recorded, and stands in the digest as unreleased.',
      refuses: [404, 409, 422],
    },
    params: ById,
    body: HoldFinding.meta({ examples: [{ reason: 'Chờ xác minh' }] }),
    answer: Decided,
    decide: (asked, { id }) => decideHoldFinding(deps, id, asked),
  });

  decisionRoute(api, deps, {
    path: '/api/v1/findings/:id/answer',
    roles: ['office', 'supervisor', 'head', 'party'],
    about: {
      id: 'answerFinding',
      summary: 'Answer a finding',
      description:
        'By the person found. The answer is kept beside it and changes nothing by itself.',
      refuses: [404, 409, 422],
    },
    params: ById,
    body: Answer.meta({ examples: [{ body: 'Báo cáo đã gửi bản giấy ngày 27/11/2020.' }] }),
    answer: Decided,
    decide: (asked, { id }) => decideAnswer(deps, id, asked),
  });

  decisionRoute(api, deps, {
    path: '/api/v1/findings/:id/reverse',
    roles: ['supervisor', 'head'],
    about: {
      id: 'reverseFinding',
      summary: 'Reverse a finding',
      description:
        'By the chair for members, by the deputy in charge for units. It stays in the register and in the log.',
      refuses: [404, 409, 422],
    },
    params: ById,
    body: Reverse.meta({ examples: [{ reason: 'Báo cáo giấy đã đến trước hạn' }] }),
    answer: Decided,
    decide: (asked, { id }) => decideReverse(deps, id, asked),
  });
};
