import { z } from 'zod';
import { CalendarDay } from '../../contracts/notice/primitives.ts';
import { listAttainment, recordAttainment } from '../../db/records/attainment.ts';
import { listInspections, recordInspection } from '../../db/records/inspections.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { CreatingHeaders, InNotice, Instant, PartyId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';

const NewInspection = z
  .strictObject({
    party: PartyId,
    inspectedOn: CalendarDay,
    inspectedBy: z.string().trim().min(1).max(500),
    findings: z.string().trim().min(1).max(20_000),
  })
  .meta({
    examples: [
      {
        party: 'an-nong',
        inspectedOn: '2020-12-03',
        inspectedBy: 'Đoàn kiểm tra số 1',
        findings: 'Tiêu chí 17 chưa đạt.',
      },
    ],
  });
const Inspection = z.object({
  id: z.uuid(),
  partyId: PartyId,
  inspectedOn: z.string(),
  inspectedBy: z.string(),
  findings: z.string(),
  recordedAt: Instant,
});

const NewAttainment = z
  .strictObject({
    level: z.enum(['attained', 'advanced', 'model']),
    plannedOn: CalendarDay.nullable().default(null),
    attainedOn: CalendarDay.nullable().default(null),
  })
  .meta({ examples: [{ level: 'advanced', plannedOn: '2021-12-31' }] });
const Attainment = z.object({
  partyId: PartyId,
  level: z.enum(['attained', 'advanced', 'model']),
  plannedOn: z.string().nullable(),
  attainedOn: z.string().nullable(),
  recordedAt: Instant,
});

const ofParty = z.object({ party: PartyId.optional() });

/** Records that the notice asks for beside reports: inspections, and units' attainment. */
export const recordRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  const readers = only(pool, 'admin', 'office', 'supervisor', 'head');

  api.post(
    '/api/v1/notices/:notice/inspections',
    {
      onRequest: only(pool, 'office', 'supervisor', 'head'),
      schema: operation(
        {
          id: 'recordInspection',
          tag: 'records',
          summary: 'Record an inspection',
          description: 'Who was inspected, when, by whom, and what was found.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          headers: CreatingHeaders,
          body: NewInspection,
          response: { 201: z.object({ id: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const noticeId = request.params.notice;
      const caller = callerIn(request);
      mustSee(caller, noticeId);
      const { party, ...inspection } = request.body;
      const { body } = await answerOnce(deps, request, 201, async (id) => {
        const recordedAt = await deps.now(noticeId);
        const by = { recordedBy: caller.actor, recordedAt };
        await recordInspection(pool, { id, noticeId, partyId: party, ...inspection, ...by });
        return { id };
      });
      return reply.code(201).send(body);
    },
  );

  api.get(
    '/api/v1/notices/:notice/inspections',
    {
      onRequest: readers,
      schema: operation(
        {
          id: 'listInspections',
          tag: 'records',
          summary: 'List inspections',
          description: 'The latest first, at most 500.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: ofParty,
          response: { 200: z.object({ items: z.array(Inspection) }) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      mustSee(callerIn(request), noticeId);
      const { party } = request.query;
      const filter = { noticeId, limit: 500, ...(party && { partyId: party }) };
      return { items: await listInspections(pool, filter) };
    },
  );

  api.put(
    '/api/v1/notices/:notice/parties/:party/attainment',
    {
      onRequest: only(pool, 'office'),
      schema: operation(
        {
          id: 'recordAttainment',
          tag: 'records',
          summary: "Record a unit's attainment",
          description:
            'When it plans to attain a level, and when it did. A later record replaces the earlier one, whose dates stay in the log.',
          refuses: [404, 422],
        },
        {
          params: InNotice.extend({ party: PartyId }),
          body: NewAttainment,
          response: { 200: Attainment },
        },
      ),
    },
    async (request) => {
      const { notice: noticeId, party: partyId } = request.params;
      const caller = callerIn(request);
      mustSee(caller, noticeId);
      const recordedAt = await deps.now(noticeId);
      const attainment = { noticeId, partyId, ...request.body, recordedAt };
      await recordAttainment(pool, { ...attainment, recordedBy: caller.actor });
      return attainment;
    },
  );

  api.get(
    '/api/v1/notices/:notice/attainment',
    {
      onRequest: readers,
      schema: operation(
        {
          id: 'listAttainment',
          tag: 'records',
          summary: "List units' attainment",
          description: 'In the order of unit and level.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: ofParty,
          response: { 200: z.object({ items: z.array(Attainment) }) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      mustSee(callerIn(request), noticeId);
      const { party } = request.query;
      return { items: await listAttainment(pool, { noticeId, ...(party && { partyId: party }) }) };
    },
  );
};
