import { expect, test } from 'vitest';
import { findToken, listTokens, makeToken, revokeToken } from '../../../db/access/tokens.ts';
import { ownRegister } from '../../support/ownRegister.ts';

const register = ownRegister();

const make = (expiresAt: string) =>
  makeToken(register.pool, {
    label: 'x',
    role: 'admin',
    noticeId: null,
    personId: null,
    expiresAt,
  });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

test('finds a living token by its text alone', async () => {
  const { token, ...made } = await make(inAnHour());
  expect(token).toMatch(/^dondoc_[A-Za-z0-9_-]{43}$/);
  expect(await findToken(register.pool, token)).toEqual(made);
  expect(await findToken(register.pool, `${token}x`)).toBeUndefined();
  expect(await findToken(register.pool, made.id)).toBeUndefined();
});

test('finds none that has expired or was revoked, and keeps the first time of revoking', async () => {
  const old = await make(new Date(Date.now() - 1000).toISOString());
  expect(await findToken(register.pool, old.token)).toBeUndefined();
  const made = await make(inAnHour());
  const { revokedAt } = await revokeToken(register.pool, made.id);
  expect(await findToken(register.pool, made.token)).toBeUndefined();
  expect((await revokeToken(register.pool, made.id)).revokedAt).toBe(revokedAt);
  expect((await listTokens(register.pool)).some(({ id }) => id === made.id)).toBe(true);
});

test('makes no two alike', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => make(inAnHour())));
  expect(new Set(made.map(({ token }) => token)).size).toBe(20);
});

test('refuses to revoke what does not exist', async () => {
  await expect(
    revokeToken(register.pool, '5b0f2f6e-58f6-4a8b-8a3e-2f5a9d7c1b11'),
  ).rejects.toMatchObject({ failure: 'NotFound' });
});
