import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { UPDATES } from '../../contracts/messages.ts';
import { amend } from '../../db/amendments/amend.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { TRIEU_SON_TEXT } from '../data/noticeFiles.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
const N = `/api/v1/notices/${NOTICE}`;
const REASON = 'Theo Thông báo bổ sung số 05/TB-BCĐ';
const BY = 'Trưởng Ban Chỉ đạo';
/** The session of row 8 a week later. */
const LATER = TRIEU_SON_TEXT.replace('date: 2020-12-22', 'date: 2020-12-29');

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  office.processes.updates.length = 0;
});

type Role = Parameters<Office['bearer']>[0];
const post = (path: string, payload: object, role: Role = 'head', key?: string) =>
  office.api.inject({
    method: 'POST',
    url: `${N}${path}`,
    headers: { ...office.bearer(role), ...(key && { 'idempotency-key': key }) },
    payload,
  });
const get = (path: string, role: Role = 'office') =>
  office.api.inject({ url: `${N}${path}`, headers: office.bearer(role) });
const kept = async () => {
  const { rows } = await office.register.pool.query<{ decision_id: string; content: unknown }>(
    'select decision_id, content from amendment order by asked_at',
  );
  return rows;
};
/** Lets the next Update be carried out as the notice's workflow does it. */
const carryOutNext = () => {
  const { update } = office.processes;
  office.processes.update = async (...sent) => {
    office.processes.update = update;
    await office.processes.update(...sent);
    const payload = sent[3] as unknown as Parameters<typeof amend>[1];
    return amend(office.register.pool, { ...payload, noticeId: NOTICE, compose: () => [] });
  };
};

describe('a preview', () => {
  const preview = (payload: string, role: Role = 'office') =>
    office.api.inject({
      method: 'POST',
      url: `${N}/amendments/preview`,
      headers: { ...office.bearer(role), 'content-type': 'application/yaml' },
      payload,
    });

  test('shows before and after of what moves, and writes nothing', async () => {
    const answer = await preview(LATER);
    expect(answer.statusCode, answer.body).toBe(200);
    const body = answer.json();
    expect(body.refused).toEqual([]);
    expect(body.changes).toEqual([
      {
        path: '/directives/8/processes/8-directive/due/date',
        kind: 'dates',
        before: '2020-12-22',
        after: '2020-12-29',
        processes: ['8-directive'],
      },
    ]);
    expect(
      body.steps.every((step: { processId: string }) => step.processId === '8-directive'),
    ).toBe(true);
    expect(body.steps.length).toBeGreaterThan(0);
    expect(await kept()).toEqual([]);
    expect(office.processes.updates).toEqual([]);
  });

  test('says what cannot be amended, with its place', async () => {
    const { refused } = (await preview(LATER.replace('id: trieu-son-2020', 'id: other'))).json();
    expect(refused).toEqual([{ pointer: '/id', reason: `this notice is ${NOTICE} and stays so` }]);
  });

  test('names every error of a file that is not right', async () => {
    const answer = await preview(LATER.replace('date: 2020-12-29', 'date: 2020-02-30'));
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors[0]).toMatchObject({ line: expect.any(Number) });
  });
});

describe('an amendment', () => {
  test('keeps the text in the register and sends its decision alone to the notice', async () => {
    const answer = await post('/amendments', { notice: LATER, reason: REASON, by: BY });
    expect(answer.statusCode, answer.body).toBe(200);
    const { decisionId } = answer.json();
    expect(office.processes.updates).toEqual([
      {
        workflowId: NOTICE,
        name: UPDATES.amend,
        payload: {
          decisionId,
          at: office.clock.now,
          actor: { id: expect.stringMatching(/^token:/), capacity: 'truong-ban' },
          decision: { kind: 'amend', reason: REASON, by: BY, moves: null },
        },
      },
    ]);
    expect(JSON.stringify(office.processes.updates)).not.toContain('dondoc: 1');
  });

  test('that the processes refuse leaves no text behind', async () => {
    office.processes.failNext = new PermanentFailure(FAILURES.conflict, 'another came first');
    const answer = await post('/amendments', { notice: LATER, reason: REASON, by: BY });
    expect(answer.statusCode).toBe(409);
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['without a reason', { notice: LATER, by: BY }, 422, '/reason'],
    ['without saying who decided', { notice: LATER, reason: REASON }, 422, '/by'],
    [
      'of what cannot be amended',
      { notice: LATER.replace('id: trieu-son-2020', 'id: other'), reason: REASON, by: BY },
      422,
      '/id',
    ],
  ])('%s is refused with the field', async (_what, payload, status, pointer) => {
    const answer = await post('/amendments', payload);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.json().errors[0].pointer).toBe(pointer);
    expect(office.processes.updates).toEqual([]);
  });

  test('is no business of the office', async () => {
    const answer = await post('/amendments', { notice: LATER, reason: REASON, by: BY }, 'office');
    expect(answer.statusCode).toBe(403);
  });
});

