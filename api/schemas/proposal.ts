import { z } from 'zod';
import { DECIDED_HANDLINGS, HANDLINGS } from '../../contracts/digest.ts';
import {
  Evidence,
  Instant,
  NoticeId,
  ObligationId,
  PartyId,
  PersonId,
  ProcessId,
} from './common.ts';

/** A proposal of handling as the API shows it. */
export const Proposal = z
  .object({
    id: z.uuid(),
    noticeId: NoticeId,
    digestId: z.string().describe('the period of the digest that it was made in'),
    personId: PersonId,
    partyId: PartyId.describe('the capacity of the latest miss'),
    party: z.string(),
    processId: ProcessId,
    missesInARow: z.int().describe('as they stood when it was made'),
    missesInAll: z.int(),
    proposed: z.enum(HANDLINGS),
    enteredAt: Instant,
    shown: z.boolean().describe('the digest has been released, so it can be decided'),
    state: z.enum(['open', 'decided', 'withdrawn']),
    handling: z.enum(DECIDED_HANDLINGS).nullable(),
    withdrawnWhy: z.enum(['no-miss', 'proposed-anew']).nullable(),
    settledAt: Instant.nullable(),
    decisionId: z.uuid().nullable(),
    missed: z.array(
      z.object({
        obligationId: ObligationId,
        processId: ProcessId,
        partyId: PartyId,
        party: z.string(),
        lastDay: z.string(),
        receivedAt: Instant.nullable().describe('a report that came after all'),
        finding: z.object({ id: z.uuid(), state: z.string(), evidence: z.array(Evidence) }),
        answers: z.array(z.object({ at: Instant, body: z.string() })),
      }),
    ),
    explanation: z
      .object({
        periodId: z.string(),
        dueAt: Instant,
        lastDay: z.string(),
        receivedAt: Instant.nullable(),
        submissionId: z.uuid().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Proposal' });
