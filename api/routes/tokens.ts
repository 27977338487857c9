import { z } from 'zod';
import { listTokens, makeToken, ROLES, revokeToken } from '../../db/access/tokens.ts';
import { only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { ById, Instant, NoticeId, PersonId } from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';

const Token = z.object({
  id: z.uuid(),
  label: z.string(),
  role: z.enum(ROLES),
  noticeId: z.string().nullable(),
  personId: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
});

const NewToken = z
  .strictObject({
    label: z.string().trim().min(1).max(200),
    role: z.enum(ROLES),
    notice: NoticeId.nullable().default(null),
    person: PersonId.nullable().default(null),
    expiresInDays: z.int().min(1).max(730).default(90),
  })
  .meta({
    examples: [
      { label: 'Văn phòng NTM', role: 'office', notice: 'trieu-son-2020', expiresInDays: 90 },
    ],
  });

const DAY = 86_400_000;

/** Tokens: made and revoked by admins. They run on the machine's clock, whatever clock a notice has. */
export const tokenRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  api.post(
    '/api/v1/tokens',
    {
      onRequest: only(pool, 'admin'),
      schema: operation(
        {
          id: 'makeToken',
          tag: 'tokens',
          summary: 'Make a token',
          description:
            'The token is in this answer and nowhere else: the register keeps its SHA-256. An Idempotency-Key is not taken here, since an answer that is kept would keep the token.',
          refuses: [422],
        },
        { body: NewToken, response: { 201: Token.extend({ token: z.string() }) } },
      ),
    },
    async (request, reply) => {
      const { label, role, notice, person, expiresInDays } = request.body;
      const made = await makeToken(pool, {
        label,
        role,
        noticeId: notice,
        personId: person,
        expiresAt: new Date(Date.now() + expiresInDays * DAY).toISOString(),
      });
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  api.get(
    '/api/v1/tokens',
    {
      onRequest: only(pool, 'admin'),
      schema: operation(
        {
          id: 'listTokens',
          tag: 'tokens',
          summary: 'List tokens',
          description:
            'The newest first, those revoked and expired included; never the tokens themselves.',
          refuses: [],
        },
        { response: { 200: z.object({ items: z.array(Token) }) } },
      ),
    },
    async () => ({ items: await listTokens(pool) }),
  );

  api.post(
    '/api/v1/tokens/:id/revoke',
    {
      onRequest: only(pool, 'admin'),
      schema: operation(
        {
          id: 'revokeToken',
          tag: 'tokens',
          summary: 'Revoke a token',
          description: 'At once. Revoked again it keeps its first time.',
          refuses: [404, 422],
        },
        { params: ById, response: { 200: Token } },
      ),
    },
    (request) => revokeToken(pool, request.params.id),
  );
};
