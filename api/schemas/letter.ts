import { z } from 'zod';
import { LETTER_KINDS } from '../../contracts/letters.ts';
import { Instant, NoticeId, ObligationId, PersonId } from './common.ts';

export const LetterState = z.enum([
  'queued',
  'sending',
  'sent',
  'uncertain',
  'failed',
  'bounced',
  'stopped',
]);

export const Letter = z
  .object({
    id: z.uuid(),
    noticeId: NoticeId,
    kind: z.enum(LETTER_KINDS),
    state: LetterState,
    personId: PersonId,
    name: z.string().nullable().describe('null where the person was erased'),
    periodId: z.string().nullable(),
    obligationIds: z.array(ObligationId),
    subject: z.string().nullable(),
    writtenAt: Instant,
    notBefore: Instant,
    sentAt: Instant.nullable(),
    attempts: z.int(),
    failure: z.string().nullable().describe("the server's code, or why it could not be sent"),
  })
  .meta({ id: 'Letter' });

export const LetterRead = Letter.extend({
  messageId: z.string(),
  document: z.looseObject({}).nullable().describe('its blocks; null where its text was deleted'),
  attemptRows: z.array(
    z.object({
      attempt: z.int(),
      at: Instant,
      outcome: z.string(),
      answer: z.string().nullable(),
    }),
  ),
}).meta({ id: 'LetterRead' });
