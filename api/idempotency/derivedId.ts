import { createHash } from 'node:crypto';

/** SHA-256 (hex) over parts, each on a line of its own. */
export const sha256 = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

/** A UUID (version 8, RFC 9562) from the first 16 bytes of a hash in hex. */
export function uuidFrom(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The id of what is made from a request that may come twice: the same parts give the same id. */
export const derivedId = (...parts: string[]): string => uuidFrom(sha256(...parts));
