import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEMS, type Problem } from './problem.ts';

/**
 * A problem as RFC 9457 has it. `instance` names the request in the log, not its URL: a link's token in a URL opens a page.
 */
export function problemDocument(problem: Problem, instance: string) {
  const { status, title } = PROBLEMS[problem.problem];
  return {
    type: `/problems/${problem.problem}`,
    title,
    status,
    detail: problem.message,
    instance,
    ...(problem.errors.length > 0 && { errors: problem.errors }),
  };
}

/** Answers a request with a problem as application/problem+json. */
export function answerProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  if (problem.retryAfterSeconds !== undefined) {
    reply.header('retry-after', String(problem.retryAfterSeconds));
  }
  if (problem.problem === 'not-signed-in') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(PROBLEMS[problem.problem].status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problemDocument(problem, `urn:dondoc:request:${request.id}`));
}
