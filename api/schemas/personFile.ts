import { z } from 'zod';
import { Instant, ObligationId, PartyId, PersonId } from './common.ts';
import { Finding, Obligation } from './record.ts';

export const PersonFile = z
  .object({
    person: z.object({
      id: PersonId,
      name: z.string().nullable().describe('null where the person was erased'),
      erasedAt: Instant.nullable(),
    }),
    posts: z.array(
      z.object({
        partyId: PartyId,
        kind: z.enum(['position', 'unit']),
        title: z.string(),
        since: Instant,
        until: Instant.nullable(),
      }),
    ),
    obligations: z.array(Obligation),
    submissions: z.array(
      z.object({
        id: z.uuid(),
        receiptNo: z.string(),
        kind: z.enum(['report', 'nothing']),
        channel: z.string(),
        capacities: z.array(z.string()),
        receivedAt: Instant,
        review: z.string(),
        obligationIds: z.array(ObligationId),
      }),
    ),
    letters: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        state: z.string(),
        subject: z.string().nullable(),
        writtenAt: Instant,
        sentAt: Instant.nullable(),
      }),
    ),
    findings: z.array(Finding),
    decisions: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        subject: z.string(),
        capacity: z.string(),
        at: Instant,
        reason: z.string().nullable(),
      }),
    ),
    misses: z.object({
      missesInARow: z.int(),
      missesInAll: z.int(),
      nothingInARow: z.int(),
    }),
  })
  .meta({ id: 'PersonFile' });
