import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../deps.ts';
import { answerProblem } from '../problems/answerProblem.ts';
import { PROBLEMS, Problem } from '../problems/problem.ts';
import { problemOf } from '../problems/problemOf.ts';

/** How a route's problems look: a document for programs, or a page for people. */
export type AnswerProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
) => FastifyReply;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** set on routes that people open in a browser */
    answerProblem?: AnswerProblem;
  }
}

/**
 * The one place where failures become answers. What is not meant for the outside goes to the log with its stack, and out
 * as `internal` without its text.
 */
export function handleErrors(api: Api): void {
  api.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    const { status } = PROBLEMS[problem.problem];
    if (status >= 500) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    }
    const answer = request.routeOptions.config.answerProblem ?? answerProblem;
    return answer(request, reply, problem);
  });
  api.setNotFoundHandler((request, reply) =>
    answerProblem(
      request,
      reply,
      new Problem('not-found', 'no resource has this path; the description is at /docs'),
    ),
  );
}
