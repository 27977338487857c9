import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { claimKey, giveBackKey, keepAnswer } from '../../db/access/idempotency.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/problem.ts';
import { sha256, uuidFrom } from './derivedId.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

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
