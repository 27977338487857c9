import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodId } from '../../contracts/ids.ts';
import type { Role } from '../../db/access/tokens.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { MORNING, NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
const P = `/api/v1/notices/${NOTICE}/processes`;
const SUPPORT = `${P}/7-support`;
const get = (url: string, headers = office.bearer('office')) => office.api.inject({ url, headers });
const post = (url: string, payload: object, role: Role | { authorization: string } = 'office') =>
  office.api.inject({
    method: 'POST',
    url,
    headers: typeof role === 'string' ? office.bearer(role) : role,
    payload,
  });
const owed = (stage: string, party: string) =>
  `${periodId(NOTICE, '7-support', `2020-11-30-${stage}`)}/${party}`;

beforeAll(async () => {
  office = await openOffice();
  const { pool } = office.register;
  for (const stage of ['draft', 'consult', 'absorb']) {
    await openPeriod(pool, planPeriod(office.notice, '7-support', `2020-11-30-${stage}`), MORNING);
  }
});
afterAll(() => office.close());

describe('comments on a draft', () => {
  test('of a body and of a meeting are answered one by one, and gate the stage that absorbs them', async () => {
    const drafter = await office.tokenFor('party', 'truong-phong-tc-kh');
    const consulted = await office.tokenFor('party', 'chanh-van-phong');
    const opinion = { obligations: [owed('consult', 'chanh-van-phong')], body: 'Nâng mức hỗ trợ.' };
    const handed = await post(`/api/v1/notices/${NOTICE}/submissions`, opinion, consulted);
    expect(handed.statusCode, handed.body).toBe(201);
    office.clock.now = '2020-11-27T02:05:00.000Z';
    const said = { madeBy: 'xã Dân Lý', comment: 'Hỗ trợ xi măng.' };
    expect((await post(`${SUPPORT}/comments`, said)).statusCode).toBe(201);

    const absorb = { obligations: [owed('absorb', 'truong-phong-tc-kh')], body: 'Bản tiếp thu.' };
    const refused = await post(`/api/v1/notices/${NOTICE}/submissions`, absorb, drafter);
    expect(refused.statusCode).toBe(409);
    expect(refused.json().detail).toContain('stand unanswered: Chánh Văn phòng NTM huyện');

    const { items } = (await get(`${SUPPORT}/comments`, drafter)).json();
    expect(items).toMatchObject([
      { partyId: 'chanh-van-phong', comment: 'Nâng mức hỗ trợ.', absorbed: null },
      { partyId: null, madeBy: 'xã Dân Lý', comment: 'Hỗ trợ xi măng.', absorbed: null },
    ]);
    const answer = (id: string, payload: object) =>
      post(`${SUPPORT}/comments/${id}/answer`, payload, drafter);
    const withoutReason = await answer(items[0].id, { absorbed: false });
    expect(withoutReason.statusCode).toBe(422);
    expect(withoutReason.json().errors[0].pointer).toBe('/why');
    for (const { id } of items) {
      expect((await answer(id, { absorbed: false, why: 'Vượt dự toán.' })).statusCode).toBe(200);
    }
    const taken = await post(`/api/v1/notices/${NOTICE}/submissions`, absorb, drafter);
    expect(taken.statusCode, taken.body).toBe(201);
  });

  test('are for those who draft and the office, and of a drafting only', async () => {
    expect((await get(`${SUPPORT}/comments`, office.bearer('party'))).statusCode).toBe(403);
    expect((await post(`${SUPPORT}/comments`, {}, 'party')).statusCode).toBe(403);
    expect((await get(`${P}/5-reports/comments`)).statusCode).toBe(404);
    const id = '00000000-0000-4000-8000-000000000000';
    const unknown = await post(`${SUPPORT}/comments/${id}/answer`, { absorbed: true });
    expect(unknown.statusCode).toBe(404);
  });
});

describe('targets', () => {
  const targets = `${P}/9-roadmap/targets`;

  test('count who is prepared and who has attained, and forget whoever was dropped', async () => {
    const record = (target: string, payload: object) =>
      post(`${targets}/${target}/candidates`, payload);
    const since = '2020-11-20';
    const first = await record('advanced-communes', { party: 'an-nong', state: 'prepared', since });
    expect(first.statusCode, first.body).toBe(201);
    await record('advanced-communes', { party: 'dan-ly', state: 'prepared', since });
    await record('model-villages', { name: 'Thôn 3, xã Dân Lý', state: 'dropped', since });
    const attained = { party: 'an-nong', state: 'attained', since: '2021-05-04' };
    expect((await record('advanced-communes', attained)).json()).toEqual(first.json());
    const { items } = (await get(targets, office.bearer('party'))).json();
    expect(items).toMatchObject([
      { id: 'advanced-communes', goal: 10, prepare: 15, prepared: 2, attained: 1 },
      { id: 'model-communes', goal: 2, prepare: 4, prepared: 0, attained: 0, candidates: [] },
      { id: 'model-villages', prepared: 0, candidates: [{ name: 'Thôn 3, xã Dân Lý' }] },
    ]);
    expect(items[0].candidates.map(({ state }: { state: string }) => state)).toEqual([
      'attained',
      'prepared',
    ]);
  });

  test('name a unit or a place, and a target of the file', async () => {
    const since = '2020-11-20';
    const both = { party: 'an-nong', name: 'Thôn 1', state: 'prepared', since };
    expect((await post(`${targets}/model-villages/candidates`, both)).statusCode).toBe(422);
    const one = { name: 'Thôn 1', state: 'prepared', since };
    expect((await post(`${targets}/no-such/candidates`, one)).statusCode).toBe(404);
    const nobody = { party: 'no-such', state: 'prepared', since };
    expect((await post(`${targets}/model-villages/candidates`, nobody)).statusCode).toBe(404);
    expect((await post(`${targets}/model-villages/candidates`, one, 'head')).statusCode).toBe(403);
  });
});
