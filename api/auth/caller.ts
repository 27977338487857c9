import type { FastifyRequest } from 'fastify';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { findToken, type Role } from '../../db/access/tokens.ts';
import type { Pool } from '../../db/pool.ts';
import { Problem } from '../problems/problem.ts';

/** Who asks, as the token or the link said. */
export interface Caller {
  /** token:<uuid> or person:<id>, as decisions and the log name it */
  actor: string;
  role: Role;
  /** null for an admin, who may see every notice */
  noticeId: string | null;
  personId: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** The caller behind a token's text; undefined where it is unknown, revoked or expired. */
export async function callerOf(pool: Pool, text: string): Promise<Caller | undefined> {
  const token = text.length > 200 ? undefined : await findToken(pool, text);
  if (!token) return undefined;
  return {
    actor: `token:${token.id}`,
    role: token.role,
    noticeId: token.noticeId,
    personId: token.personId,
  };
}

/** A check before a handler: a valid token of one of these roles. Answers 401 without a token and 403 with one of another role. */
export const only = (pool: Pool, ...roles: Role[]) =>
  async function checkRole(request: FastifyRequest): Promise<void> {
    const [scheme, text, ...rest] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !text || rest.length > 0) {
      throw new Problem('not-signed-in', 'send the header "Authorization: Bearer <token>"');
    }
    const caller = await callerOf(pool, text);
    if (!caller) throw new Problem('not-signed-in', 'the token is unknown, revoked or expired');
    if (!roles.includes(caller.role)) {
      throw new Problem('not-allowed', `this needs a token of the role ${roles.join(' or ')}`);
    }
    request.caller = caller;
  };

/** The caller of a request that `only` has let through. */
export function callerIn(request: FastifyRequest): Caller {
  if (!request.caller)
    throw new Error(`${request.routeOptions.url} asks for a caller and checks none`);
  return request.caller;
}

/** Refuses a caller whose token belongs to another notice. @throws NotAllowed */
export function mustSee(caller: Caller, noticeId: string): void {
  if (caller.role === 'admin' || caller.noticeId === noticeId) return;
  throw new PermanentFailure(FAILURES.notAllowed, 'the token belongs to another notice');
}
