import { z } from 'zod';
import { AuditRun } from '../../contracts/audit.ts';
import { listRuns } from '../../db/audit/runs.ts';
import { only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { operation } from '../schemas/operation.ts';

const Runs = z.object({ items: z.array(AuditRun) }).meta({
  examples: [
    {
      items: [
        {
          id: 4711,
          at: '2020-11-30T04:20:00.000Z',
          counts: { 'letter-unsent': 2 },
          findings: [
            {
              code: 'letter-unsent',
              notice: 'trieu-son-2020',
              ids: ['5b0f2f6e-58f6-4a8b-8a3e-2f5a9d7c1b11', '7f2b3a52-8f0e-4a44-9d0a-3a3c41f5a0f1'],
              n: 2,
            },
          ],
        },
      ],
    },
  ],
});

/** What the engine found amiss with itself. */
export const auditRoutes: Routes = (api, { pool }) => {
  api.get(
    '/api/v1/audit',
    {
      onRequest: only(pool, 'admin'),
      schema: operation(
        {
          id: 'listAuditRuns',
          tag: 'health',
          summary: "Read the auditor's runs",
          description:
            'The newest first, on the machine’s clock. Each holds what was not as it should be, by code, with the first twenty ids and how many there are.',
          refuses: [422],
        },
        {
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(20) }),
          response: { 200: Runs },
        },
      ),
    },
    async (request) => ({ items: await listRuns(pool, request.query.limit) }),
  );
};
