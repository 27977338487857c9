import { z } from 'zod';
import { Release } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { periodId } from '../../contracts/ids.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readDigest } from '../../db/reading/desk.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { mustSeeParty } from '../auth/visible.ts';
import type { Routes } from '../deps.ts';
import { decideEdit, decideReleaseDigest, ownerOf, wordsOf } from '../digests/digestOf.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { CreatingHeaders, Decided, InPeriod, Instant } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { decisionRoute } from './decisionRoute.ts';
import { nameOf } from './periods.ts';

const Paragraph = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), text: z.string().max(4000) }),
  z.strictObject({ type: z.literal('text'), text: z.string().max(20_000) }),
  z.strictObject({
    type: z.literal('table'),
    head: z.array(z.string().max(1000)).max(20),
    rows: z.array(z.array(z.string().max(4000)).max(20)).max(2000),
  }),
  z.strictObject({ type: z.literal('list'), items: z.array(z.string().max(4000)).max(2000) }),
]);
const Edit = z
  .strictObject({
    paragraphs: z.array(Paragraph).min(1).max(500),
    reason: z.string().trim().min(3).max(4000).optional(),
  })
  .meta({
    examples: [{ paragraphs: [{ type: 'text', text: 'Trong kỳ có 20/24 đồng chí báo cáo.' }] }],
  });

const Digest = z.object({
  periodId: z.string(),
  draftedAt: Instant,
  dueAt: Instant,
  edited: z.boolean(),
  releasedAt: Instant.nullable(),
  paragraphs: z.array(Paragraph).describe('as it would go out now'),
  draft: z.looseObject({}).describe('figures and lists from the register, as they stood'),
});

const DIGEST = '/api/v1/notices/:notice/processes/:process/periods/:key/digest';

/** The office's reports to the chair, drafted from the register: read, edit, release. */
export const digestRoutes: Routes = (api, deps) => {
  api.get(
    DIGEST,
    {
      onRequest: only(deps.pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'readDigest',
          tag: 'digests',
          summary: 'Read a digest',
          description:
            'The draft from the register and the words as they would go out now; for the office, the chair, and whoever owes it or stands above.',
          refuses: [404, 422],
        },
        { params: InPeriod, response: { 200: Digest } },
      ),
    },
    async (request) => {
      const { notice: noticeId, process, key } = request.params;
      const caller = callerIn(request);
      mustSee(caller, noticeId);
      const id = periodId(noticeId, process, key);
      const partyId = await ownerOf(deps, id);
      await mustSeeParty(deps.pool, caller, { noticeId, partyId, now: await deps.now(noticeId) });
      const { notice } = await readNotice(deps.pool, noticeId);
      const digest = await readDigest(deps.pool, id);
      if (!digest) {
        throw new PermanentFailure(FAILURES.notFound, `no digest has been drafted for ${key}`);
      }
      return {
        ...digest,
        edited: digest.edited !== null,
        paragraphs: wordsOf(notice, digest),
        draft: { ...digest.draft },
      };
    },
  );

  api.put(
    DIGEST,
    {
      onRequest: only(deps.pool, 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'editDigest',
          tag: 'decisions',
          summary: 'Edit a digest',
          description:
            "Keeps the words of whoever owes it (the office, or that of its own tier) in place of the draft's, until it is released.",
          refuses: [404, 409, 422],
        },
        { params: InPeriod, headers: CreatingHeaders, body: Edit, response: { 200: Decided } },
      ),
    },
    async (request) => {
      const caller = callerIn(request);
      const { paragraphs, reason = null } = request.body;
      const { body } = await answerOnce(deps, request, 200, (decisionId) =>
        decideEdit(deps, nameOf(request.params), {
          caller,
          decisionId,
          decision: { paragraphs, reason },
        }),
      );
      return body;
    },
  );

  decisionRoute(api, deps, {
    path: `${DIGEST}/release`,
    roles: ['office', 'supervisor', 'head', 'party'],
    about: {
      id: 'releaseDigest',
      summary: 'Release a digest to the chair',
      description:
        "Its letter goes out, and its text is the office's own report of the 16th or 30th.",
      refuses: [404, 409, 422],
    },
    params: InPeriod,
    body: Release.meta({ examples: [{ reason: 'Đã duyệt' }] }),
    answer: Decided,
    decide: (asked, period) => decideReleaseDigest(deps, nameOf(period), asked),
  });
};
