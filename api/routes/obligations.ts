import { z } from 'zod';
import { CancelObligations, Excuse, Extend, HoldRung } from '../../contracts/decisions.ts';
import { listObligations } from '../../db/reading/obligations.ts';
import { STATUSES } from '../../domain/status/status.ts';
import { callerIn, only } from '../auth/caller.ts';
import { visibleParties } from '../auth/visible.ts';
import { decideCancel, decideExcuse, decideExtend, decideHold } from '../deciding/decide.ts';
import type { Routes } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import {
  CreatingHeaders,
  Decided,
  Flag,
  InNotice,
  PartyId,
  PeriodKey,
  PersonId,
  pageOf,
  paging,
  ProcessId,
} from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Obligation } from '../schemas/record.ts';

const OBLIGATIONS = ['trieu-son-2020/5-reports/2020-11-28/truong-ban-tuyen-giao'];
const REASON = 'Đi công tác theo quyết định của Huyện ủy';

/** Obligations: the list with its filters, and the decisions about some of them. */
export const obligationRoutes: Routes = (api, deps) => {
  const { pool } = deps;

  api.get(
    '/api/v1/notices/:notice/obligations',
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'listObligations',
          tag: 'obligations',
          summary: 'List obligations',
          description:
            'In the order of their due times, as they stand now. A party sees its own, a supervisor also those below.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            ...paging,
            process: ProcessId.optional(),
            period: PeriodKey.optional(),
            party: PartyId.optional(),
            person: PersonId.optional(),
            track: z.string().max(64).optional(),
            status: z.enum(STATUSES).optional(),
            overdue: Flag.optional().describe('open though the due time has passed'),
          }),
          response: { 200: pageOf(Obligation) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      const now = await deps.now(noticeId);
      const parties = await visibleParties(pool, callerIn(request), noticeId, now);
      return listObligations(pool, { ...request.query, noticeId, now, parties });
    },
  );

  api.post(
    '/api/v1/obligations/decisions/extend',
    {
      onRequest: only(pool, 'supervisor', 'head'),
      schema: operation(
        {
          id: 'extendObligations',
          tag: 'decisions',
          summary: 'Extend',
          description:
            'Moves the due time of open obligations of one period. The original date is kept beside it, and lateness already found is not erased.',
          refuses: [404, 409, 422, 503],
        },
        {
          headers: CreatingHeaders,
          body: Extend.meta({
            examples: [{ obligations: OBLIGATIONS, dueDate: '2020-12-02', reason: REASON }],
          }),
          response: { 200: Decided },
        },
      ),
    },
    async (request) => {
      const asked = { caller: callerIn(request), decision: request.body };
      const { body } = await answerOnce(deps, request, 200, (decisionId) =>
        decideExtend(deps, { ...asked, decisionId }),
      );
      return body;
    },
  );

  api.post(
    '/api/v1/obligations/decisions/excuse',
    {
      onRequest: only(pool, 'office', 'supervisor', 'head'),
      schema: operation(
        {
          id: 'excuseObligations',
          tag: 'decisions',
          summary: 'Excuse',
          description:
            'Before the due time the office enters leave, sickness or mission; after it the chair excuses members and the deputy in charge communes. Nobody himself.',
          refuses: [404, 409, 422],
        },
        {
          headers: CreatingHeaders,
          body: Excuse.meta({
            examples: [{ obligations: OBLIGATIONS, ground: 'mission', reason: REASON }],
          }),
          response: { 200: Decided },
        },
      ),
    },
    async (request) => {
      const asked = { caller: callerIn(request), decision: request.body };
      const { body } = await answerOnce(deps, request, 200, (decisionId) =>
        decideExcuse(deps, { ...asked, decisionId }),
      );
      return body;
    },
  );

  api.post(
    '/api/v1/obligations/decisions/cancel',
    {
      onRequest: only(pool, 'admin', 'head'),
      schema: operation(
        {
          id: 'cancelObligations',
          tag: 'decisions',
          summary: 'Cancel',
          description: 'Cancels open obligations of one period. What was to come for them stops.',
          refuses: [404, 409, 422, 503],
        },
        {
          headers: CreatingHeaders,
          body: CancelObligations.meta({
            examples: [{ obligations: OBLIGATIONS, reason: 'Thành viên thôi tham gia BCĐ' }],
          }),
          response: { 200: Decided },
        },
      ),
    },
    async (request) => {
      const asked = { caller: callerIn(request), decision: request.body };
      const { body } = await answerOnce(deps, request, 200, (decisionId) =>
        decideCancel(deps, { ...asked, decisionId }),
      );
      return body;
    },
  );

  api.post(
    '/api/v1/obligations/decisions/hold',
    {
      onRequest: only(pool, 'supervisor', 'head'),
      schema: operation(
        {
          id: 'holdRung',
          tag: 'decisions',
          summary: 'Hold a rung',
          description:
            'The supervisor whom the ladder has turned to holds the next rung once, up to the working days that the settings allow.',
          refuses: [404, 409, 422, 503],
        },
        {
          headers: CreatingHeaders,
          body: HoldRung.meta({
            examples: [{ obligations: OBLIGATIONS, rung: 'chair', workingDays: 2, reason: REASON }],
          }),
          response: { 200: Decided },
        },
      ),
    },
    async (request) => {
      const asked = { caller: callerIn(request), decision: request.body };
      const { body } = await answerOnce(deps, request, 200, (decisionId) =>
        decideHold(deps, { ...asked, decisionId }),
      );
      return body;
    },
  );
};