describe('a moved session', () => {
  const MOVE = '/processes/8-directive/move-due';

  test('is an amendment of its one field; the versions tell who, when, why and what', async () => {
    const before = await readNotice(office.register.pool, NOTICE);
    carryOutNext();
    const answer = await post(MOVE, { dueDate: '2020-12-29', reason: REASON }, 'office');
    expect(answer.statusCode, answer.body).toBe(200);
    expect(office.processes.updates[0]?.payload).toMatchObject({
      decision: { kind: 'move-due', moves: '8-directive' },
    });
    expect(await kept()).toEqual([]);
    const { items } = (await get('/versions')).json();
    expect(items).toEqual([
      {
        number: 1,
        sha256: before.sha256,
        inForceFrom: '2020-11-11T07:00:00.000Z',
        inForceUntil: office.clock.now,
        decision: null,
      },
      {
        number: 2,
        sha256: expect.not.stringMatching(before.sha256),
        inForceFrom: office.clock.now,
        inForceUntil: null,
        decision: {
          id: answer.json().decisionId,
          kind: 'move-due',
          actor: expect.stringMatching(/^token:/),
          capacity: 'chanh-van-phong',
          at: office.clock.now,
          reason: REASON,
          decidedBy: null,
        },
      },
    ]);
    const second = (await get('/versions/2')).json();
    expect(second.changes).toContainEqual({
      path: '/directives/8/processes/8-directive/due/date',
      kind: 'dates',
      before: '2020-12-22',
      after: '2020-12-29',
    });
    expect((await get('/versions/1')).json().changes).toEqual([]);
    expect((await get('/versions/3')).statusCode).toBe(404);
    expect((await get('/versions/2', 'party')).statusCode).toBe(403);
  });

  test.each([
    ['the office’s own document', '9-roadmap', 'office', 403],
    ['by an admin', '8-directive', 'admin', 403],
    ['of a process that does not exist', 'nothing', 'head', 404],
    ['of what recurs', '5-reports', 'head', 422],
  ] as const)('%s: %s, %s', async (_what, process, role, status) => {
    const answer = await post(
      `/processes/${process}/move-due`,
      { dueDate: '2021-01-12', reason: REASON },
      role,
    );
    expect(answer.statusCode, answer.body).toBe(status);
    expect(office.processes.updates).toEqual([]);
  });

  test('to a day that is over, or that does not exist, is refused with the field', async () => {
    for (const dueDate of ['2020-11-20', '2021-02-30']) {
      const answer = await post(MOVE, { dueDate, reason: REASON });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors[0].pointer).toBe('/dueDate');
    }
  });

  test('asked again with its key is sent once', async () => {
    const key = randomUUID();
    const body = { dueDate: '2021-01-05', reason: REASON };
    const first = await post(MOVE, body, 'head', key);
    expect((await post(MOVE, body, 'head', key)).json()).toEqual(first.json());
    expect(office.processes.updates).toHaveLength(1);
  });
});

test('another ladder is an amendment too, and one that does not exist is refused', async () => {
  const on = (ladder: string) =>
    post('/processes/5-reports/change-ladder', { ladder, reason: REASON });
  expect((await on('nothing')).json().errors[0].pointer).toBe('/ladder');
  expect((await on('communes')).statusCode).toBe(200);
  expect(office.processes.updates[0]?.payload).toMatchObject({
    decision: { kind: 'change-ladder' },
  });
});

test('a notice that has not begun is amended at once, without a process', async () => {
  const { pool } = office.register;
  await pool.query(`update notice set state = 'loaded', started_at = null where id = $1`, [NOTICE]);
  await pool.query(`update process set state = 'waiting', started_at = null where notice_id = $1`, [
    NOTICE,
  ]);
  const { sha256 } = await readNotice(pool, NOTICE);
  const text = TRIEU_SON_TEXT.replace('date: 2020-12-22', 'date: 2021-01-12');
  const answer = await post('/amendments', { notice: text, reason: REASON, by: BY }, 'admin');
  expect(answer.statusCode, answer.body).toBe(200);
  expect(office.processes.updates).toEqual([]);
  expect((await readNotice(pool, NOTICE)).sha256).not.toBe(sha256);
});
