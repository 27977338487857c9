import { z } from 'zod';
import { Instant, PartyId, PersonId } from './common.ts';

export const Party = z
  .object({
    id: PartyId,
    kind: z.enum(['position', 'unit']),
    title: z.string(),
    supervisorId: PartyId.nullable().describe('the position above it now'),
    holders: z.array(
      z.object({
        personId: PersonId,
        name: z.string().nullable().describe('null where it is not for this caller, or was erased'),
        hasAddress: z.boolean(),
        since: Instant,
      }),
    ),
    ahead: z
      .object({ leaving: PersonId.nullable(), coming: PersonId.nullable(), at: Instant })
      .nullable()
      .describe('a change that is entered for later'),
    open: z.int().describe('what it owes and has not handed in'),
  })
  .meta({ id: 'Party' });
