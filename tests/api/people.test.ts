import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTICE, type Office, openOffice } from './support/office.ts';
import { fallSilent } from './support/silence.ts';

let office: Office;
const MEMBER = 'chu-tich-mttq';
beforeAll(async () => {
  office = await openOffice();
  await office.api.inject({
    method: 'POST',
    url: `/api/v1/notices/${NOTICE}/submissions`,
    headers: await office.tokenFor('party', 'truong-cum-1'),
    payload: { obligations: [office.owed('truong-cum-1')], body: 'báo cáo của cụm 1' },
  });
  const findings = await fallSilent(office, [MEMBER]);
  await office.api.inject({
    method: 'POST',
    url: `/api/v1/findings/${findings.get(MEMBER)}/answer`,
    headers: office.bearer('party'),
    payload: { body: 'Tôi đi công tác <b>Hà Nội</b>.' },
  });
});
afterAll(() => office.close());

type Headers = { authorization: string };
const file = (person: string, headers: Headers) =>
  office.api.inject({ url: `/api/v1/notices/${NOTICE}/people/${person}/file`, headers });

test('a file holds posts, obligations, findings with evidence and answers, decisions and misses', async () => {
  const answer = await file(MEMBER, office.bearer('office'));
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    person: { id: MEMBER, erasedAt: null },
    posts: [{ partyId: MEMBER, until: null }],
    obligations: [{ id: office.owed(MEMBER), status: 'open-overdue' }],
    findings: [
      {
        obligationId: office.owed(MEMBER),
        evidence: [{ kind: 'prompt' }, { kind: 'remind', state: 'bounced' }],
        answers: [{ body: 'Tôi đi công tác <b>Hà Nội</b>.' }],
      },
    ],
    decisions: [{ kind: 'answer-finding' }],
    misses: { missesInARow: 1, missesInAll: 1 },
  });
});

test('what was handed in stands in it with its receipt', async () => {
  const { submissions } = (await file('truong-cum-1', office.bearer('office'))).json();
  expect(submissions).toMatchObject([
    { kind: 'report', channel: 'api', obligationIds: [office.owed('truong-cum-1')] },
  ]);
});

test.each([
  ['the chair', 'head', 'truong-ban', 200],
  ['the deputy in charge', 'supervisor', 'pho-bi-thu-thuong-truc', 200],
  ['the person', 'party', MEMBER, 200],
  ['another deputy', 'supervisor', 'pho-chu-tich', 403],
  ['another member', 'party', 'truong-cum-1', 403],
] as const)('%s', async (_, role, person, status) => {
  expect((await file(MEMBER, await office.tokenFor(role, person))).statusCode).toBe(status);
});

test('an admin reads nobody’s file', async () => {
  expect((await file(MEMBER, office.bearer('admin'))).statusCode).toBe(403);
});

test('a person reads the same behind the link to the desk, in Vietnamese and escaped', async () => {
  const desk = `/d/${office.link('desk', MEMBER, NOTICE)}`;
  expect((await office.api.inject(desk)).body).toContain('Hồ sơ của tôi');
  const page = await office.api.inject(`${desk}/file`);
  expect(page.statusCode).toBe(200);
  for (const words of [
    '1 kỳ liên tiếp; tổng cộng 1 kỳ',
    'Vị trí đã và đang giữ',
    'Thư đã gửi',
    'bị trả lại',
    'ý kiến về ghi nhận',
    'Tôi đi công tác &lt;b>Hà Nội&lt;/b>.',
  ]) {
    expect(page.body).toContain(words);
  }
  const other = `/d/${office.link('report', MEMBER, office.owed(MEMBER))}/file`;
  expect((await office.api.inject(other)).statusCode).toBe(404);
});

test('an admin erases a person once: the file says so, and the links end', async () => {
  const url = `/api/v1/notices/${NOTICE}/people/${MEMBER}?reason=${encodeURIComponent('Theo yêu cầu')}`;
  const headers = { ...office.bearer('admin'), 'idempotency-key': 'erase-1' };
  const first = await office.api.inject({ method: 'DELETE', url, headers });
  expect(first.statusCode).toBe(200);
  const again = await office.api.inject({ method: 'DELETE', url, headers });
  expect(again.json()).toEqual(first.json());
  const { person } = (await file(MEMBER, office.bearer('office'))).json();
  expect(person).toMatchObject({ id: MEMBER, name: null });
  expect(person.erasedAt).not.toBeNull();
  const desk = `/d/${office.link('desk', MEMBER, NOTICE)}`;
  expect((await office.api.inject(desk)).statusCode).toBe(410);
});
