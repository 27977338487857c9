import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../db/access/tokens.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const N = `/api/v1/notices/${NOTICE}`;
const P = `${N}/processes/5-reports`;
const D = `${N}/processes/closing-digest/periods/2020-11-30/digest`;
const id = randomUUID();
const READERS: Role[] = ['admin', 'office', 'supervisor', 'head', 'party'];

/** Every operation with the roles whose token gets past the door; the right itself is asked of the register then. */
const TABLE: [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, roles: Role[]][] = [
  ['POST', '/api/v1/notices', ['admin']],
  ['POST', '/api/v1/notices/check', ['admin', 'office']],
  ['POST', '/api/v1/notices/preview', ['admin', 'office']],
  ['GET', '/api/v1/notices', READERS],
  ['GET', N, READERS],
  ['POST', `${N}/start`, ['admin', 'head']],
  ['POST', `${N}/amendments/preview`, ['admin', 'office', 'head']],
  ['POST', `${N}/amendments`, ['admin', 'head']],
  ['GET', `${N}/versions`, ['admin', 'office', 'head']],
  ['GET', `${N}/versions/1`, ['admin', 'office', 'head']],
  ['POST', `${P}/move-due`, ['office', 'head']],
  ['POST', `${P}/change-ladder`, ['admin', 'head']],
  ['GET', `${N}/processes`, READERS],
  ['GET', P, READERS],
  ['POST', `${P}/pause`, ['admin', 'head']],
  ['POST', `${P}/resume`, ['admin', 'head']],
  ['POST', `${P}/cancel`, ['admin', 'head']],
  ['GET', `${N}/processes/6-cleanup/peaks`, READERS],
  ['GET', `${N}/processes/3-attainment/answers`, ['office', 'head']],
  ['POST', `${N}/processes/6-cleanup/peaks`, ['office', 'supervisor', 'head', 'party']],
  ['GET', `${N}/processes/2c-split/supervision`, READERS],
  ['POST', `${N}/processes/2c-split/supervision`, ['office']],
  ['GET', `${N}/processes/7-support/comments`, READERS],
  ['POST', `${N}/processes/7-support/comments`, ['office']],
  ['POST', `${N}/processes/7-support/comments/${id}/answer`, READERS],
  ['GET', `${N}/processes/9-roadmap/targets`, READERS],
  ['POST', `${N}/processes/9-roadmap/targets/model-communes/candidates`, ['office']],
  ['GET', `${N}/periods`, READERS],
  ['POST', `${P}/periods/2020-11-28/close`, ['admin', 'head']],
  ['GET', `${P}/periods/2020-11-28`, READERS],
  ['GET', `${P}/periods/2020-11-28/parties/chu-tich-mttq`, READERS],
  ['POST', `${P}/periods/2020-11-28/certify`, ['office']],
  ['POST', `${P}/periods/2020-11-28/release-escalations`, ['office']],
  ['POST', `${P}/periods/2020-11-28/skip`, ['head']],
  ['POST', `${P}/periods/2020-11-28/merge`, ['head']],
  ['GET', D, READERS],
  ['PUT', D, ['office', 'supervisor', 'head', 'party']],
  ['POST', `${D}/release`, ['office', 'supervisor', 'head', 'party']],
  ['GET', `${N}/people/truong-cum-1/file`, ['office', 'supervisor', 'head', 'party']],
  ['DELETE', `${N}/people/nobody?reason=None`, ['admin']],
  ['GET', `${N}/parties`, READERS],
  ['POST', `${N}/parties/truong-cum-1/holder`, ['admin', 'office', 'supervisor', 'head']],
  ['POST', `${N}/parties/an-nong/addressees`, ['admin', 'office', 'supervisor', 'head']],
  ['GET', `${N}/obligations`, READERS],
  ['POST', '/api/v1/obligations/decisions/extend', ['supervisor', 'head']],
  ['POST', '/api/v1/obligations/decisions/excuse', ['office', 'supervisor', 'head']],
  ['POST', '/api/v1/obligations/decisions/cancel', ['admin', 'head']],
  ['POST', '/api/v1/obligations/decisions/reassign', ['supervisor', 'head']],
  ['POST', '/api/v1/obligations/decisions/hold', ['supervisor', 'head']],
  ['POST', '/api/v1/obligations/decisions/key-in', ['office', 'supervisor', 'head']],
  ['POST', `${N}/submissions`, READERS],
  ['GET', `${N}/submissions`, READERS],
  ['GET', `/api/v1/submissions/${id}`, READERS],
  ['GET', `/api/v1/submissions/${id}/attachments/${id}`, READERS],
  ['POST', `/api/v1/submissions/${id}/accept`, ['office', 'supervisor', 'head']],
  ['POST', '/api/v1/submissions/accept', ['office', 'supervisor', 'head']],
  ['POST', `/api/v1/submissions/${id}/supplement`, ['office', 'supervisor', 'head']],
  ['POST', `/api/v1/submissions/${id}/signed-original`, ['office', 'supervisor', 'head']],
  ['GET', `${N}/findings`, READERS],
  ['GET', `/api/v1/findings/${id}`, READERS],
  ['POST', `/api/v1/findings/${id}/release`, ['office', 'supervisor', 'head']],
  ['POST', `/api/v1/findings/${id}/hold`, ['office', 'supervisor', 'head']],
  ['POST', `/api/v1/findings/${id}/answer`, ['office', 'supervisor', 'head', 'party']],
  ['POST', `/api/v1/findings/${id}/reverse`, ['supervisor', 'head']],
  ['GET', `${N}/proposals`, ['admin', 'office', 'head']],
  ['GET', `/api/v1/proposals/${id}`, ['admin', 'office', 'head']],
  ['POST', `/api/v1/proposals/${id}/decide`, ['head']],
  ['GET', `${N}/letters`, ['admin', 'office', 'supervisor', 'head']],
  ['GET', `/api/v1/letters/${id}`, ['admin', 'office', 'head']],
  ['POST', '/api/v1/letters/x@y/bounce', ['admin', 'office']],
  ['GET', `${N}/log`, ['admin', 'office', 'head']],
  ['GET', `${N}/log/verify`, ['admin', 'office', 'head']],
  ['GET', `${N}/story`, ['admin', 'office', 'head']],
  ['GET', `${P}/story`, ['admin', 'office', 'head']],
  ['GET', `${P}/periods/2020-11-28/story`, ['admin', 'office', 'head']],
  ['GET', `${N}/rates`, READERS],
  ['POST', `${N}/inspections`, ['office', 'supervisor', 'head']],
  ['GET', `${N}/inspections`, ['admin', 'office', 'supervisor', 'head']],
  ['PUT', `${N}/parties/an-nong/attainment`, ['office']],
  ['GET', `${N}/attainment`, ['admin', 'office', 'supervisor', 'head']],
  ['POST', '/api/v1/tokens', ['admin']],
  ['GET', '/api/v1/tokens', ['admin']],
  ['POST', `/api/v1/tokens/${id}/revoke`, ['admin']],
  ['GET', '/api/v1/audit', ['admin']],
];

