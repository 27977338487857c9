import type { FastifyInstance } from 'fastify';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Runs } from '../../../dev/console/runs.ts';
import { buildConsole, startConsole } from '../../../dev/console/startConsole.ts';
import { keepMessage } from '../../../dev/mailbox/keepMessage.ts';
import type { Conductor } from '../../../dev/rehearsal/conductor.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, openCommittee } from '../../support/register.ts';

/** A conductor whose runs end when the test says so. */
interface FakeConductor extends Conductor {
  asked: string[];
  finish(error?: Error): void;
}

const database = ownRegister();
let committee: Committee;
let conductor: FakeConductor;
let app: FastifyInstance;
let runs: Runs;
const NOW = '2020-12-14T02:10:00.000Z';
const API = 'http://127.0.0.1:9999';

beforeAll(async () => {
  committee = await openCommittee(database.pool);
  await database.pool.query(
    `insert into rehearsal (notice_id, now, seed, target, state) values ($1, $2, 1, $2, 'standing')`,
    [committee.id, NOW],
  );
});
beforeEach(async () => {
  conductor = fakeConductor();
  const options = { pool: database.pool, conductor, noticeId: committee.id, apiUrl: API };
  ({ app, runs } = await buildConsole({ ...options, temporalUi: 'http://127.0.0.1:8233' }));
});
afterEach(async () => {
  conductor.finish();
  await runs.stop();
  await app.close();
});

function fakeConductor(): FakeConductor {
  let end: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const asked: string[] = [];
  const run = (what: string) => {
    asked.push(what);
    return new Promise<void>((resolve, reject) => {
      end = { resolve, reject };
    });
  };
  return {
    asked,
    step: () => run('step').then(() => null),
    runTo: (target) => run(`to ${target}`).then(() => 1),
    pause: () => {
      asked.push('pause');
      end?.resolve();
    },
    finish: (error) => (error ? end?.reject(error) : end?.resolve()),
  };
}

