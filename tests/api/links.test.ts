import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLinkToken } from '../../security/linkToken.ts';
import { form } from './support/formBody.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const member = 'chu-tich-mttq';
const claim = () => ({
  purpose: 'report' as const,
  noticeId: NOTICE,
  subject: office.owed(member),
  person: member,
  generation: 1,
});

test.each<[string, () => string, number]>([
  ['nonsense', () => 'nonsense', 404],
  ['a token signed with another secret', () => makeLinkToken(claim(), 'another secret'), 404],
  [
    'a token with a changed claim',
    () => {
      const [, mac] = office.link('report', member, office.owed(member)).split('.');
      const body = Buffer.from(
        ['report', NOTICE, office.owed('truong-phong-tn-mt'), member, 1].join('\n'),
      );
      return `${body.toString('base64url')}.${mac}`;
    },
    404,
  ],
  [
    'a link to another party’s obligation',
    () => office.link('report', member, office.owed('truong-phong-tn-mt')),
    404,
  ],
  [
    'a link to no obligation',
    () => office.link('report', member, `${NOTICE}/5-reports/2030-01-01/${member}`),
    404,
  ],
  ['a link of nobody', () => office.link('report', 'nobody', office.owed(member)), 404],
  ['a desk’s link on a report’s page', () => office.link('desk', member, NOTICE), 404],
  [
    'a link of another generation',
    () => office.link('report', member, office.owed(member), 2),
    410,
  ],
])('answers %s with a polite page and no hint', async (_, token, status) => {
  for (const method of ['GET', 'POST'] as const) {
    const page = await office.api.inject({
      method,
      url: `/r/${token()}`,
      ...(method === 'POST'
        ? form({ kind: 'report', body: 'x', obligation: office.owed(member) })
        : {}),
    });
    expect(page.statusCode).toBe(status);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).not.toMatch(/forged|signature|generation|Lỗi|error/i);
    expect(page.body).toContain('<html lang="vi">');
    expect(page.body).toContain('lang="en"');
    expect(page.body).toMatch(/(không có gì|chưa) được ghi nhận/);
  }
});

test('makes every link of a person void when the generation is raised', async () => {
  const person = 'truong-phong-kt-ht';
  const token = office.link('report', person, office.owed(person));
  expect((await office.api.inject(`/r/${token}`)).statusCode).toBe(200);
  await office.register.pool.query('update person set link_generation = 2 where id = $1', [person]);
  expect((await office.api.inject(`/r/${token}`)).statusCode).toBe(410);
  const renewed = office.link('report', person, office.owed(person), 2);
  expect((await office.api.inject(`/r/${renewed}`)).statusCode).toBe(200);
});

test('shows nothing of an erased person’s links', async () => {
  const person = 'truong-phong-vh-tt';
  await office.register.pool.query('update person set erased_at = now() where id = $1', [person]);
  const page = await office.api.inject(`/r/${office.link('report', person, office.owed(person))}`);
  expect(page.statusCode).toBe(410);
});

test('shows the office the page of a vacant post, which it cannot report on itself', async () => {
  const vacant = office.owed('bi-thu-huyen-doan');
  const page = await office.api.inject(`/r/${office.link('report', 'chanh-van-phong', vacant)}`);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Vị trí này đang khuyết');
  expect(page.body).not.toContain('chưa có báo cáo”'); // a vacant post has no finding
  expect(page.body).not.toContain('<form');
});

test('never acts on GET or HEAD, on any page', async () => {
  const paths = [
    `/r/${office.link('report', member, office.owed(member))}`,
    `/r/${office.link('report', 'chanh-van-phong', office.owed('chanh-van-phong', 'certificate'))}`,
    `/d/${office.link('desk', 'chanh-van-phong', NOTICE)}?done=1&act=certify&book=yes&tray=yes&zalo=yes`,
    `/d/${office.link('desk', 'truong-ban', NOTICE)}`,
    '/',
    '/sign-in',
    `/notices/${NOTICE}`,
  ];
  const before = await recordOf();
  for (const url of paths) {
    for (const method of ['GET', 'HEAD'] as const) {
      const answer = await office.api.inject({ method, url });
      expect(answer.statusCode).toBeLessThan(400);
    }
  }
  expect(await recordOf()).toEqual(before);
  expect(office.processes.updates).toEqual([]);
});

test('keeps a link’s token out of the Referer, of caches and of search engines', async () => {
  const page = await office.api.inject(`/r/${office.link('report', member, office.owed(member))}`);
  expect(page.headers['referrer-policy']).toBe('no-referrer');
  expect(page.headers['cache-control']).toBe('private, no-store');
  expect(page.body).toContain('<meta name="robots" content="noindex, nofollow"');
});

async function recordOf() {
  const { rows } = await office.register.pool.query(
    `select (select count(*) from log) as log, (select count(*) from submission) as submissions, (select count(*) from decision) as decisions,
       (select count(*) from letter) as letters, (select count(*) from outbox) as outbox, (select count(*) from idempotency_key) as keys`,
  );
  return rows[0];
}
