import { z } from 'zod';
import { ObligationId, PersonId } from './common.ts';

/** What is handed in through the API. */
export const HandIn = z
  .strictObject({
    obligations: z.array(ObligationId).min(1).max(50),
    signedBy: PersonId.optional().describe(
      "who signed; the token's person unless an admin or the office says another",
    ),
    kind: z.enum(['report', 'nothing']).default('report'),
    body: z.string().max(200_000).default(''),
    answers: z.record(z.string().max(64), z.string().max(200_000)).default({}),
    checklist: z.array(z.string().max(64)).max(100).default([]),
  })
  .meta({
    examples: [
      {
        obligations: ['trieu-son-2020/5-reports/2020-11-28/truong-ban-tuyen-giao'],
        body: 'Trong kỳ đã chỉ đạo 3 xã …',
      },
    ],
  });
