import { z } from 'zod';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { listVersions, readVersion } from '../../db/reading/versions.ts';
import { compareNotices } from '../../domain/amendment/compareNotices.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { InNotice, Instant } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';

const Version = z.object({
  number: z.int(),
  sha256: z.string(),
  inForceFrom: Instant,
  inForceUntil: Instant.nullable().describe('null for the text in force'),
  decision: z
    .object({
      id: z.uuid(),
      kind: z.string(),
      actor: z.string(),
      capacity: z.string(),
      at: Instant,
      reason: z.string().nullable(),
      decidedBy: z.string().nullable().describe('where that is not whoever entered it'),
    })
    .nullable()
    .describe('what put it in force; null for the text that was loaded first'),
});
const WithChanges = Version.extend({
  changes: z.array(
    z.object({
      path: z.string(),
      kind: z.string(),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
});

/** The texts of a notice: the one that was loaded, and every amended one, with what each changed. */
export const versionRoutes: Routes = (api, { pool }) => {
  const readers = only(pool, 'admin', 'office', 'head');

  api.get(
    '/api/v1/notices/:notice/versions',
    {
      onRequest: readers,
      schema: operation(
        {
          id: 'listVersions',
          tag: 'notices',
          summary: 'List the versions of a notice',
          description: 'The first as it was loaded, the last in force, each with its decision.',
          refuses: [404, 422],
        },
        { params: InNotice, response: { 200: z.object({ items: z.array(Version) }) } },
      ),
    },
    async (request) => {
      mustSee(callerIn(request), request.params.notice);
      const items = await listVersions(pool, request.params.notice);
      if (items.length > 0) return { items };
      throw new PermanentFailure(FAILURES.notFound, `there is no notice ${request.params.notice}`);
    },
  );

  api.get(
    '/api/v1/notices/:notice/versions/:number',
    {
      onRequest: readers,
      schema: operation(
        {
          id: 'readVersion',
          tag: 'notices',
          summary: 'Read a version of a notice',
          description: 'With what it changed against the one before; nothing for the first.',
          refuses: [404, 422],
        },
        {
          params: InNotice.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
          response: { 200: WithChanges },
        },
      ),
    },
    async (request) => {
      const { notice: noticeId, number } = request.params;
      mustSee(callerIn(request), noticeId);
      const version = (await listVersions(pool, noticeId)).find((one) => one.number === number);
      const text = await readVersion(pool, noticeId, number);
      if (!version || !text) {
        throw new PermanentFailure(
          FAILURES.notFound,
          `the notice ${noticeId} has no version ${number}`,
        );
      }
      const before = await readVersion(pool, noticeId, number - 1);
      const changes = before === null ? [] : compareNotices(before, text);
      return {
        ...version,
        changes: changes.map(({ processes: _, ...change }) => change),
      };
    },
  );
};
