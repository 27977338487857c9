import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link opens: one obligation's page, one finding's page, or a person's desk in one notice. */
export type LinkPurpose = 'report' | 'finding' | 'desk';

/**
 * What a link stands for. `subject` is an obligation, a finding or a notice; `person` who it was sent to; `generation`
 * that person's link generation, raised to make all links sent so far void.
 */
export interface LinkClaim {
  purpose: LinkPurpose;
  noticeId: string;
  subject: string;
  person: string;
  generation: number;
}

const PURPOSES: readonly LinkPurpose[] = ['report', 'finding', 'desk'];
const SEPARATOR = '\n';

const sign = (claim: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`dondoc link v1${SEPARATOR}${claim}`).digest();

/** A link's token: the claim in the open and an HMAC-SHA256 over it. The same claim gives the same token, so a reminder can carry it again. */
export function makeLinkToken(claim: LinkClaim, secret: string): string {
  const text = [claim.purpose, claim.noticeId, claim.subject, claim.person, claim.generation].join(
    SEPARATOR,
  );
  return `${Buffer.from(text).toString('base64url')}.${sign(text, secret).toString('base64url')}`;
}

/**
 * Reads a token that somebody presents; undefined for anything that this secret did not sign. The caller still
 * has to ask the register whether the person holds the obligation and the generation is current.
 */
export function readLinkToken(token: string, secret: string): LinkClaim | undefined {
  const [body, mac, ...rest] = token.length > 2048 ? [] : token.split('.');
  if (body === undefined || mac === undefined || rest.length > 0) return undefined;
  const text = Buffer.from(body, 'base64url').toString();
  const expected = sign(text, secret);
  const presented = Buffer.from(mac, 'base64url');
  if (presented.length !== expected.length || !timingSafeEqual(presented, expected))
    return undefined;
  // base64 can be written in more ways than one: a link has one address, under which a form is taken once
  if (Buffer.from(text).toString('base64url') !== body || presented.toString('base64url') !== mac)
    return undefined;
  const [purpose, noticeId, subject, person, generation] = text.split(SEPARATOR);
  const known = PURPOSES.find((one) => one === purpose);
  if (!known || !noticeId || !subject || !person || !generation) return undefined;
  return { purpose: known, noticeId, subject, person, generation: Number(generation) };
}
