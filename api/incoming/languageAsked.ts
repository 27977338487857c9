import type { FastifyRequest } from 'fastify';
import type { Language } from '../../letters/catalogue/phrases.ts';

const OURS: readonly Language[] = ['vi', 'en'];

/**
 * The one of our languages that a request's Accept-Language likes best (RFC 9110, 12.5.4); undefined where it names
 * neither, so that what is answered can be in the notice's own.
 */
export function languageAsked(request: FastifyRequest): Language | undefined {
  const wishes = (request.headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [range = '', quality] = wish
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/);
      const language = OURS.find((one) => range === one || range.startsWith(`${one}-`));
      return { language, weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  return wishes.find(({ language }) => language !== undefined)?.language;
}