const HOST = 'localhost:8081';
const get = (url: string) => app.inject({ url, headers: { host: HOST } });
const post = (url: string, fields: Record<string, string> = {}, headers = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: {
      host: HOST,
      origin: `http://${HOST}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });

describe('the inbox', () => {
  const letter = [
    'From: dondoc <dondoc@example.test>',
    'To: <ana@example.test>',
    'Subject: <b>Bao cao</b>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Mở: http://127.0.0.1:1/r/abc.def <script>alert(1)</script> javascript:alert(1)',
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<html><head><title>x</title></head><body><script>alert(1)</script><a href="http://127.0.0.1:1/r/abc.def">Mở</a></body></html>',
    '--x--',
    '',
  ].join('\r\n');
  const ids: number[] = [];

  beforeAll(async () => {
    for (let n = 1; n <= 60; n++) {
      const raw = Buffer.from(`Subject: letter ${n}\r\n\r\nx\r\n`);
      const to = n % 2 === 0 ? 'even@example.test' : 'odd@example.test';
      await keepMessage(database.pool, { envelope: { from: 'x', to: [to] }, raw });
    }
    const envelope = { from: 'x', to: ['ana@example.test'] };
    await keepMessage(database.pool, { envelope, raw: Buffer.from(letter) });
    const { rows } = await database.pool.query<{ id: number }>(
      'select max(id) as id from inbox_message',
    );
    ids.push(rows[0]?.id ?? 0);
  });

  test('lists the newest first, fifty on a page, in the notice’s time', async () => {
    const first = await get('/inbox');
    expect(first.statusCode).toBe(200);
    const subjects = [...first.body.matchAll(/href="\/inbox\/\d+">([^<]*)</g)].map(
      ([, text]) => text,
    );
    expect(subjects).toHaveLength(50);
    expect(subjects.slice(0, 2)).toEqual(['&lt;b>Bao cao&lt;/b>', 'letter 60']);
    expect(first.body).toContain('09 giờ 10 ngày 14/12/2020');
    const older = /href="(\/inbox\?before=\d+)"/.exec(first.body)?.[1] ?? '';
    const second = await get(older);
    expect([...second.body.matchAll(/href="\/inbox\/\d+">/g)]).toHaveLength(11);
  });

  test('shows one receiver’s mail alone', async () => {
    const { body } = await get('/inbox?to=even@example.test');
    expect(body).toContain('letter 60');
    expect(body).not.toContain('letter 59');
    expect(body).toMatch(
      /<option value="even@example.test" selected[^>]*>even@example.test \(30\)/,
    );
  });

  test('takes an address that is none for everybody', async () => {
    for (const to of ['%00', 'a&to=b']) {
      const { statusCode, body } = await get(`/inbox?to=${to}`);
      expect(statusCode, to).toBe(200);
      expect(body).toContain('letter 60');
    }
  });

  test('shows a letter as text with its links, and its HTML in a frame where nothing runs', async () => {
    const { body, headers } = await get(`/inbox/${ids[0]}`);
    // the pages may have moved since: the link opens where they are now
    expect(body).toContain(`<a href="${API}/r/abc.def" target="_blank" rel="noreferrer">`);
    expect(body).not.toContain('<script');
    expect(body).not.toContain('href="javascript:');
    const frame = /<iframe[^>]*sandbox="([^"]*)"/.exec(body)?.[1];
    expect(frame?.split(' ')).not.toContain('allow-scripts');
    expect(frame?.split(' ')).not.toContain('allow-same-origin');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(headers['content-security-policy']).not.toContain('script-src');
  });

  test('answers 404 for what is not there', async () => {
    for (const url of ['/inbox/999999', '/inbox/x', '/nowhere']) {
      expect((await get(url)).statusCode).toBe(404);
    }
  });
});

describe('the rehearsal', () => {
  test('shows where the clock stands, and lets it be moved', async () => {
    const { body } = await get('/rehearsal');
    expect(body).toContain('09 giờ 10 ngày 14/12/2020 (thứ Hai)');
    expect(body).toContain('đang dừng');
    expect(body).not.toContain('http-equiv="refresh"');
    expect(body).toContain('min="2020-12-14" max="2021-12-31"');
  });

  test('steps in the background; the page reloads itself while it runs, and a second run waits', async () => {
    const begun = await post('/rehearsal/step');
    expect([begun.statusCode, begun.headers.location]).toEqual([303, '/rehearsal']);
    const running = await get('/rehearsal');
    expect(running.body).toContain('http-equiv="refresh"');
    expect(running.body).toContain('đang chạy');
    expect((await post('/rehearsal/next-day')).statusCode).toBe(409);
    expect(conductor.asked).toEqual(['step']);
  });

  test('runs to midnight, and to the end of a day', async () => {
    await post('/rehearsal/next-day');
    await runs.stop();
    await post('/rehearsal/run', { date: '2020-12-31' });
    expect(conductor.asked).toEqual([
      'to 2020-12-14T17:00:00.000Z',
      'pause',
      'to 2020-12-31T17:00:00.000Z',
    ]);
  });

  test.each(['2020-12-13', '2022-01-01', '2021-02-30', 'tomorrow', ''])(
    'refuses to run to %j, in words',
    async (date) => {
      const answer = await post('/rehearsal/run', { date });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Chọn một ngày từ 14/12/2020 đến 31/12/2021.');
      expect(conductor.asked).toEqual([]);
    },
  );

  test('pauses a run', async () => {
    await post('/rehearsal/run', { date: '2020-12-31' });
    expect((await post('/rehearsal/pause')).statusCode).toBe(303);
    expect(conductor.asked).toContain('pause');
  });

  test('says why a run failed, and can run again', async () => {
    await post('/rehearsal/step');
    await database.pool.query(`update rehearsal set state = 'running'`);
    conductor.finish(new Error('the rehearsal does not come to rest: 1 letters pending'));
    await runs.stop();
    const { body } = await get('/rehearsal');
    expect(body).toContain('Lượt chạy vừa rồi bị lỗi');
    expect(body).toContain('1 letters pending');
    expect((await post('/rehearsal/step')).statusCode).toBe(303);
  });

  test('lets alone a clock that somebody else runs', async () => {
    await database.pool.query(`update rehearsal set state = 'running'`);
    expect((await post('/rehearsal/step')).statusCode).toBe(409);
    await database.pool.query(`update rehearsal set state = 'standing'`);
    expect(conductor.asked).toEqual([]);
  });
});

describe('strangers', () => {
  test.each([{ origin: 'http://evil.example' }, { origin: '' }, { host: 'evil.example' }])(
    'a POST with %j is refused',
    async (headers) => {
      expect((await post('/rehearsal/step', {}, headers)).statusCode).toBe(403);
      expect(conductor.asked).toEqual([]);
    },
  );

  test('a name that points here from elsewhere reads nothing', async () => {
    const answer = await app.inject({ url: '/inbox', headers: { host: 'evil.example' } });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('@example.test');
  });

  test('reading never moves the clock', async () => {
    for (const path of ['step', 'next-day', 'run', 'pause']) {
      expect((await get(`/rehearsal/${path}`)).statusCode).toBe(404);
    }
    expect(conductor.asked).toEqual([]);
  });
});

test('opens on loopback, and a clock left running by an ended process stands', async () => {
  await database.pool.query(`update rehearsal set state = 'running'`);
  const console = await startConsole({
    pool: database.pool,
    conductor,
    noticeId: committee.id,
    apiUrl: API,
    temporalUi: undefined,
    preferredPort: 0,
  });
  expect(console.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const page = await (await fetch(`${console.url}/rehearsal`)).text();
  expect(page).toContain('đang dừng');
  await console.stop();
});
