import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const N = `/api/v1/notices/${NOTICE}/parties`;
const reason = 'Quyết định điều động cán bộ';
const newcomer = { id: 'truong-cum-1-b', name: 'Nguyễn Văn B', address: 'b@example.test' };
type Headers = { authorization: string };
const post = (path: string, payload: object, headers: Headers = office.bearer('office')) =>
  office.api.inject({ method: 'POST', url: `${N}/${path}`, headers, payload });
interface Party {
  id: string;
  holders: { personId: string; name: string | null }[];
}
const list = async (headers: Headers): Promise<Map<string, Party>> => {
  const answer = await office.api.inject({ url: `${N}?limit=500`, headers });
  expect(answer.statusCode).toBe(200);
  return new Map(answer.json<{ items: Party[] }>().items.map((party) => [party.id, party]));
};

test('names are for the office, an admin and the chair; a supervisor sees those below, a member himself', async () => {
  for (const role of ['office', 'admin', 'head'] as const) {
    const all = await list(office.bearer(role));
    expect([...all.values()].flatMap(({ holders }) => holders).every(({ name }) => name)).toBe(
      true,
    );
  }
  const own = await list(office.bearer('party'));
  expect(own.get('chu-tich-mttq')?.holders[0]?.name).toBeTruthy();
  expect(own.get('truong-ban')?.holders[0]).toMatchObject({ personId: 'truong-ban', name: null });
  const below = await list(office.bearer('supervisor'));
  expect(below.get('chu-tich-mttq')?.holders[0]?.name).toBeTruthy();
  expect(below.get('truong-phong-tn-mt')?.holders[0]?.name).toBeNull();
});

test('the office enters a hand-over, and the list has it at once', async () => {
  expect((await post('truong-cum-1/holder', { holder: newcomer, reason })).statusCode).toBe(200);
  const all = await list(office.bearer('office'));
  expect(all.get('truong-cum-1')?.holders).toMatchObject([
    { personId: 'truong-cum-1-b', name: 'Nguyễn Văn B' },
  ]);
});

test('nobody puts himself into a post, and a member enters nothing', async () => {
  const himself = { holder: { person: 'chanh-van-phong' }, reason };
  expect((await post('truong-cum-2/holder', himself)).statusCode).toBe(403);
  const member = await post('truong-cum-2/holder', himself, office.bearer('party'));
  expect(member.statusCode).toBe(403);
});

test('a unit’s addressee is added and removed; a form that says neither is refused', async () => {
  const add = { id: 'an-nong-b', name: 'Đảng ủy xã An Nông' };
  expect((await post('an-nong/addressees', { add, reason })).statusCode).toBe(200);
  expect((await list(office.bearer('office'))).get('an-nong')?.holders).toContainEqual(
    expect.objectContaining({ personId: 'an-nong-b', name: 'Đảng ủy xã An Nông' }),
  );
  expect((await post('an-nong/addressees', { remove: 'an-nong-b', reason })).statusCode).toBe(409);
  office.clock.now = '2020-11-27T03:00:00.000Z';
  expect((await post('an-nong/addressees', { remove: 'an-nong-b', reason })).statusCode).toBe(200);
  expect((await post('an-nong/addressees', { reason })).statusCode).toBe(422);
});

test('the office does not enter its own head; those above it do', async () => {
  const holder = { person: 'chu-tich-mttq' };
  const refused = await post('chanh-van-phong/holder', { holder, reason });
  expect(refused.statusCode).toBe(403);
  const above = await post(
    'chanh-van-phong/holder',
    { holder, reason },
    await office.tokenFor('supervisor', 'pho-chu-tich'),
  );
  expect(above.statusCode).toBe(200);
  // the token of the office's head ended with the post
  expect((await post('truong-cum-2/holder', { holder, reason })).statusCode).toBe(401);
});
