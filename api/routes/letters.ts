import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { LETTER_KINDS } from '../../contracts/letters.ts';
import { bounceLetter } from '../../db/letters/bounceLetter.ts';
import { listLetters, readLetter } from '../../db/letters/listLetters.ts';
import { noticeOfLetter } from '../../db/reading/letterNotice.ts';
import { inTransaction } from '../../db/transaction.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { visibleParties } from '../auth/visible.ts';
import type { Routes } from '../deps.ts';
import { ById, InNotice, ObligationId, PersonId, pageOf, paging } from '../schemas/common.ts';
import { Letter, LetterRead, LetterState } from '../schemas/letter.ts';
import { operation } from '../schemas/operation.ts';

/** Letters: the record of what was sent, and bounces that another mail system tells. */
export const letterRoutes: Routes = (api, deps) => {
  const { pool } = deps;

  api.get(
    '/api/v1/notices/:notice/letters',
    {
      onRequest: only(pool, 'admin', 'office', 'supervisor', 'head'),
      schema: operation(
        {
          id: 'listLetters',
          tag: 'letters',
          summary: 'List letters',
          description:
            'In the order in which they were written; by person, never by address. A supervisor sees those about the obligations of those below.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            ...paging,
            kind: z.enum(LETTER_KINDS).optional(),
            state: LetterState.optional(),
            person: PersonId.optional(),
            period: z
              .string()
              .max(200)
              .optional()
              .describe("the period's id: letters about it, and about what is owed in it"),
            obligation: ObligationId.optional(),
          }),
          response: { 200: pageOf(Letter) },
        },
      ),
    },
    async (request) => {
      const noticeId = request.params.notice;
      const now = await deps.now(noticeId);
      const parties = await visibleParties(pool, callerIn(request), noticeId, now);
      return listLetters(pool, { ...request.query, noticeId, parties });
    },
  );

  api.get(
    '/api/v1/letters/:id',
    {
      onRequest: only(pool, 'admin', 'office', 'head'),
      schema: operation(
        {
          id: 'readLetter',
          tag: 'letters',
          summary: 'Read a letter',
          description:
            'What it says and every attempt to send it. Its links are named only: they are made when it goes out and stored nowhere.',
          refuses: [404, 422],
        },
        { params: ById, response: { 200: LetterRead } },
      ),
    },
    async (request) => {
      const letter = await readLetter(pool, request.params.id);
      if (!letter) {
        throw new PermanentFailure(FAILURES.notFound, `there is no letter ${request.params.id}`);
      }
      mustSee(callerIn(request), letter.noticeId);
      const { document, ...record } = letter;
      return { ...record, document: document && { ...document } };
    },
  );

  api.post(
    '/api/v1/letters/:messageId/bounce',
    {
      onRequest: only(pool, 'admin', 'office'),
      schema: operation(
        {
          id: 'bounceLetter',
          tag: 'letters',
          summary: 'Tell that a letter came back',
          description:
            'By its Message-ID, as a notice of non-delivery names it. Told twice it changes nothing more.',
          refuses: [404, 422],
        },
        {
          params: z.object({
            messageId: z
              .string()
              .regex(/^<?[^<>\s]{1,250}>?$/, 'a Message-ID, with or without its angle brackets'),
          }),
          body: z
            .strictObject({
              status: z
                .string()
                .regex(/^[245]\.\d{1,3}\.\d{1,3}$/, 'a status as RFC 3463 has it, e.g. 5.1.1'),
              code: z.int().min(200).max(599).optional(),
            })
            .meta({ examples: [{ status: '5.1.1', code: 550 }] }),
          response: { 200: z.object({ bounced: z.literal(true) }) },
        },
      ),
    },
    async (request) => {
      const messageId = `<${request.params.messageId.replace(/[<>]/g, '')}>`;
      const unknown = () =>
        new PermanentFailure(FAILURES.notFound, 'no letter with this Message-ID went out');
      const noticeId = await noticeOfLetter(pool, messageId);
      if (noticeId === undefined) throw unknown();
      mustSee(callerIn(request), noticeId);
      const { status, code } = request.body;
      const answer = code === undefined ? status : `${code} ${status}`;
      const now = await deps.now(noticeId);
      const isOurs = await inTransaction(pool, (transaction) =>
        bounceLetter(transaction, { messageId, answer, now }),
      );
      if (!isOurs) throw unknown();
      return { bounced: true as const };
    },
  );
};
