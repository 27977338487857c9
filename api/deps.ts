import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Instant } from '../contracts/plan.ts';
import type { Pool } from '../db/pool.ts';
import type { ProcessGateway } from './processGateway.ts';

/** What the API is composed of; the composition root hands it in. */
export interface ApiDeps {
  pool: Pool;
  processes: ProcessGateway;
  /** The present instant on a notice's clock; without a notice, on the machine's. */
  now(noticeId?: string): Promise<Instant>;
  /** The key of every link that a letter carries. */
  linkSecret: string;
  /** Where people reach the pages, without a trailing slash, e.g. https://dondoc.example.test */
  baseUrl: string;
  /** Neighbours worth a link on the start page. */
  links: () => { temporalUi?: string; inbox?: string };
  logger: FastifyBaseLogger;
  /**
   * On which clock a notice loaded here runs; the live one unless a rehearsal composes the API, which then notes in the
   * register what it is answering.
   */
  clock?: 'live' | 'rehearsal';
  /** Requests one address may make in a minute of the machine's clock; 3,000 unless given, since an office shares one address. */
  requestsPerMinute?: number;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  trustProxy?: string[];
}

/** The server, whose routes are typed by their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** One resource's routes. */
export type Routes = (api: Api, deps: ApiDeps) => void;
