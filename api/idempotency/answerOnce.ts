import { createHash, randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { claimKey, giveBackKey, keepAnswer } from '../../db/access/idempotency.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/problem.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

const sha256 = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

/**
 * Answers a request that creates something once for its Idempotency-Key: the same key and the same request get the same
 * answer, another request is refused, one still under way gets 409. `work` is given the id of what it creates: made from
 * the key, so that even a request whose answer was lost with its process creates it once. A refused request gives its key back.
 * @param fingerprint what tells two requests apart where the parsed body does not: the hashes of uploaded files
 */
export async function answerOnce<Body>(
  deps: ApiDeps,
  request: FastifyRequest,
  status: number,
  work: (id: string) => Promise<Body>,
  fingerprint = JSON.stringify(request.body ?? null),
): Promise<{ status: number; body: Body }> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return { status, body: await work(randomUUID()) };
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Problem('bad-request', 'an Idempotency-Key is 1 to 200 printable ASCII characters');
  }
  const who = request.caller?.actor ?? 'nobody';
  const keySha256 = sha256(who, request.method, request.url, key);
  const claim = await claimKey(deps.pool, keySha256, sha256(fingerprint));
  switch (claim.kind) {
    case 'answered':
      return { status: claim.status, body: claim.body as Body };
    case 'under-way':
      throw new Problem('under-way', 'the first request with this Idempotency-Key is under way', {
        retryAfterSeconds: 2,
      });
    case 'another-request':
      throw new Problem('key-reused', 'this Idempotency-Key was used for another request');
    case 'ours':
      break;
  }
  try {
    const body = await work(uuidFrom(keySha256));
    await keepAnswer(deps.pool, keySha256, { status, body });
    return { status, body };
  } catch (error) {
    await giveBackKey(deps.pool, keySha256);
    throw error;
  }
}

/** A UUID (version 8, RFC 9562) from the first 16 bytes of a hash. */
function uuidFrom(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
