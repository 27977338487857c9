import type { FastifyInstance, FastifyReply } from 'fastify';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import type { Conductor } from '../../rehearsal/conductor.ts';
import { phrases } from '../catalogue.ts';
import type { ConsoleParts } from '../consoleParts.ts';
import { readRehearsal } from '../readRehearsal.ts';
import { rehearsalView } from '../views/RehearsalView.tsx';

/** The rehearsal: where its clock stands, and the forms that move it. Only a POST moves it. */
export function rehearsalRoutes(app: FastifyInstance, parts: ConsoleParts): void {
  const { pool, notice, writing, neighbours, runs } = parts;
  const calendar = calendarOf(notice);
  const say = writing.say(phrases);

  const show = async (reply: FastifyReply, refusal?: string): Promise<FastifyReply> => {
    const facts = await readRehearsal(pool, notice.id);
    const page = rehearsalView({
      writing,
      neighbours,
      facts,
      days: { first: calendar.dayOf(facts.now), last: lastDay() },
      isRunning: await runs.isRunning(),
      failure: runs.failure(),
      ...(refusal !== undefined && { refusal }),
    });
    return reply.type('text/html; charset=utf-8').send(page);
  };
  /** Nothing can be planned in a year without a holiday table. */
  const lastDay = (): string => `${Object.keys(notice.calendar.years).sort().at(-1)}-12-31`;

  const begin = async (
    reply: FastifyReply,
    run: (conductor: Conductor) => Promise<unknown>,
  ): Promise<FastifyReply> => {
    if (await runs.begin(run)) return reply.redirect('/rehearsal', 303);
    return show(reply.code(409), say.isRunning);
  };

  app.get('/rehearsal', (_request, reply) => show(reply));

  app.post('/rehearsal/step', (_request, reply) => begin(reply, (conductor) => conductor.step()));

  app.post('/rehearsal/next-day', async (_request, reply) => {
    const { now } = await readRehearsal(pool, notice.id);
    return begin(reply, (conductor) => conductor.runTo(calendar.endOf(calendar.dayOf(now))));
  });

  app.post<{ Body: { date?: unknown } | undefined }>('/rehearsal/run', async (request, reply) => {
    const { now } = await readRehearsal(pool, notice.id);
    const first = calendar.dayOf(now);
    const date = String(request.body?.date ?? '');
    if (!isDay(date) || date < first || date > lastDay()) {
      const refusal = say.badDate(writing.day(first), writing.day(lastDay()));
      return show(reply.code(422), refusal);
    }
    return begin(reply, (conductor) => conductor.runTo(calendar.endOf(date)));
  });

  app.post('/rehearsal/pause', (_request, reply) => {
    runs.pause();
    return reply.redirect('/rehearsal', 303);
  });
}

/** A day that the calendar has: 30 February is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
