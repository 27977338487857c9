import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../api/problems/problem.ts';
import { problemOf } from '../../api/problems/problemOf.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { inTransaction } from '../../db/transaction.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('names every field at fault by its pointer', async () => {
  const answer = await office.api.inject({
    method: 'POST',
    url: '/api/v1/obligations/decisions/extend',
    headers: office.bearer('head'),
    payload: { obligations: [], dueDate: '30/11/2020', reason: 'x' },
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  const problem = answer.json();
  expect(problem).toMatchObject({ type: '/problems/invalid', status: 422 });
  expect(problem.instance).toMatch(/^urn:dondoc:request:/);
  expect(problem.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual([
    '/dueDate',
    '/obligations',
    '/reason',
  ]);
});

test('tells the query and the path apart from the body', async () => {
  const headers = office.bearer('office');
  const url = `/api/v1/notices/${NOTICE}/obligations?limit=0`;
  const answer = await office.api.inject({ url, headers });
  expect(answer.json().errors[0].pointer).toBe('/querystring/limit');
  const path = await office.api.inject({ url: '/api/v1/findings/not-a-uuid', headers });
  expect(path.statusCode).toBe(422);
  expect(path.json().errors[0].pointer).toBe('/params/id');
});

test.each([
  ['no JSON', { 'content-type': 'application/json' }, '{"a":', 400],
  ['a media type that is not taken', { 'content-type': 'application/xml' }, '<a/>', 415],
  [
    'a body that is too large',
    { 'content-type': 'application/json' },
    `"${'x'.repeat(2_100_000)}"`,
    413,
  ],
])('refuses %s', async (_, type, payload, status) => {
  const headers = { ...office.bearer('head'), ...type };
  const url = '/api/v1/obligations/decisions/extend';
  const answer = await office.api.inject({ method: 'POST', url, headers, payload });
  expect(answer.statusCode).toBe(status);
  expect(answer.json().status).toBe(status);
});

test('answers an unknown path and an unknown notice as problems', async () => {
  expect((await office.api.inject('/nowhere')).json().type).toBe('/problems/not-found');
  const headers = office.bearer('admin');
  const gone = await office.api.inject({ url: '/api/v1/notices/none/processes', headers });
  expect(gone.statusCode).toBe(404);
});

test('lets no failure’s text, stack or SQL out', async () => {
  const secret = 'select token_sha256 from api_token; password=hunter2';
  office.processes.failNext = new Error(secret);
  const answer = await office.api.inject({
    method: 'POST',
    url: `/api/v1/notices/${NOTICE}/processes/5-reports/pause`,
    headers: office.bearer('admin'),
    payload: { reason: 'thử' },
  });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toMatch(/hunter2|select|at .*\.ts/);
  expect(answer.json()).toMatchObject({ type: '/problems/internal', status: 500 });
});

test.each([
  [new PermanentFailure(FAILURES.conflict, 'the period is closed'), 409, '/problems/conflict'],
  [new PermanentFailure(FAILURES.notAllowed, 'no'), 403, '/problems/not-allowed'],
  [
    new Problem('unavailable', 'the processes do not answer', { retryAfterSeconds: 10 }),
    503,
    '/problems/unavailable',
  ],
])('answers what the processes refuse as %s', async (failure, status, type) => {
  office.processes.failNext = failure;
  const answer = await office.api.inject({
    method: 'POST',
    url: `/api/v1/notices/${NOTICE}/processes/5-reports/pause`,
    headers: office.bearer('admin'),
    payload: { reason: 'thử nghiệm' },
  });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ type, detail: failure.message });
  expect(answer.headers['retry-after']).toBe(status === 503 ? '10' : undefined);
});

test('says that the register is away without saying where it was', () => {
  const lost = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), {
    code: 'ECONNREFUSED',
  });
  const problem = problemOf(lost);
  expect(problem.problem).toBe('unavailable');
  expect(problem.message).not.toContain('10.1.2.3');
});

test.each([
  ['a full disk', '53100'],
  ['a register that is only read', '25006'],
  ['a deadlock', '40P01'],
])('says of %s that it can be tried again', (_, code) => {
  const problem = problemOf(Object.assign(new Error('no'), { code }));
  expect(problem).toMatchObject({ problem: 'unavailable', retryAfterSeconds: 5 });
});

test('says the same of a connection that breaks while it is used', async () => {
  const { pool } = office.register;
  const broken = await inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
    const end = pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    const cut = await transaction.query('select pg_sleep(60)').catch((error: unknown) => error);
    await end;
    expect(problemOf(cut).problem).toBe('unavailable');
    return transaction.query('select 1');
  }).catch((error: unknown) => error);
  expect(problemOf(broken).problem).toBe('unavailable');
});

test('answers a violated constraint as a failure of ours', () => {
  const violated = Object.assign(new Error('duplicate key value violates …'), { code: '23505' });
  expect(problemOf(violated).problem).toBe('internal');
});

test('answers 404 for ids that name nothing', async () => {
  const headers = office.bearer('office');
  for (const url of [
    `/api/v1/findings/${randomUUID()}`,
    `/api/v1/submissions/${randomUUID()}`,
    `/api/v1/letters/${randomUUID()}`,
    `/api/v1/notices/${NOTICE}/processes/5-reports/periods/2030-01-14`,
    `/api/v1/notices/${NOTICE}/processes/none`,
  ]) {
    const answer = await office.api.inject({ url, headers });
    expect(answer.statusCode, url).toBe(404);
  }
});
