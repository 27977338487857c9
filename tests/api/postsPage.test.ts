import { afterAll, beforeAll, expect, test } from 'vitest';
import { form } from './support/formBody.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const URL = `/notices/${NOTICE}/posts`;
const POST = 'truong-phong-kt-ht';
const HERE = { host: 'localhost:8080', origin: 'http://localhost:8080' };
const cookie = (token: string) => ({ cookie: `dondoc-session=${token}` });
const wish = { form: 'change-holder', post: POST, coming: 'new', name: 'Trưởng phòng mới' };
const send = (fields: Record<string, string>, headers: Record<string, string>) => {
  const body = form({ once: 'o', ...wish, ...fields });
  const all = { ...body.headers, ...headers };
  return office.api.inject({ method: 'POST', url: URL, payload: body.payload, headers: all });
};
const decided = async () => {
  const { rows } = await office.register.pool.query(
    `select actor, capacity from decision where kind = 'change-holder'`,
  );
  return rows;
};

test('shows an admin who holds what; anybody else is sent to sign in', async () => {
  expect((await office.api.inject(URL)).statusCode).toBe(303);
  const other = await office.api.inject({ url: URL, headers: cookie(office.tokens.office) });
  expect(other.statusCode).toBe(303);
  const page = await office.api.inject({ url: URL, headers: cookie(office.tokens.admin) });
  expect(page.body).toContain('Trưởng phòng Kinh tế và Hạ tầng');
  expect(page.headers['referrer-policy']).toBe('same-origin');
});

test('changes nothing for a form from elsewhere, or without an admin’s session', async () => {
  const reason = 'điều động cán bộ';
  const elsewhere = { host: 'localhost:8080', origin: 'https://evil.example' };
  const foreign = await send({ reason }, { ...cookie(office.tokens.admin), ...elsewhere });
  expect(foreign.statusCode).toBe(403);
  expect((await send({ reason }, HERE)).statusCode).toBe(303);
  expect((await send({ reason }, { ...cookie(office.tokens.head), ...HERE })).statusCode).toBe(303);
  expect(await decided()).toEqual([]);
});

test('without a reason nothing is decided, and what was typed stands there', async () => {
  const page = await send({ reason: ' ' }, { ...cookie(office.tokens.admin), ...HERE });
  expect(page.statusCode).toBe(422);
  expect(page.body).toContain('Chưa có hoặc chưa đúng: lý do.');
  expect(page.body).toContain('value="Trưởng phòng mới"');
  expect(await decided()).toEqual([]);
});

test('an admin enters who comes, as the keeper of the register', async () => {
  const done = await send(
    { reason: 'điều động cán bộ' },
    { ...cookie(office.tokens.admin), ...HERE },
  );
  expect(done.statusCode, done.body).toBe(303);
  expect(await decided()).toEqual([{ actor: expect.stringMatching(/^token:/), capacity: 'admin' }]);
  const page = await office.api.inject({ url: URL, headers: cookie(office.tokens.admin) });
  expect(page.body).toContain('Trưởng phòng mới');
});
