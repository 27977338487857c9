import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { form } from './support/formBody.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('lets pages load nothing and run nothing: one style, known by its hash', async () => {
  const token = office.link('report', 'chu-tich-mttq', office.owed('chu-tich-mttq'));
  const page = await office.api.inject(`/r/${token}`);
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('script-src');
  const style = /<style>([\s\S]*?)<\/style>/.exec(page.body)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policy).toContain(`style-src 'sha256-${hash}'`);
  expect(page.body).not.toMatch(/<script| style="| on[a-z]+="/i);
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  expect(page.headers['x-frame-options']).toBeDefined();
});

describe('admin pages', () => {
  const HERE = { host: 'localhost:8080', origin: 'http://localhost:8080' };
  const signIn = (token: string, headers: Record<string, string> = HERE, next = '') => {
    const body = form({ token, next });
    return office.api.inject({
      method: 'POST',
      url: '/sign-in',
      payload: body.payload,
      headers: { ...body.headers, ...headers },
    });
  };

  test('send a stranger to the sign-in, and an admin to the notices', async () => {
    const away = await office.api.inject('/');
    expect(away.statusCode).toBe(303);
    expect(away.headers.location).toBe('/sign-in');
    const signed = await signIn(office.tokens.admin);
    expect(signed.statusCode).toBe(303);
    const cookie = String(signed.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const start = await office.api.inject({ url: '/', headers });
    expect(start.body).toContain(`/notices/${NOTICE}`);
    expect(start.body).toContain('http://localhost:8233/');
    expect(start.body).toContain('/docs');
    const notice = await office.api.inject({ url: `/notices/${NOTICE}`, headers });
    expect(notice.statusCode).toBe(200);
    expect(notice.body).toContain('Các kỳ đang mở');
    expect(notice.body).toContain('28/11/2020');
  });

  test.each([
    ['a token of another role', () => office.tokens.office],
    ['no token at all', () => 'nonsense'],
  ])('turn %s away', async (_, token) => {
    const answer = await signIn(token());
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain('Mã không dùng được.');
  });

  test.each([
    ['another origin', { host: 'localhost:8080', origin: 'https://evil.example' }],
    ['another site', { ...HERE, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { ...HERE, 'sec-fetch-site': 'same-site' }],
    ['nobody knows where', { host: 'localhost:8080' }],
    ['an origin that hides itself', { host: 'localhost:8080', origin: 'null' }],
  ])('refuse a form from %s', async (_, headers) => {
    const answer = await signIn(office.tokens.admin, headers);
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('never lead away to another site', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      expect((await signIn(office.tokens.admin, HERE, next)).headers.location).toBe('/');
    }
    const own = await signIn(office.tokens.admin, HERE, `/notices/${NOTICE}`);
    expect(own.headers.location).toBe(`/notices/${NOTICE}`);
  });

  test('forget the token on sign-out', async () => {
    const out = await office.api.inject({ method: 'POST', url: '/sign-out', headers: HERE });
    expect(String(out.headers['set-cookie'])).toMatch(/dondoc-session=;/);
  });
});

test('does not take the cookie in place of a token on the API', async () => {
  const cookie = `dondoc-session=${office.tokens.admin}`;
  const answer = await office.api.inject({ url: '/api/v1/notices', headers: { cookie } });
  expect(answer.statusCode).toBe(401);
});

test('tells anybody whether it is ready, and admins which part is not', async () => {
  expect((await office.api.inject('/health')).json()).toEqual({ status: 'live' });
  expect((await office.api.inject('/ready')).json()).toEqual({ status: 'ready' });
  office.processes.up = false;
  expect((await office.api.inject('/ready')).json()).toEqual({ status: 'degraded' });
  const told = await office.api.inject({ url: '/ready', headers: office.bearer('admin') });
  expect(told.json()).toEqual({
    status: 'degraded',
    parts: { register: 'up', temporal: 'down' },
    found: [],
  });
  office.processes.up = true;
});

test('holds one address to its share of requests', async () => {
  const small = await openOffice({ requestsPerMinute: 3 });
  try {
    for (let n = 0; n < 3; n++) {
      expect((await small.api.inject('/health')).statusCode).toBe(200);
    }
    const fourth = await small.api.inject('/health');
    expect(fourth.statusCode).toBe(429);
    expect(fourth.json().type).toBe('/problems/too-many-requests');
    expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0);
    const page = await small.api.inject('/r/x');
    expect(page.statusCode).toBe(429);
    expect(page.headers['content-type']).toContain('text/html');
  } finally {
    await small.close();
  }
});
