import type { FastifySchema } from 'fastify';
import { z } from 'zod';
import { PROBLEMS } from '../problems/problem.ts';

export const ProblemDocument = z
  .object({
    type: z.string().describe('a stable path: /problems/<name>'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe('names the request in the log'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON pointer (RFC 6901) of the field at fault'),
          detail: z.string(),
          line: z.int().optional(),
          column: z.int().optional(),
          expected: z.string().optional().describe('what would be right'),
        }),
      )
      .optional(),
  })
  .meta({
    id: 'Problem',
    description: 'Problem details (RFC 9457)',
    examples: [
      {
        type: '/problems/invalid',
        title: 'What was asked makes no sense',
        status: 422,
        detail: '/reason: a decision needs its reason in words',
        instance: 'urn:dondoc:request:req-1',
        errors: [{ pointer: '/reason', detail: 'a decision needs its reason in words' }],
      },
    ],
  });

type Refusal = 400 | 403 | 404 | 409 | 413 | 415 | 422 | 503;

const TITLES = new Map<number, string>();
for (const { status, title } of Object.values(PROBLEMS)) {
  const known = TITLES.get(status);
  TITLES.set(status, known === undefined ? title : `${known}; or: ${title.toLowerCase()}`);
}

/** What an operation's documentation says. */
export interface About {
  id: string;
  tag: string;
  summary: string;
  description: string;
  /** statuses of problems beside those that every operation may answer */
  refuses: Refusal[];
  /** open to everybody, without a token */
  open?: boolean;
}

const problem = (status: number) => ({
  description: TITLES.get(status) ?? 'A problem',
  content: { 'application/problem+json': { schema: ProblemDocument } },
});

/**
 * An operation's schema with what its documentation needs: an id, a summary, a description, and every problem that it may
 * answer beside what it returns. 401, 429 and 500 go without saying.
 */
export function operation<const Schema extends FastifySchema>(
  about: About,
  schema: Schema,
): Schema {
  const statuses = [...(about.open ? [] : [401, 403]), ...about.refuses, 429, 500];
  return {
    ...schema,
    operationId: about.id,
    tags: [about.tag],
    summary: about.summary,
    description: about.description,
    ...(about.open ? { security: [] } : {}),
    response: {
      ...(schema.response as object),
      ...Object.fromEntries(statuses.map((status) => [status, problem(status)])),
    },
  };
}
