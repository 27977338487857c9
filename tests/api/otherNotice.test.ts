import { afterAll, beforeAll, expect, test } from 'vitest';
import { obligationId, periodId } from '../../contracts/ids.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { makeLinkToken } from '../../security/linkToken.ts';
import { noticeOf, SECOND_TEXT } from '../data/noticeFiles.ts';
import { form } from './support/formBody.ts';
import { NOTICE, type Office, openOffice, SECRET } from './support/office.ts';

let office: Office;
let owed: string;
let person: string;
const ID = 'reading-2025';
const KEY = '2025-01-31';
const link = (purpose: 'report' | 'desk', who: string, subject: string) =>
  makeLinkToken({ purpose, noticeId: ID, subject, person: who, generation: 1 }, SECRET);

beforeAll(async () => {
  office = await openOffice();
  const { pool } = office.register;
  const notice = noticeOf(SECOND_TEXT);
  await loadNotice(pool, { notice, now: '2025-01-15T06:30:00.000Z', clock: 'live' });
  const process = notice.directives.flatMap(({ processes }) => processes)[0];
  const plan = planPeriod(notice, process?.id ?? '', KEY);
  office.clock.now = '2025-01-29T08:00:00.000Z';
  await openPeriod(pool, plan, office.clock.now);
  const party = plan.tracks[0]?.parties[0] ?? '';
  owed = obligationId(periodId(ID, plan.processId, KEY), 'main', party);
  const { rows } = await pool.query<{ person_id: string }>(
    'select person_id from holding where notice_id = $1 and party_id = $2',
    [ID, party],
  );
  person = rows[0]?.person_id ?? '';
});
afterAll(() => office.close());

const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

test('speaks the notice’s language and its own time on every page', async () => {
  const report = await office.api.inject(`/r/${link('report', person, owed)}`);
  expect(report.statusCode, report.body).toBe(200);
  expect(report.body).toContain('<html lang="en">');
  expect(report.body).toContain('31 January 2025');
  expect(report.body).not.toMatch(VIETNAMESE);
  const taken = await office.api.inject({
    method: 'POST',
    url: `/r/${link('report', person, owed)}`,
    ...form({ once: '1', kind: 'report', obligation: owed, body: 'All schools have opened.' }),
  });
  expect(taken.statusCode, taken.body).toBe(201);
  expect(taken.body).toContain('10:00 on 29 January 2025'); // Sofia is two hours ahead in winter
  expect(taken.body).not.toMatch(VIETNAMESE);
  for (const who of ['secretary', 'president']) {
    const desk = await office.api.inject(`/d/${link('desk', who, ID)}`);
    expect(desk.statusCode).toBe(200);
    expect(desk.body).not.toMatch(VIETNAMESE);
  }
});

test('keeps two notices in one register apart', async () => {
  const elsewhere = makeLinkToken(
    { purpose: 'report', noticeId: NOTICE, subject: owed, person: 'chu-tich-mttq', generation: 1 },
    SECRET,
  );
  expect((await office.api.inject(`/r/${elsewhere}`)).statusCode).toBe(404);
  const mixed = await office.api.inject({
    method: 'POST',
    url: '/api/v1/obligations/decisions/excuse',
    headers: office.bearer('office'),
    payload: {
      obligations: [owed, office.owed('chu-tich-mttq')],
      ground: 'leave',
      reason: 'nghỉ phép',
    },
  });
  expect(mixed.statusCode).toBe(422);
  const foreign = await office.api.inject({
    method: 'POST',
    url: '/api/v1/obligations/decisions/excuse',
    headers: office.bearer('office'),
    payload: { obligations: [owed], ground: 'leave', reason: 'nghỉ phép' },
  });
  expect(foreign.statusCode).toBe(403);
});
