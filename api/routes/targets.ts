import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { CalendarDay, Id } from '../../contracts/notice/primitives.ts';
import { listCandidates } from '../../db/targets/listCandidates.ts';
import { type CandidateName, recordCandidate } from '../../db/targets/recordCandidate.ts';
import { targetProgress } from '../../domain/drafting/targetProgress.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { draftingOf } from '../deciding/draftingOf.ts';
import type { Routes } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { CreatingHeaders, InProcess, Instant, PartyId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';

const State = z.enum(['prepared', 'attained', 'dropped']);

const Target = z
  .object({
    id: z.string(),
    title: z.string(),
    goal: z.int().describe('how many are to attain it'),
    prepare: z.int().describe('how many are to be prepared for it'),
    prepared: z.int().describe('named and prepared, those that have attained it included'),
    attained: z.int(),
    candidates: z.array(
      z.object({
        id: z.uuid(),
        partyId: PartyId.nullable(),
        name: z.string(),
        state: State,
        since: z.string(),
        recordedAt: Instant,
      }),
    ),
  })
  .meta({ id: 'Target' });

const NewCandidate = z
  .strictObject({
    party: PartyId.optional().describe('a unit of the notice'),
    name: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .optional()
      .describe('a place that is none, by its name'),
    state: State,
    since: CalendarDay,
  })
  .refine(({ party, name }) => (party === undefined) !== (name === undefined), {
    path: ['party'],
    message: 'name a unit of the notice or a place, one of the two',
  })
  .meta({ examples: [{ name: 'Thôn 3, xã Dân Lý', state: 'prepared', since: '2020-11-20' }] });

/** The targets of a drafting (clause 9: 10 of 15, 2 of 4, 10 of 15), and who is to attain them. */
export const targetRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  const path = '/api/v1/notices/:notice/processes/:process/targets';

  api.get(
    path,
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'listTargets',
          tag: 'records',
          summary: 'List the targets of a drafting',
          description: 'Goal, prepared and attained of each, with its candidates.',
          refuses: [404, 422],
        },
        { params: InProcess, response: { 200: z.object({ items: z.array(Target) }) } },
      ),
    },
    async (request) => {
      const { notice: noticeId, process: processId } = request.params;
      mustSee(callerIn(request), noticeId);
      const process = await draftingOf(deps, noticeId, processId);
      const candidates = await listCandidates(pool, { noticeId, processId });
      const items = targetProgress(process, candidates).map((target) => ({
        ...target,
        candidates: candidates.filter(({ targetId }) => targetId === target.id),
      }));
      return { items };
    },
  );

  api.post(
    `${path}/:target/candidates`,
    {
      onRequest: only(pool, 'office'),
      schema: operation(
        {
          id: 'recordTargetCandidate',
          tag: 'records',
          summary: 'Record a candidate for a target',
          description:
            'Prepared, attained or dropped, since a day. A later record of the same unit or place replaces the earlier one, which stays in the log.',
          refuses: [404, 422],
        },
        {
          params: InProcess.extend({ target: Id.meta({ examples: ['model-villages'] }) }),
          headers: CreatingHeaders,
          body: NewCandidate,
          response: { 201: z.object({ id: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const { notice: noticeId, process: processId, target: targetId } = request.params;
      const caller = callerIn(request);
      mustSee(caller, noticeId);
      const { targets } = await draftingOf(deps, noticeId, processId);
      if (!targets.some(({ id }) => id === targetId)) {
        throw new PermanentFailure(
          FAILURES.notFound,
          `the process ${processId} has no target ${targetId}`,
        );
      }
      const { party, name, state, since } = request.body;
      const who: CandidateName =
        party === undefined
          ? { partyId: null, name: (name ?? '').normalize('NFC') }
          : { partyId: party, name: null };
      const { body } = await answerOnce(deps, request, 201, async (id) => {
        const by = { recordedBy: caller.actor, recordedAt: await deps.now(noticeId) };
        const about = { id, noticeId, processId, targetId, state, since, ...who, ...by };
        return { id: await recordCandidate(pool, about) };
      });
      return reply.code(201).send(body);
    },
  );
};
