/** Every kind of problem that the API answers with; the key is the last part of its type, /problems/<name>. */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'not-signed-in': { status: 401, title: 'No valid token was given' },
  'not-allowed': { status: 403, title: 'The right to do this is lacking' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'wrong-method': { status: 405, title: 'The method is not offered here' },
  gone: { status: 410, title: 'The link is no longer in use' },
  conflict: { status: 409, title: 'The record has moved on' },
  'under-way': { status: 409, title: 'The same request is still under way' },
  'too-large': { status: 413, title: 'What was sent is too large' },
  'media-type': { status: 415, title: 'The body has a media type that is not taken here' },
  invalid: { status: 422, title: 'What was asked makes no sense' },
  'key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'The server failed' },
  unavailable: { status: 503, title: 'A part of the engine cannot be reached' },
} as const;
export type ProblemName = keyof typeof PROBLEMS;

/** One field at fault: `pointer` is a JSON pointer into the request (RFC 6901), line and column where a file was sent. */
export interface FieldProblem {
  pointer: string;
  detail: string;
  line?: number;
  column?: number;
  /** what would be right */
  expected?: string;
}

/** A refusal that is answered as it stands; whatever else is thrown is answered as `internal`, without its text. */
export class Problem extends Error {
  readonly problem: ProblemName;
  readonly errors: FieldProblem[];
  readonly retryAfterSeconds: number | undefined;
  constructor(
    problem: ProblemName,
    detail: string,
    more: { errors?: FieldProblem[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.problem = problem;
    this.errors = more.errors ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
