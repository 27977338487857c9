import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { isGuidanceFor } from '../../db/reading/guidance.ts';
import { pageOf as makePage, readCursor } from '../../db/reading/page.ts';
import { obligationsCovered, readDeliverables } from '../../db/reading/submissions.ts';
import { listSubmissions } from '../../db/submissions/listSubmissions.ts';
import { containedInAll, readContained } from '../../db/submissions/readContained.ts';
import { readAttachment, readSubmission } from '../../db/submissions/readSubmission.ts';
import { type DossierPart, dossierParts, missingParts } from '../../domain/notice/dossier.ts';
import { type Caller, callerIn, only } from '../auth/caller.ts';
import { visibleParties } from '../auth/visible.ts';
import type { ApiDeps, Routes } from '../deps.ts';
import { ById, InNotice, ObligationId, PersonId, pageOf, paging } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { Submission, SubmissionRead } from '../schemas/record.ts';
import { sendAttachment } from '../uploads/sendAttachment.ts';

/** Submissions: the list, one with its text, and its files. */
export const submissionRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  const everybody = only(pool, 'admin', 'office', 'supervisor', 'head', 'party');

  api.get(
    '/api/v1/notices/:notice/submissions',
    {
      onRequest: only(pool, 'admin', 'office', 'head', 'supervisor', 'party'),
      schema: operation(
        {
          id: 'listSubmissions',
          tag: 'submissions',
          summary: 'List submissions',
          description:
            'The latest recorded first. A party sees what it handed in itself; a supervisor names an obligation of those below.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            ...paging,
            obligation: ObligationId.optional(),
            period: z.string().max(200).optional().describe("the period's id"),
            signedBy: PersonId.optional(),
            review: z
              .enum(['unreviewed', 'accepted', 'accepted-by-time', 'supplement-asked'])
              .optional(),
          }),
          response: { 200: pageOf(Submission) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      const { obligation, period, signedBy, review, cursor, limit } = request.query;
      const caller = callerIn(request);
      const own = await mayList(deps, caller, noticeId, obligation);
      const after = readCursor(cursor, ['instant', 'uuid']);
      const rows = await listSubmissions(pool, {
        noticeId,
        limit: limit + 1,
        ...(obligation && { obligationId: obligation }),
        ...(period && { periodId: period }),
        ...(review && { review }),
        ...((own ?? signedBy) && { signedBy: own ?? signedBy ?? '' }),
        ...(after && { after: { recordedAt: String(after[0]), id: String(after[1]) } }),
      });
      return makePage(rows, limit, (row) => [row.recordedAt, row.id]);
    },
  );

  api.get(
    '/api/v1/submissions/:id',
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'readSubmission',
          tag: 'submissions',
          summary: 'Read a submission',
          description: 'With its text, its answers to the outline and a list of its files.',
          refuses: [404, 422],
        },
        { params: ById, response: { 200: SubmissionRead } },
      ),
    },
    async (request) => {
      const submission = await readSubmission(pool, request.params.id);
      await mustSeeSubmission(deps, callerIn(request), submission);
      return { ...submission, missing: await missingNow(deps, submission) };
    },
  );

  api.get(
    '/api/v1/submissions/:id/attachments/:attachment',
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'downloadAttachment',
          tag: 'submissions',
          summary: 'Download a file of a submission',
          description: 'Always as a download, never to be shown in place.',
          refuses: [404, 422],
        },
        {
          params: ById.extend({ attachment: z.uuid() }),
          response: {
            200: {
              description: 'the file',
              content: {
                'application/octet-stream': {
                  schema: z.any().meta({ type: 'string', format: 'binary' }),
                },
              },
            },
          },
        },
      ),
    },
    async (request, reply) => {
      const { id, attachment } = request.params;
      const file = await readAttachment(pool, attachment);
      if (file.submissionId !== id) {
        throw new PermanentFailure(
          FAILURES.notFound,
          `the submission ${id} has no file ${attachment}`,
        );
      }
      await mustSeeSubmission(deps, callerIn(request), { id, noticeId: file.noticeId });
      return sendAttachment(reply, file);
    },
  );
};

/** Whose submissions a caller may list: anybody's (undefined), or only the caller's own where no obligation of a visible party is named. */
async function mayList(
  deps: ApiDeps,
  caller: Caller,
  noticeId: string,
  obligation: string | undefined,
): Promise<string | undefined> {
  const visible = await visibleParties(deps.pool, caller, noticeId, await deps.now(noticeId));
  if (visible === undefined) return undefined;
  const isVisible =
    obligation !== undefined &&
    visible.some((party) => obligation.split('/').at(-1)?.split(':')[0] === party);
  return isVisible ? undefined : (caller.personId ?? '');
}

/** What the dossier still lacks, by this and every other version; null where none is asked for. */
async function missingNow(
  { pool }: ApiDeps,
  { noticeId, covers }: { noticeId: string; covers: { obligationId: string }[] },
): Promise<DossierPart[] | null> {
  const ids = covers.map(({ obligationId }) => obligationId);
  const { notice } = await readNotice(pool, noticeId);
  const [first] = await readDeliverables(pool, ids);
  const parts = first ? dossierParts(notice, first.processId, first.deliverable) : [];
  if (parts.length === 0) return null;
  return missingParts(parts, containedInAll(await readContained(pool, ids)));
}

async function mustSeeSubmission(
  deps: ApiDeps,
  caller: Caller,
  { id, noticeId }: { id: string; noticeId: string },
): Promise<void> {
  const now = await deps.now(noticeId);
  const visible = await visibleParties(deps.pool, caller, noticeId, now);
  if (visible === undefined) return;
  // one submission may cover several capacities: whoever may read one of them may read what was handed in for it
  const covered = await obligationsCovered(deps.pool, [id]);
  if (covered.some(({ partyId }) => visible.includes(partyId))) return;
  if (await isGuidanceFor(deps.pool, id, visible)) return;
  throw new PermanentFailure(FAILURES.notAllowed, `the submission ${id} is not open to this token`);
}
