import { afterAll, beforeAll, expect, test } from 'vitest';
import { TRIEU_SON_TEXT } from '../data/noticeFiles.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
const yaml = TRIEU_SON_TEXT;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const post = (url: string, payload: string | object, type = 'application/yaml') =>
  office.api.inject({
    method: 'POST',
    url,
    headers: {
      ...office.bearer('admin'),
      'content-type': typeof payload === 'string' ? type : 'application/json',
    },
    payload,
  });

test('loads a notice from YAML once, and the same again without a change', async () => {
  const copy = yaml.replace('id: trieu-son-2020', 'id: trieu-son-copy');
  const loaded = await post('/api/v1/notices', copy);
  expect(loaded.statusCode, loaded.body.slice(0, 500)).toBe(201);
  expect(loaded.json()).toEqual({ noticeId: 'trieu-son-copy', created: true });
  expect((await post('/api/v1/notices', copy)).json()).toEqual({
    noticeId: 'trieu-son-copy',
    created: false,
  });
  const changed = copy.replace('Thái Hòa', 'Thái Hoà');
  expect((await post('/api/v1/notices', changed)).statusCode).toBe(409);
});

test('names every problem of a file with its line, its column and what would be right', async () => {
  const broken = yaml
    .replace('language: vi', 'language: fr')
    .replace('concludedOn: 2020-11-11', 'concludedOn: 11/11/2020');
  const refused = await post('/api/v1/notices', broken);
  expect(refused.statusCode).toBe(422);
  const { errors } = refused.json();
  expect(errors.map((one: { pointer: string }) => one.pointer)).toEqual([
    '/language',
    '/head/concludedOn',
  ]);
  const line = broken.split('\n').findIndex((text) => text.startsWith('language: fr')) + 1;
  expect(errors[0]).toMatchObject({ line, column: 11 });
  expect(errors[0].expected).toBeTruthy();
  const checked = await post('/api/v1/notices/check', broken);
  expect(checked.statusCode).toBe(200);
  expect(checked.json()).toMatchObject({ valid: false });
});

test.each([
  [undefined, /[à-ỹ]/],
  ['en-GB,en;q=0.9', /^"\w+" is missing/],
  ['fr, en;q=0.3, vi;q=0.8', /^thiếu/],
  ['vi;q=0, en', /is missing/],
  ['*', /^thiếu/],
])('tells what is wrong in the language asked for: %s', async (accepted, words) => {
  const answer = await office.api.inject({
    method: 'POST',
    url: '/api/v1/notices/check',
    headers: {
      ...office.bearer('admin'),
      'content-type': 'application/yaml',
      ...(accepted && { 'accept-language': accepted }),
    },
    payload: yaml.replace(/^dondoc: 1\n/m, ''),
  });
  expect(answer.json().problems[0].message).toMatch(words);
});

test('checks JSON as it does YAML', async () => {
  const refused = await post('/api/v1/notices', { dondoc: 1, id: 'x' });
  expect(refused.statusCode).toBe(422);
  expect(refused.json().errors.length).toBeGreaterThan(3);
  const valid = await post('/api/v1/notices/check', JSON.parse(JSON.stringify(office.notice)));
  expect(valid.json()).toMatchObject({ valid: true, problems: [] });
});

test('previews without writing anything', async () => {
  const preview = await post('/api/v1/notices/preview?from=2020-11-11&to=2020-12-31', yaml);
  expect(preview.statusCode, preview.body.slice(0, 300)).toBe(200);
  expect(preview.json()).toMatchObject({ noticeId: NOTICE, zone: 'Asia/Ho_Chi_Minh' });
  expect(preview.json().steps.length).toBeGreaterThan(10);
  expect(office.processes.started).toEqual([]);
});

test('says what would start and what waits, and starts nothing on a dry run', async () => {
  await office.register.pool.query(
    `update process set state = 'waiting', started_at = null where notice_id = $1`,
    [NOTICE],
  );
  office.clock.now = '2020-12-01T00:00:00.000Z';
  await office.register.pool.query(
    `update notice set state = 'loaded', started_at = null where id = $1`,
    [NOTICE],
  );
  const dry = await post(`/api/v1/notices/${NOTICE}/start?dryRun=true`, {});
  expect(dry.statusCode, dry.body).toBe(200);
  const { starts, waits } = dry.json();
  const named = (list: { processId: string }[], id: string) =>
    list.find(({ processId }) => processId === id);
  expect(named(starts, '5-reports')).toMatchObject({ beforeStart: 2 });
  expect(named(starts, 'closing-digest')).toBeDefined();
  // the results were due before 25/11: on 01/12 nothing is left to ask for
  expect(named(waits, '2b-results')).toMatchObject({ why: expect.stringContaining('passed') });
  expect(office.processes.started).toEqual([]);
});

test('starts one directive, then refuses what runs already and what the notice does not have', async () => {
  const one = await post(`/api/v1/notices/${NOTICE}/start`, { directives: ['5'] });
  expect(one.statusCode, one.body).toBe(200);
  expect(office.processes.started).toEqual([{ noticeId: NOTICE, processIds: ['5-reports'] }]);
  await office.register.pool.query(
    `update process set state = 'running', started_at = now() where notice_id = $1 and id = '5-reports'`,
    [NOTICE],
  );
  const again = await post(`/api/v1/notices/${NOTICE}/start`, { processes: ['5-reports'] });
  expect(again.statusCode).toBe(409);
  expect(again.json().detail).toContain('already running');
  const unknown = await post(`/api/v1/notices/${NOTICE}/start`, { directives: ['5', '99'] });
  expect(unknown.statusCode).toBe(422);
  expect(unknown.json().errors[0].pointer).toBe('/directives/1');
});
