import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { makeToken } from '../../db/access/tokens.ts';
import { openTrial, type Trial, type TrialOptions } from '../../dev/trial/openTrial.ts';
import { atLocal } from '../../domain/time/zone.ts';
import { createShutdown } from '../../worker/shutdown.ts';
import { linkIn, type ReadLetter, readMail } from './mailReader.ts';

/** A refusal of the API as its problem document says it. */
export interface Refusal {
  status: number;
  detail: string;
}

/** What somebody with a token may ask the API; each answer is checked to be no refusal, or with `refused` to be one. */
export interface Caller {
  post<Answer = unknown>(path: string, body: unknown): Promise<Answer>;
  put<Answer = unknown>(path: string, body: unknown): Promise<Answer>;
  get<Answer = unknown>(path: string): Promise<Answer>;
  refused(path: string, body: unknown): Promise<Refusal>;
}

/** A notice on a real Temporal server, database and mail server, with a clock that the story moves. */
export interface StoryStage {
  readonly trial: Trial;
  /** Every letter so far, in the order of its coming. */
  readonly mail: readonly ReadLetter[];
  /** A day and a time of day on the notice's own clock. */
  at(day: string, time: string): Instant;
  /** Lets the clock run to an instant; whatever mail comes on the way is read, since unread mail holds the clock. */
  until(day: string, time: string): Promise<void>;
  letters(kind: string, to: string): ReadLetter[];
  /** The holder of a token of its own. Paths are told without /api/v1. */
  as(role: 'admin' | 'office' | 'supervisor' | 'head', person?: string): Promise<Caller>;
  /** Opens the page that a letter links to, and sends its form as the person would. Answers with the page that comes. */
  fillIn(
    letter: ReadLetter | undefined,
    fields: Record<string, string | string[]>,
  ): Promise<string>;
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/**
 * Opens a stage for the file that calls it, once before its tests. Without a seed nobody acts but the story; with one the
 * cast plays everybody, and reads the mail.
 */
export function openStage(
  notice: Notice,
  options: { seed?: number; mailRules?: TrialOptions['mailRules'] } = {},
): StoryStage {
  const shutdown = createShutdown(() => {});
  const mail: ReadLetter[] = [];
  let folder: string;
  let opened: Trial | undefined;
  const trialOf = (): Trial => {
    if (!opened) throw new Error('the stage opens before the first test');
    return opened;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-story-'));
    opened = await openTrial({
      notice,
      seed: options.seed ?? null,
      path: folder,
      persistent: false,
      ports: { postgres: 0, temporal: 0, smtp: 0 },
      apiPort: 0,
      headless: true,
      say: () => {},
      shutdown,
      ...(options.mailRules && { mailRules: options.mailRules }),
    });
  }, 120_000);
  afterAll(async () => {
    await shutdown.run();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const at = (day: string, time: string) => atLocal(day, time, notice.zone);
  return {
    get trial() {
      return trialOf();
    },
    mail,
    at,
    async until(day, time) {
      const { conductor, pool } = trialOf();
      let reading = options.seed === undefined;
      const reader = (async () => {
        while (reading) {
          mail.push(...(await readMail(pool)));
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      })();
      try {
        await conductor.runTo(at(day, time));
      } finally {
        reading = false;
        await reader;
      }
    },
    letters: (kind, to) => mail.filter((one) => one.kind === kind && one.to === to),
    async as(role, person) {
      const { token } = await makeToken(trialOf().pool, {
        label: person ?? role,
        role,
        noticeId: role === 'admin' ? null : notice.id,
        personId: person ?? null,
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      return callerWith(`${trialOf().apiUrl}/api/v1`, token);
    },
    async fillIn(letter, fields) {
      const link = linkIn(letter);
      const page = await (await fetch(link)).text();
      const [, once = ''] = /name="once" value="([^"]*)"/.exec(page) ?? [];
      const form = new URLSearchParams({ once });
      for (const [name, value] of Object.entries(fields)) {
        for (const one of [value].flat()) form.append(name, one);
      }
      const answer = await fetch(link, { method: 'POST', body: form });
      const text = await answer.text();
      expect(answer.status, text).toBeLessThan(300);
      return text;
    },
    async rows<Row extends object>(sql: string, values: unknown[] = []) {
      return (await trialOf().pool.query<Row>(sql, values)).rows;
    },
  };
}

function callerWith(url: string, token: string): Caller {
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const ask =
    (method: string) =>
    async <Answer>(path: string, body?: unknown): Promise<Answer> => {
      const { status, text } = await send(method, path, body);
      expect(status, `${method} ${path}: ${text}`).toBeLessThan(300);
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    };
  return {
    post: ask('POST'),
    put: ask('PUT'),
    get: ask('GET'),
    async refused(path, body) {
      const { status, text } = await send('POST', path, body);
      expect(status, `POST ${path}: ${text}`).toBeGreaterThanOrEqual(400);
      return { status, detail: (JSON.parse(text) as { detail: string }).detail };
    },
  };
}
