import type { FastifyInstance, FastifyReply } from 'fastify';
import { STYLE_HASH } from './style.ts';

const POLICY = (style: string): string =>
  `default-src 'none'; style-src ${style}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/** A page that shows a letter's HTML: in a frame without scripts, yet with the styles that stand on its elements. */
export const allowLetterStyles = (reply: FastifyReply): FastifyReply =>
  reply.header('content-security-policy', `${POLICY("'unsafe-inline'")}; img-src data:`);

/**
 * What stands before every route: nothing is loaded from anywhere, and whatever changes something comes from the
 * console's own pages. It listens on loopback alone, so a strange Host is a page elsewhere that had its name point here.
 */
export function guard(app: FastifyInstance, refused: (reply: FastifyReply) => FastifyReply): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': POLICY(STYLE_HASH),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const { host = '', origin } = request.headers;
    const isOurs = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
    const acts = request.method !== 'GET' && request.method !== 'HEAD';
    if (isOurs && (!acts || origin === `http://${host}`)) return;
    return refused(reply.code(403));
  });
}
