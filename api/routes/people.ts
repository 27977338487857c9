import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { readPersonFile } from '../../db/reading/personFile.ts';
import { callerIn, only } from '../auth/caller.ts';
import { mustReadFile } from '../auth/mayReadFile.ts';
import { decideErase } from '../deciding/decideErase.ts';
import type { Routes } from '../deps.ts';
import { answerOnce } from '../idempotency/answerOnce.ts';
import { CreatingHeaders, Decided, Flag, InNotice, PersonId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { PersonFile } from '../schemas/personFile.ts';

const PERSON = '/api/v1/notices/:notice/people/:person';
const InPerson = InNotice.extend({ person: PersonId });

/** One person: the file that the register has on them, and erasing it. */
export const peopleRoutes: Routes = (api, deps) => {
  api.get(
    `${PERSON}/file`,
    {
      onRequest: only(deps.pool, 'office', 'supervisor', 'head', 'party'),
      schema: operation(
        {
          id: 'readPersonFile',
          tag: 'people',
          summary: "Read a person's file",
          description:
            'Everything the register has on one person: posts with their times, obligations, submissions, letters and whether they arrived, findings with evidence and answers, decisions, misses. For the office, the chair, those in charge of the person, and the person.',
          refuses: [404, 422],
        },
        { params: InPerson, response: { 200: PersonFile } },
      ),
    },
    async (request) => {
      const { notice: noticeId, person: personId } = request.params;
      const now = await deps.now(noticeId);
      await mustReadFile(deps.pool, callerIn(request), { noticeId, personId, now });
      const file = await readPersonFile(deps.pool, { noticeId, personId, now });
      if (file) return file;
      throw new PermanentFailure(FAILURES.notFound, `nobody in ${noticeId} is ${personId}`);
    },
  );

  api.delete(
    PERSON,
    {
      onRequest: only(deps.pool, 'admin'),
      schema: operation(
        {
          id: 'erasePerson',
          tag: 'people',
          summary: 'Erase a person',
          description:
            "Takes name, address and the letters' texts to the person out of the register, and the name out of every text; the post's title takes its place. What was owed, handed in and decided stays under the post's id, and so does the log.",
          refuses: [404, 409, 422],
        },
        {
          params: InPerson,
          headers: CreatingHeaders,
          querystring: z.object({
            reason: z.string().trim().min(3).max(4000),
            reports: Flag.default(false).describe(
              'delete the texts and files of the reports that the person signed too',
            ),
          }),
          response: { 200: Decided },
        },
      ),
    },
    async (request) => {
      const { notice: noticeId, person: personId } = request.params;
      const { reason, reports } = request.query;
      const caller = callerIn(request);
      const done = await answerOnce(deps, request, 200, (decisionId) =>
        decideErase(
          deps,
          { noticeId, personId },
          { caller, decisionId, decision: { reason, reports } },
        ),
      );
      return done.body;
    },
  );
};
