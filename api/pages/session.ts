import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, callerOf } from '../auth/caller.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/problem.ts';

const COOKIE = 'dondoc-session';
const SECONDS = 12 * 60 * 60;

/** The admin behind a page's cookie, which carries the token itself; undefined for anybody else. What is decided with it is what an admin decides, by a form that `mustComeFromHere`. */
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

/** Sends somebody who has not signed in to do so, and then to the notice's page. */
export const toSignIn = (reply: FastifyReply, noticeId: string): FastifyReply =>
  reply.redirect(`/sign-in?next=${encodeURIComponent(`/notices/${noticeId}`)}`, 303);

/** Keeps the token in a cookie that no script reads and no other site's request carries. */
export const signIn = (deps: ApiDeps, reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(COOKIE, token, { ...attributes(deps), maxAge: SECONDS });

/** Forgets it. */
export const signOut = (deps: ApiDeps, reply: FastifyReply): FastifyReply =>
  reply.clearCookie(COOKIE, attributes(deps));

/**
 * Refuses a form that another site's page sent here, by what the browser itself says of its sender: Sec-Fetch-Site, or
 * the Origin where a browser is too old for that.
 * @throws Problem `not-allowed`
 */
export function mustComeFromHere(deps: ApiDeps, request: FastifyRequest): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const isOwn =
    site === undefined
      ? origin === `http://${host}` || origin === `https://${host}` || origin === originOf(deps)
      : site === 'same-origin';
  if (!isOwn) {
    throw new Problem('not-allowed', 'the form was not sent from a page of this server');
  }
}

/** These pages' own addresses are no secret: with this policy a browser names the origin of the forms in them. */
export const withOrigin = (reply: FastifyReply): FastifyReply =>
  reply.header('referrer-policy', 'same-origin');

const originOf = (deps: ApiDeps): string => new URL(deps.baseUrl).origin;
