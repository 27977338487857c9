import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, callerOf } from '../auth/caller.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/problem.ts';

const COOKIE = 'dondoc-session';
const SECONDS = 12 * 60 * 60;

/** The admin behind a page's cookie, which carries the token itself; undefined for anybody else. Pages are read with it and nothing is decided. */
export async function adminIn(deps: ApiDeps, request: FastifyRequest): Promise<Caller | undefined> {
  const text = request.cookies[COOKIE];
  const caller = text === undefined ? undefined : await callerOf(deps.pool, text);
  return caller?.role === 'admin' ? caller : undefined;
}

const attributes = (deps: ApiDeps) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: deps.baseUrl.startsWith('https:'),
});

/** Keeps the token in a cookie that no script reads and no other site's request carries. */
export const signIn = (deps: ApiDeps, reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(COOKIE, token, { ...attributes(deps), maxAge: SECONDS });

/** Forgets it. */
export const signOut = (deps: ApiDeps, reply: FastifyReply): FastifyReply =>
  reply.clearCookie(COOKIE, attributes(deps));

/** Refuses a form that another site's page sent here. @throws NotAllowed */
export function mustComeFromHere(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isOwn = origin === undefined ? site === undefined : hostOf(origin) === request.headers.host;
  if (!isOwn || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new Problem('not-allowed', 'the form was not sent from a page of this server');
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
