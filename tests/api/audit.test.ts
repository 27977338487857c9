import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuditFinding } from '../../contracts/audit.ts';
import { enterRun } from '../../db/audit/runs.ts';
import { type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => office.register.pool.query('delete from audit_run'));

const unsent: AuditFinding = { code: 'letter-unsent', notice: 'n', ids: ['a', 'b'], n: 2 };
const run = (findings: AuditFinding[]) => enterRun(office.register.pool, { findings, logSeen: {} });
const ready = async (headers = {}) => (await office.api.inject({ url: '/ready', headers })).json();

test('before its first run the auditor says nothing', async () => {
  const answer = await office.api.inject({
    url: '/api/v1/audit',
    headers: office.bearer('admin'),
  });
  expect(answer.json()).toEqual({ items: [] });
  expect(await ready()).toEqual({ status: 'ready' });
});

test('admins read its runs, the newest first', async () => {
  await run([]);
  await run([unsent, { ...unsent, notice: 'm' }]);
  const answer = await office.api.inject({
    url: '/api/v1/audit?limit=1',
    headers: office.bearer('admin'),
  });
  expect(answer.json()).toEqual({
    items: [
      {
        id: expect.any(Number),
        at: expect.stringMatching(/Z$/),
        counts: { 'letter-unsent': 4 },
        findings: [unsent, { ...unsent, notice: 'm' }],
      },
    ],
  });
});

test('what it finds degrades the engine until a run is clean; admins are told the codes', async () => {
  await run([unsent, { ...unsent, notice: 'm' }]);
  expect(await ready()).toEqual({ status: 'degraded' });
  expect(await ready(office.bearer('admin'))).toMatchObject({
    status: 'degraded',
    found: ['letter-unsent'],
  });
  await run([]);
  expect(await ready()).toEqual({ status: 'ready' });
});

test('an auditor that no longer runs degrades it too', async () => {
  await run([]);
  await office.register.pool.query(`update audit_run set at = at - interval '31 minutes'`);
  expect(await ready(office.bearer('admin'))).toMatchObject({
    status: 'degraded',
    found: ['audit-overdue'],
  });
});

test('runs older than ninety days are forgotten', async () => {
  await run([]);
  await office.register.pool.query(`update audit_run set at = at - interval '91 days'`);
  await run([unsent]);
  const { rows } = await office.register.pool.query('select id from audit_run');
  expect(rows).toHaveLength(1);
});
