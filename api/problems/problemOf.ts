import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { FAILURES, type FailureName, PermanentFailure } from '../../contracts/failures.ts';
import { CalendarYearMissing } from '../../domain/time/workingCalendar.ts';
import { type FieldProblem, Problem, type ProblemName } from './problem.ts';

const OF_FAILURE: Record<FailureName, ProblemName> = {
  [FAILURES.notFound]: 'not-found',
  [FAILURES.conflict]: 'conflict',
  [FAILURES.notAllowed]: 'not-allowed',
  [FAILURES.invalid]: 'invalid',
};

/** What the framework itself refuses, by its status. */
const OF_STATUS: Record<number, ProblemName> = {
  400: 'bad-request',
  404: 'not-found',
  405: 'wrong-method',
  406: 'bad-request',
  413: 'too-large',
  415: 'media-type',
  429: 'too-many-requests',
};

/**
 * PostgreSQL's classes of errors that say that it cannot be reached or is about to stop, that it has no room (a full
 * disk, memory, connections), that it takes nothing for now (a copy in reserve), or that a transaction has to be run again.
 */
const DATABASE_AWAY = /^(08|53|57P0[123]|25006|40001|40P01)/;
/** What the driver says of a connection that breaks while it is used, without a code. */
const CONNECTION_LOST = /^(Connection terminated|Client .+ not queryable|timeout exceeded)/;
const SOCKET_AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']);

/** Whatever was thrown, as the problem to answer. What is not meant for the outside becomes `internal`, without its text. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof PermanentFailure) {
    const errors = error.pointer ? [{ pointer: error.pointer, detail: error.message }] : [];
    return new Problem(OF_FAILURE[error.failure], error.message, { errors });
  }
  if (error instanceof CalendarYearMissing) return new Problem('invalid', error.message);
  if (hasZodFastifySchemaValidationErrors(error)) return ofValidation(error);
  const { statusCode, code, message } = partsOf(error);
  const isAway =
    code === undefined
      ? CONNECTION_LOST.test(message)
      : DATABASE_AWAY.test(code) || SOCKET_AWAY.has(code);
  if (isAway) {
    return new Problem('unavailable', 'the register cannot take or answer it now; try again', {
      retryAfterSeconds: 5,
    });
  }
  const name = statusCode === undefined ? undefined : OF_STATUS[statusCode];
  // the framework's own refusals (codes FST_…) are written for callers; anybody else's text is not
  if (name) return new Problem(name, code?.startsWith('FST_') ? message : 'the request is refused');
  return new Problem(
    'internal',
    'the failure was recorded; nothing of this request has been changed by halves',
  );
}

interface ValidationError {
  validation: { instancePath: string; message?: string }[];
  validationContext?: string;
}

function ofValidation(error: unknown): Problem {
  const { validation, validationContext } = error as ValidationError;
  const inBody = validationContext === 'body';
  const errors: FieldProblem[] = validation.map((issue) => ({
    pointer: inBody ? issue.instancePath : `/${validationContext}${issue.instancePath}`,
    detail: issue.message ?? 'is not valid',
  }));
  const first = errors[0];
  const where = first?.pointer || 'the body';
  return new Problem('invalid', first ? `${where}: ${first.detail}` : 'the request is not valid', {
    errors,
  });
}

function partsOf(error: unknown): { statusCode?: number; code?: string; message: string } {
  if (typeof error !== 'object' || error === null) return { message: '' };
  const { statusCode, code, message } = error as Record<string, unknown>;
  return {
    message: typeof message === 'string' ? message : '',
    ...(typeof statusCode === 'number' && { statusCode }),
    ...(typeof code === 'string' && { code }),
  };
}
