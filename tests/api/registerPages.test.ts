import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
const HOSTILE = '<script>alert(1)</script>';
const PROCESS = `/notices/${NOTICE}/processes/5-reports`;
const PERIOD = `${PROCESS}/periods/2020-11-28`;

beforeAll(async () => {
  office = await openOffice();
  const excused = await office.api.inject({
    method: 'POST',
    url: `/api/v1/obligations/decisions/excuse`,
    headers: { ...office.bearer('office'), 'idempotency-key': 'excused-once' },
    payload: {
      obligations: [office.owed('chu-tich-mttq')],
      ground: 'mission',
      reason: `Đi công tác ${HOSTILE}`,
    },
  });
  expect(excused.statusCode, excused.body).toBe(200);
});
afterAll(() => office.close());

const asAdmin = (url: string) =>
  office.api.inject({ url, headers: { cookie: `dondoc-session=${office.tokens.admin}` } });
const asCaller = (role: 'office' | 'party', path: string) =>
  office.api.inject({ url: `/api/v1${path}`, headers: office.bearer(role) });

test('a period’s page tells who owes, and all that happened, with who decided and why', async () => {
  const page = await asAdmin(PERIOD);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Mở kỳ, hạn hết ngày 28/11/2020');
  expect(page.body).toContain('Miễn nộp');
  expect(page.body).toContain('Chánh Văn phòng NTM huyện');
  expect(page.body).toContain('Đi công tác &lt;script>');
  expect(page.body).not.toContain(HOSTILE);
});

test('a process’s page leads to its periods, the notice’s to its processes and to its own story', async () => {
  expect((await asAdmin(`/notices/${NOTICE}`)).body).toContain(`href="${PROCESS}"`);
  expect((await asAdmin(PROCESS)).body).toContain(`href="${PERIOD}"`);
  expect((await asAdmin(`/notices/${NOTICE}/story`)).body).toContain('Nạp thông báo');
});

test('what is not there is no page, and nobody reads without signing in', async () => {
  expect((await asAdmin(`${PROCESS}/periods/2020-11-29`)).statusCode).toBe(404);
  expect((await asAdmin(`/notices/${NOTICE}/processes/5`)).statusCode).toBe(404);
  expect((await asAdmin(`${PERIOD}?from=x`)).statusCode).toBe(422);
  const stranger = await office.api.inject(PERIOD);
  expect(stranger.statusCode).toBe(303);
  expect(stranger.headers.location).toContain('/sign-in');
});

test.each([
  ['the office', 'chanh-van-phong', 200],
  ['the chair', 'truong-ban', 200],
  ['a deputy whom rungs fall back to', 'pho-chu-tich', 200],
  ['a member', 'chu-tich-mttq', 404],
])('%s opens the register from the desk: %s answers %i', async (_, person, status) => {
  const desk = office.link('desk', person, NOTICE);
  const opened = await office.api.inject(`/d/${desk}`);
  expect(opened.body.includes(`/d/${desk}/register`)).toBe(status === 200);
  const page = await office.api.inject(
    `/d/${desk}/register/processes/5-reports/periods/2020-11-28`,
  );
  expect(page.statusCode).toBe(status);
});

test('the API tells the same, to the office and not to a member', async () => {
  const path = `/notices/${NOTICE}/processes/5-reports/periods/2020-11-28/story`;
  const answer = await asCaller('office', path);
  const actions = answer.json().items.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(expect.arrayContaining(['period-opened', 'obligation-excused']));
  expect((await asCaller('party', path)).statusCode).toBe(403);
  expect((await asCaller('office', `/notices/${NOTICE}/story`)).statusCode).toBe(200);
  expect(
    (await asCaller('office', `/notices/${NOTICE}/processes/5-reports/story`)).statusCode,
  ).toBe(200);
  expect((await asCaller('office', `/notices/${NOTICE}/processes/5/story`)).statusCode).toBe(404);
  const missing = `/notices/${NOTICE}/processes/5-reports/periods/2020-11-29/story`;
  expect((await asCaller('office', missing)).statusCode).toBe(404);
});
