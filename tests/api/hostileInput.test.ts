import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SMALL_TEXT } from '../data/noticeFiles.ts';
import { multipart } from './support/formBody.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const NUL = '\u0000';
const HALF = '\ud83d';
const SUBMISSIONS = `/api/v1/notices/${NOTICE}/submissions`;
const owed = () => office.owed('chu-tich-mttq');

const post = (url: string, payload: unknown, role: Parameters<Office['bearer']>[0] = 'office') =>
  office.api.inject({
    method: 'POST',
    url,
    headers: { ...office.bearer(role), 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
const get = (url: string) => office.api.inject({ url, headers: office.bearer('admin') });

describe('a text that the register cannot hold is refused by its field', () => {
  test.each([
    ['a NUL in a body', { findings: `a${NUL}b` }],
    ['half of a character in a body', { findings: `a${HALF}` }],
  ])('%s', async (_, wrong) => {
    const answer = await post(`/api/v1/notices/${NOTICE}/inspections`, {
      party: 'an-nong',
      inspectedOn: '2020-11-20',
      inspectedBy: 'Đoàn số 1',
      ...wrong,
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      type: '/problems/invalid',
      errors: [{ pointer: '/findings' }],
    });
  });

  test('inside a list, and as a key', async () => {
    const inList = await post(SUBMISSIONS, { obligations: [`x${NUL}`] }, 'party');
    expect(inList.json().errors[0].pointer).toBe('/obligations/0');
    const asKey = await post(
      SUBMISSIONS,
      { obligations: [owed()], answers: { [`a${NUL}`]: 'x' } },
      'party',
    );
    expect(asKey.statusCode).toBe(422);
  });

  test('in the JSON of a form', async () => {
    const body = multipart([['data', JSON.stringify({ obligations: [`x${NUL}`] })]]);
    const answer = await office.api.inject({
      method: 'POST',
      url: SUBMISSIONS,
      payload: body.payload,
      headers: { ...office.bearer('party'), ...body.headers },
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors[0].pointer).toBe('/obligations/0');
  });

  test.each([
    [`/api/v1/notices/${NOTICE}/log?actor=%00`, '/querystring/actor'],
    [`/api/v1/notices/${NOTICE}/letters?person=a%00`, '/querystring/person'],
    [`/api/v1/notices/${NOTICE}/obligations?track=%00`, '/querystring/track'],
  ])('%s', async (url, pointer) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors[0].pointer).toBe(pointer);
  });

  test('in a path', async () => {
    const answer = await post('/api/v1/letters/a%00b/bounce', { status: '5.1.1' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors[0].pointer).toBe('/params/messageId');
  });

  test('in the address of a page', async () => {
    const cookie = `dondoc-session=${office.tokens.admin}`;
    const answer = await office.api.inject({ url: '/notices/a%00b', headers: { cookie } });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  test('in a notice file, with its line', async () => {
    const url = '/api/v1/notices';
    const payload = SMALL_TEXT.replace('place: Varna', 'place: "Var\\0na"');
    const headers = { ...office.bearer('admin'), 'content-type': 'application/yaml' };
    const answer = await office.api.inject({ method: 'POST', url, headers, payload });
    expect(answer.statusCode).toBe(422);
    const line = SMALL_TEXT.split('\n').findIndex((one) => one.includes('place: Varna')) + 1;
    expect(answer.json().errors).toMatchObject([{ line }]);
  });
});

test('JSON nested without end is refused, not unrolled', async () => {
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  for (const url of ['/api/v1/notices/check', SUBMISSIONS]) {
    const answer = await post(url, deep);
    expect(answer.statusCode, url).toBe(422);
    expect(answer.json().detail).toMatch(/nested/);
  }
});

test('JSON that reaches for a prototype is refused, in a body and in a form', async () => {
  const hostile = `{"obligations":["${owed()}"],"answers":{"__proto__":{"a":"b"}}}`;
  expect((await post(SUBMISSIONS, hostile, 'party')).statusCode).toBe(400);
  const body = multipart([['data', hostile]]);
  const answer = await office.api.inject({
    method: 'POST',
    url: SUBMISSIONS,
    payload: body.payload,
    headers: { ...office.bearer('party'), ...body.headers },
  });
  expect(answer.statusCode).toBe(422);
});

describe('a cursor that no list gave out is refused', () => {
  const LISTS = ['periods', 'obligations', 'submissions', 'findings', 'letters', 'log'];
  test.each(LISTS)('%s', async (list) => {
    const keys = [
      ['a', 'b'],
      ['2020-01-01T00:00:00.000Z', `x${NUL}`],
      ['2020-99-99T00:00:00.000Z', 'x'],
      ['infinity', 'x'],
      [1, 2],
      [1e30],
      ['1; drop table log'],
    ];
    for (const key of keys) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      const answer = await get(`/api/v1/notices/${NOTICE}/${list}?cursor=${cursor}`);
      expect(answer.statusCode, `${list} ${JSON.stringify(key)}`).toBe(422);
      expect(answer.json().errors[0].pointer).toBe('/querystring/cursor');
    }
  });
});

describe('a day that no calendar has is refused by its field', () => {
  test.each(['2020-02-30', '9999-99-99', '0000-01-01'])('%s', async (day) => {
    const inspection = { party: 'an-nong', inspectedOn: day, inspectedBy: 'x', findings: 'y' };
    const inspected = await post(`/api/v1/notices/${NOTICE}/inspections`, inspection);
    expect(inspected.json().errors?.[0]?.pointer).toBe('/inspectedOn');
    const attained = await office.api.inject({
      method: 'PUT',
      url: `/api/v1/notices/${NOTICE}/parties/an-nong/attainment`,
      headers: office.bearer('office'),
      payload: { level: 'attained', plannedOn: day },
    });
    expect(attained.json().errors?.[0]?.pointer).toBe('/plannedOn');
    const extension = { obligations: [owed()], dueDate: day, reason: 'có lý do' };
    const extended = await post('/api/v1/obligations/decisions/extend', extension, 'head');
    expect(extended.json().errors?.[0]?.pointer).toBe('/dueDate');
    expect(office.processes.updates).toEqual([]);
    const previewed = await office.api.inject({
      method: 'POST',
      url: `/api/v1/notices/preview?from=${day}`,
      headers: { ...office.bearer('admin'), 'content-type': 'application/yaml' },
      payload: SMALL_TEXT,
    });
    expect(previewed.json().errors?.[0]?.pointer).toBe('/querystring/from');
  });

  test('on a desk the form comes back', async () => {
    const desk = office.link('desk', 'chanh-van-phong', NOTICE);
    const answer = await office.api.inject({
      method: 'POST',
      url: `/d/${desk}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        act: 'key-in',
        obligation: owed(),
        channel: 'paper',
        receivedOn: '2020-02-30',
        receivedTime: '08:00',
        reason: 'văn bản giấy',
      }).toString(),
    });
    expect(answer.statusCode).toBe(422);
  });

  test('a preview to the last day that can be written', async () => {
    const answer = await office.api.inject({
      method: 'POST',
      url: '/api/v1/notices/preview?to=9999-12-31',
      headers: { ...office.bearer('admin'), 'content-type': 'application/yaml' },
      payload: SMALL_TEXT,
    });
    expect(answer.statusCode).toBe(422);
  });
});

describe('a form that breaks off', () => {
  test.each([
    ['before its end', 'multipart/form-data; boundary=x', '--x\r\nbroken'],
    [
      'with a part cut short',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="data"\r\n\r\n{',
    ],
    ['without a boundary', 'multipart/form-data', 'broken'],
    ['with a boundary without end', `multipart/form-data; boundary=${'x'.repeat(300)}`, 'broken'],
  ])('%s is the sender’s fault', async (_, type, payload) => {
    const headers = { ...office.bearer('party'), 'content-type': type };
    const answer = await office.api.inject({ method: 'POST', url: SUBMISSIONS, headers, payload });
    expect(answer.statusCode).toBe(400);
    const token = office.link('report', 'chu-tich-mttq', owed());
    const page = await office.api.inject({
      method: 'POST',
      url: `/r/${token}`,
      headers: { 'content-type': type },
      payload,
    });
    expect(page.statusCode).toBe(400);
  });
});

test('takes the JSON of a form also where its part says that it is JSON', async () => {
  const payload = [
    '--x',
    'content-disposition: form-data; name="data"',
    'content-type: application/json',
    '',
    JSON.stringify({ obligations: [owed()], body: 'Đã chỉ đạo 3 xã' }),
    '--x--',
    '',
  ].join('\r\n');
  const answer = await office.api.inject({
    method: 'POST',
    url: SUBMISSIONS,
    headers: { ...office.bearer('party'), 'content-type': 'multipart/form-data; boundary=x' },
    payload,
  });
  expect(answer.statusCode, answer.body).toBe(201);
});

test('JSON nested without end is refused in the part of a form, too', async () => {
  const payload = [
    '--x',
    'content-disposition: form-data; name="data"',
    'content-type: application/json',
    '',
    '['.repeat(100_000) + ']'.repeat(100_000),
    '--x--',
    '',
  ].join('\r\n');
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const token = office.link('report', 'chu-tich-mttq', owed());
  const page = await office.api.inject({ method: 'POST', url: `/r/${token}`, headers, payload });
  expect(page.statusCode).toBe(422);
  const answer = await office.api.inject({
    method: 'POST',
    url: SUBMISSIONS,
    headers: { ...office.bearer('party'), ...headers },
    payload,
  });
  expect(answer.statusCode).toBe(422);
});

test('a plain form with a million fields is refused and holds nobody up', async () => {
  const token = office.link('report', 'chu-tich-mttq', owed());
  const answer = await office.api.inject({
    method: 'POST',
    url: `/r/${token}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'a&'.repeat(900_000),
  });
  expect(answer.statusCode).toBe(413);
  expect(answer.body).toContain('Chưa có gì được ghi nhận, kể cả phần chữ');
});

test('a sign-in takes a short form and reads no file of a stranger', async () => {
  const origin = 'http://localhost:3000';
  const body = multipart([
    ['token', 'x'],
    ['f', { name: 'a.pdf', content: Buffer.alloc(1000) }],
  ]);
  const withFile = await office.api.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { ...body.headers, origin },
    payload: body.payload,
  });
  expect(withFile.statusCode).toBe(415);
  const long = await office.api.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    payload: `token=${'x'.repeat(20_000)}`,
  });
  expect(long.statusCode).toBe(413);
});

test('an address that cannot be read is answered as any problem is, without repeating it', async () => {
  const answer = await office.api.inject('/r/%ff-a-token');
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).not.toContain('a-token');
});

test('no answer of the API is kept by a cache, nor any page shown in a frame', async () => {
  for (const url of [
    `/api/v1/notices/${NOTICE}/letters`,
    `/api/v1/notices/none`,
    '/sign-in',
    '/',
  ]) {
    const answer = await get(url);
    expect(answer.headers['cache-control'], url).toContain('no-store');
    expect(answer.headers['x-frame-options'], url).toBe('DENY');
  }
});

test.each(['release-finding', 'hold-finding', 'reverse-finding'])(
  'a desk asked to %s of no finding shows the form again',
  async (act) => {
    const answer = await office.api.inject({
      method: 'POST',
      url: `/d/${office.link('desk', 'chanh-van-phong', NOTICE)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ act, finding: 'no-id', reason: 'có lý do' }).toString(),
    });
    expect(answer.statusCode).toBe(422);
  },
);

test('a link has one spelling: what decodes to the same opens nothing', async () => {
  const token = office.link('report', 'chu-tich-mttq', owed());
  expect((await office.api.inject(`/r/${token}`)).statusCode).toBe(200);
  for (const tail of ['=', '%0a', '%20']) {
    expect((await office.api.inject(`/r/${token}${tail}`)).statusCode, tail).toBe(404);
  }
});

test('nothing is keyed in as received before the notice was concluded', async () => {
  const keyIn = (receivedAt: string) =>
    post('/api/v1/obligations/decisions/key-in', {
      obligations: [office.owed('truong-phong-tn-mt')],
      channel: 'paper',
      receivedAt,
      body: 'Báo cáo giấy',
      reason: 'văn bản giấy đến trước hạn',
    });
  for (const early of ['0001-01-01T00:00:00Z', '2020-11-10T16:59:59Z']) {
    const refused = await keyIn(early);
    expect(refused.statusCode, refused.body).toBe(422);
    expect(refused.json().errors[0].pointer).toBe('/receivedAt');
  }
  const taken = await keyIn('2020-11-26T02:00:00Z');
  expect(taken.statusCode, taken.body).toBe(201);
});

test('a page shows no mark that makes a text read as another, whoever wrote it', async () => {
  const words = 'Đã làm \u202Emàl auhc\u202C, x\u200Bong \u{1F600}';
  const { pool } = office.register;
  await pool.query(`update person_contact set name = $1 where person_id = 'chu-tich-mttq'`, [
    words,
  ]);
  const answer = await office.api.inject({
    method: 'POST',
    url: `/r/${office.link('report', 'chu-tich-mttq', owed())}`,
    ...multipart([
      ['once', 'deceit'],
      ['kind', 'report'],
      ['obligation', owed()],
      ['body', words],
      ['files', { name: 'a.pdf', content: Buffer.from('not one') }],
    ]),
  });
  expect(answer.statusCode).toBe(422);
  const desk = await office.api.inject(`/d/${office.link('desk', 'chu-tich-mttq', NOTICE)}`);
  for (const { body } of [answer, desk]) {
    expect(body).toContain('Đã làm màl auhc, xong \u{1F600}');
    expect(body).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069]/);
  }
});