describe.each(TABLE)('%s %s', (method, url, roles) => {
  test('asks for a token', async () => {
    const answer = await office.api.inject({ method, url, payload: method === 'GET' ? '' : {} });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json()).toMatchObject({ type: '/problems/not-signed-in', status: 401 });
  });

  test(`lets in ${roles.join(', ')} alone`, async () => {
    for (const role of ROLES) {
      const answer = await office.api.inject({
        method,
        url,
        headers: office.bearer(role),
        // nothing that would be taken: what gets past the door is refused for its body at most
        ...(method === 'GET' ? {} : { payload: { nonsense: true } }),
      });
      const stoppedAtTheDoor =
        answer.statusCode === 403 && answer.json().detail.startsWith('this needs a token');
      expect(stoppedAtTheDoor, `${role}: ${answer.body}`).toBe(!roles.includes(role));
      expect(answer.statusCode, answer.body).not.toBe(401);
      expect(answer.statusCode, answer.body).toBeLessThan(500);
    }
  });
});

test('has every operation of the description in the table', async () => {
  const { paths } = (await office.api.inject('/docs/json')).json();
  const described = Object.entries<object>(paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method, path })));
  const missing = described.filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
    return !TABLE.some(
      ([m, url]) => m.toLowerCase() === method && pattern.test(url.split('?')[0] ?? ''),
    );
  });
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  expect(TABLE).toHaveLength(described.length);
});

