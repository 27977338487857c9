import { KeyIn } from '../../contracts/decisions.ts';
import { FAILURES, invalid, PermanentFailure } from '../../contracts/failures.ts';
import { type Caller, callerIn, mustSee, only } from '../auth/caller.ts';
import { decideKeyIn } from '../deciding/decideAsOffice.ts';
import { takeReport } from '../deciding/takeReport.ts';
import type { Routes } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { CreatingHeaders, InNotice, Receipt } from '../schemas/common.ts';
import { HandIn } from '../schemas/handIn.ts';
import { operation } from '../schemas/operation.ts';
import { UPLOAD_LIMITS } from '../uploads/limits.ts';
import { bodyAndFiles } from './bodyAndFiles.ts';

/** Submissions by the API: JSON, or multipart with a field `data` (the same JSON) and files. */
export const takeSubmissionRoutes: Routes = (api, deps) => {
  api.post(
    '/api/v1/notices/:notice/submissions',
    {
      onRequest: only(deps.pool, 'admin', 'office', 'supervisor', 'head', 'party'),
      bodyLimit: UPLOAD_LIMITS.jsonBytes,
      schema: operation(
        {
          id: 'takeSubmission',
          tag: 'submissions',
          summary: 'Hand in a submission',
          description:
            'JSON; or multipart/form-data with the same JSON in the field `data` and up to 20 files, 25 MB in all (pdf, docx, xlsx, odt, jpg, png, txt, checked by content). Its time of receipt is when the body was complete. A later submission is a new version. A certificate and a digest are no reports: they are given by certifying and by releasing.',
          refuses: [400, 404, 409, 413, 415, 422],
        },
        {
          params: InNotice,
          headers: CreatingHeaders,
          response: { 201: Receipt },
        },
      ),
    },
    async (request, reply) => {
      const { data, files, fingerprint } = await bodyAndFiles(request);
      const parsed = HandIn.safeParse(data);
      if (!parsed.success) throw invalid(parsed.error);
      const { obligations, signedBy, ...content } = parsed.data;
      const caller = callerIn(request);
      const noticeId = request.params.notice;
      mustSee(caller, noticeId);
      const { status, body } = await answerOnce(
        deps,
        request,
        201,
        (id) =>
          takeReport(deps, {
            id,
            noticeId,
            obligationIds: obligations,
            signedBy: signer(caller, signedBy),
            uploadedBy: caller.actor,
            channel: 'api',
            ...content,
            body: content.body.normalize('NFC'),
            attachments: files,
          }),
        fingerprint,
      );
      return reply.code(status as 201).send(body);
    },
  );

  api.post(
    '/api/v1/obligations/decisions/key-in',
    {
      onRequest: only(deps.pool, 'office', 'supervisor', 'head'),
      bodyLimit: UPLOAD_LIMITS.jsonBytes,
      schema: operation(
        {
          id: 'keyIn',
          tag: 'decisions',
          summary: 'Key in what came on paper, by telephone, Zalo or e-mail',
          description:
            'With its time of receipt, a reason and, as multipart/form-data with the JSON in the field `data`, a scan. In hand before the due time it was in time, and keying it in withdraws a finding already made.',
          refuses: [400, 404, 409, 413, 415, 422],
        },
        { headers: CreatingHeaders, response: { 201: Receipt } },
      ),
    },
    async (request, reply) => {
      const { data, files, fingerprint } = await bodyAndFiles(request);
      const parsed = KeyIn.safeParse(data);
      if (!parsed.success) throw invalid(parsed.error);
      const caller = callerIn(request);
      const { status, body } = await answerOnce(
        deps,
        request,
        201,
        (decisionId) => decideKeyIn(deps, { caller, decisionId, decision: parsed.data }, files),
        fingerprint,
      );
      return reply.code(status as 201).send(body);
    },
  );
};

/** Only an admin or the office hands in for another; everybody else signs what he hands in. */
function signer(caller: Caller, named: string | undefined): string | null {
  if (named === undefined || named === caller.personId) return caller.personId;
  if (caller.role === 'admin' || caller.role === 'office') return named;
  throw new PermanentFailure(
    FAILURES.notAllowed,
    'this token hands in for its own person only',
    '/signedBy',
  );
}
