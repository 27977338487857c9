import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { readNotice } from '../../db/notices/readNotice.ts';
import type { Pool } from '../../db/pool.ts';
import { noticeHead } from '../../domain/notice/letterFacts.ts';
import { writingFor } from '../../letters/compose/writing.ts';
import type { Conductor } from '../rehearsal/conductor.ts';
import { onFreePort } from '../stack/freePort.ts';
import { phrases } from './catalogue.ts';
import { guard } from './guard.ts';
import { inboxRoutes } from './routes/inboxRoutes.ts';
import { rehearsalRoutes } from './routes/rehearsalRoutes.ts';
import { keepRuns, type Runs, standing } from './runs.ts';
import { plainView } from './views/PlainView.tsx';

export interface ConsoleOptions {
  pool: Pool;
  conductor: Conductor;
  noticeId: string;
  /** Where the API and its pages are, without a trailing slash. */
  apiUrl: string;
  temporalUi: string | undefined;
}

/** The console as an app that listens nowhere yet. */
export async function buildConsole(
  options: ConsoleOptions,
): Promise<{ app: FastifyInstance; runs: Runs }> {
  const { pool, conductor, noticeId, apiUrl, temporalUi } = options;
  const { notice } = await readNotice(pool, noticeId);
  const writing = writingFor(noticeHead(notice));
  const say = writing.say(phrases);
  const neighbours = { apiUrl, temporalUi };
  const runs = keepRuns(pool, noticeId, conductor);
  const plain = (reply: FastifyReply, words: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').send(plainView(writing, neighbours, words));
  const unknown = (reply: FastifyReply): FastifyReply => plain(reply.code(404), say.unknown);

  const app = fastify({ bodyLimit: 10_000 });
  await app.register(formbody);
  guard(app, (reply) => plain(reply, say.otherOrigin));
  app.setNotFoundHandler((_request, reply) => unknown(reply));
  app.get('/', (_request, reply) => reply.redirect('/inbox'));
  const parts = { pool, notice, writing, neighbours, runs, unknown };
  inboxRoutes(app, parts);
  rehearsalRoutes(app, parts);
  return { app, runs };
}

/**
 * Opens the trial's console on 127.0.0.1: the inbox with every letter that was sent, and the clock with what moves it.
 * Opened before anybody runs the clock, it puts right what an ended process has left. @throws NoFreePort
 */
export async function startConsole(
  options: ConsoleOptions & { preferredPort: number },
): Promise<{ url: string; stop(): Promise<void> }> {
  await standing(options.pool, options.noticeId);
  const { app, runs } = await buildConsole(options);
  const url = await onFreePort(options.preferredPort, async (port) =>
    app.listen({ host: '127.0.0.1', port }),
  );
  return {
    url,
    async stop() {
      await runs.stop();
      await app.close();
    },
  };
}