test.each([
  [
    'revoked',
    (t: string) =>
      office.register.pool.query(
        'update api_token set revoked_at = clock_timestamp() where id = $1',
        [t],
      ),
  ],
  [
    'expired',
    (t: string) =>
      office.register.pool.query(
        `update api_token set expires_at = clock_timestamp() - interval '1 s' where id = $1`,
        [t],
      ),
  ],
])('turns a %s token away', async (_, spoil) => {
  const made = await office.api.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    headers: office.bearer('admin'),
    payload: { label: 'short', role: 'admin' },
  });
  expect(made.statusCode).toBe(201);
  const headers = { authorization: `Bearer ${made.json().token}` };
  expect((await office.api.inject({ url: '/api/v1/notices', headers })).statusCode).toBe(200);
  await spoil(made.json().id);
  expect((await office.api.inject({ url: '/api/v1/notices', headers })).statusCode).toBe(401);
});

test('shows a token once and keeps its hash alone', async () => {
  const made = await office.api.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    headers: office.bearer('admin'),
    payload: { label: 'the office', role: 'office', notice: NOTICE, person: 'chanh-van-phong' },
  });
  const { token } = made.json();
  const list = await office.api.inject({ url: '/api/v1/tokens', headers: office.bearer('admin') });
  expect(list.body).toContain('the office');
  expect(list.body).not.toContain(token);
  const { rows } = await office.register.pool.query('select * from api_token');
  expect(JSON.stringify(rows)).not.toContain(token);
});

test.each([
  [{ label: 'x', role: 'party', notice: NOTICE }, '/person'],
  [{ label: 'x', role: 'office' }, '/notice'],
  [{ label: 'x', role: 'party', notice: NOTICE, person: 'nobody' }, '/person'],
  [{ label: 'x', role: 'office', notice: 'no-such-notice' }, '/notice'],
])('refuses a token that stands for nobody: %j', async (payload, pointer) => {
  const made = await office.api.inject({
    method: 'POST',
    url: '/api/v1/tokens',
    headers: office.bearer('admin'),
    payload,
  });
  expect(made.statusCode).toBe(422);
  expect(made.json().errors[0].pointer).toBe(pointer);
});

test('keeps a token to its own notice', async () => {
  const answer = await office.api.inject({
    url: '/api/v1/notices/another-notice/log',
    headers: office.bearer('office'),
  });
  expect(answer.statusCode).toBe(403);
});

test('shows a party its own obligations, a supervisor also those below, the office all', async () => {
  const parties = async (role: Role): Promise<string[]> => {
    const url = `${N}/obligations?limit=500&track=main`;
    const answer = await office.api.inject({ url, headers: office.bearer(role) });
    return answer.json().items.map((one: { partyId: string }) => one.partyId);
  };
  expect(await parties('party')).toEqual(['chu-tich-mttq']);
  const below = await parties('supervisor');
  expect(below).toContain('pho-bi-thu-thuong-truc');
  expect(below).toContain('chu-tich-mttq');
  expect(below).not.toContain('truong-phong-tn-mt');
  expect((await parties('office')).length).toBeGreaterThan(below.length);
});

test('shows what covers several capacities to whoever holds one of them', async () => {
  const handedIn = await office.api.inject({
    method: 'POST',
    url: `${N}/submissions`,
    headers: office.bearer('party'),
    payload: { obligations: [office.owed('chu-tich-mttq')], body: 'Đã chỉ đạo 3 xã' },
  });
  const { submissionId } = handedIn.json();
  // another's comes first in the order of ids
  await office.register.pool.query(
    'insert into submission_obligation (submission_id, obligation_id, version) values ($1, $2, 1)',
    [submissionId, office.owed('bi-thu-huyen-doan')],
  );
  const read = async (headers: { authorization: string }) =>
    (await office.api.inject({ url: `/api/v1/submissions/${submissionId}`, headers })).statusCode;
  expect(await read(office.bearer('party'))).toBe(200);
  expect(await read(await office.tokenFor('party', 'truong-phong-tn-mt'))).toBe(403);
});
