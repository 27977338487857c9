import { expect, test } from 'vitest';
import {
  claimKey,
  forgetOldKeys,
  giveBackKey,
  keepAnswer,
} from '../../../db/access/idempotency.ts';
import { ownRegister } from '../../support/ownRegister.ts';

const register = ownRegister({ max: 20 });

test('lets one of many claim a key', async () => {
  const claims = await Promise.all(
    Array.from({ length: 20 }, () => claimKey(register.pool, 'k1', 'r1')),
  );
  expect(claims.filter(({ kind }) => kind === 'ours')).toHaveLength(1);
  expect(claims.filter(({ kind }) => kind === 'under-way')).toHaveLength(19);
});

test('answers with what was kept, and tells another request apart', async () => {
  await claimKey(register.pool, 'k2', 'r');
  await keepAnswer(register.pool, 'k2', { status: 201, body: { receiptNo: '2020-000001' } });
  expect(await claimKey(register.pool, 'k2', 'r')).toEqual({
    kind: 'answered',
    status: 201,
    body: { receiptNo: '2020-000001' },
  });
  expect(await claimKey(register.pool, 'k2', 'other')).toEqual({ kind: 'another-request' });
  await giveBackKey(register.pool, 'k2'); // what is answered is not given back
  expect(await claimKey(register.pool, 'k2', 'r')).toMatchObject({ kind: 'answered' });
});

test('is claimed anew after it was given back, or cut off', async () => {
  await claimKey(register.pool, 'k3', 'r');
  await giveBackKey(register.pool, 'k3');
  expect(await claimKey(register.pool, 'k3', 'r')).toEqual({ kind: 'ours' });
  await register.pool.query(
    `update idempotency_key set created_at = created_at - interval '3 minutes' where key_sha256 = 'k3'`,
  );
  expect(await claimKey(register.pool, 'k3', 'another')).toEqual({ kind: 'another-request' });
  expect(await claimKey(register.pool, 'k3', 'r')).toEqual({ kind: 'ours' });
  expect(await claimKey(register.pool, 'k3', 'r')).toEqual({ kind: 'under-way' });
});

test('is forgotten after a week', async () => {
  await claimKey(register.pool, 'k4', 'r');
  await register.pool.query(
    `update idempotency_key set created_at = created_at - interval '8 days' where key_sha256 = 'k4'`,
  );
  expect(await forgetOldKeys(register.pool)).toBe(1);
});
