import type { FastifyReply } from 'fastify';
import type { AnswerProblem } from '../plugins/errors.ts';
import { PROBLEMS, type ProblemName } from '../problems/problem.ts';
import type { strangers } from './catalogue/common.ts';
import { strangersPage } from './views/Strangers.tsx';

/** Answers with a page. It is never kept by a cache: it is somebody's own. */
export const sendPage = (reply: FastifyReply, html: string, status = 200): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .send(html);

const PAGES: Partial<Record<ProblemName, keyof typeof strangers>> = {
  'not-found': 'unknown',
  gone: 'void',
  'not-signed-in': 'unknown',
  'too-large': 'tooLarge',
  'too-many-requests': 'busy',
  internal: 'failed',
  unavailable: 'failed',
};

/** A problem on a page that people open: in both languages and without detail, since nothing is known of who asks. */
export const answerWithPage: AnswerProblem = (_request, reply, problem) => {
  if (problem.retryAfterSeconds !== undefined) {
    reply.header('retry-after', String(problem.retryAfterSeconds));
  }
  return sendPage(
    reply,
    strangersPage(PAGES[problem.problem] ?? 'refused'),
    PROBLEMS[problem.problem].status,
  );
};
