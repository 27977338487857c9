import { afterAll, beforeAll, expect, test } from 'vitest';
import { obligationId, periodId } from '../../contracts/ids.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { MORNING, NOTICE, type Office, openOffice } from './support/office.ts';

const MEMBERS = 500;
let office: Office;
let base: string;
const KEY = '2020-12-14';
const PERIOD = periodId(NOTICE, '5-reports', KEY);
const owed = (n: number) => obligationId(PERIOD, 'main', `member-${n}`);

beforeAll(async () => {
  office = await openOffice({ connections: 20 });
  const { pool } = office.register;
  const members = Array.from({ length: MEMBERS }, (_, n) => `member-${n}`);
  for (const sql of [
    `insert into person (notice_id, id) select $1, unnest($2::text[])`,
    `insert into person_contact (notice_id, person_id, name, address) select $1, m, m, m || '@example.test' from unnest($2::text[]) m`,
    `insert into party (notice_id, id, kind, title) select $1, m, 'position', m from unnest($2::text[]) m`,
  ]) {
    await pool.query(sql, [NOTICE, members]);
  }
  await pool.query(
    `insert into holding (notice_id, party_id, person_id, sole, since) select $1, m, m, true, $3 from unnest($2::text[]) m`,
    [NOTICE, members, '2020-11-11T07:00:00.000Z'],
  );
  const plan = planPeriod(office.notice, '5-reports', KEY);
  const tracks = plan.tracks.map((track) =>
    track.key === 'main' ? { ...track, parties: members } : track,
  );
  await openPeriod(pool, { ...plan, tracks }, MORNING);
  base = await office.api.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => office.close());

test('answers 500 members who hand in at the same moment with 500 receipts', async () => {
  const answers = await Promise.all(
    Array.from({ length: MEMBERS }, async (_, n) => {
      const body = new FormData();
      body.append('once', `once-${n}`);
      body.append('kind', 'report');
      body.append('obligation', owed(n));
      body.append('body', `báo cáo của thành viên ${n}`);
      const link = office.link('report', `member-${n}`, owed(n));
      const answer = await fetch(`${base}/r/${link}`, { method: 'POST', body });
      return { status: answer.status, number: /2020-\d{6}/.exec(await answer.text())?.[0] };
    }),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(MEMBERS);
  expect(new Set(answers.map(({ number }) => number)).size).toBe(MEMBERS);
  const { rows } = await office.register.pool.query(
    `select outcome, n from period_counter where period_id = $1 and track = 'main' and n > 0`,
    [PERIOD],
  );
  expect(rows).toEqual([{ outcome: 'on-time', n: MEMBERS }]);
}, 90_000);

test('lists them all by cursor, none twice, none left out, while more come in', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const answer = await office.api.inject({
      url: `/api/v1/notices/${NOTICE}/obligations?period=${KEY}&track=main&limit=120${cursor}`,
      headers: office.bearer('office'),
    });
    const { items, next } = answer.json();
    seen.push(...items.map((one: { id: string }) => one.id));
    cursor = next === null ? '' : `&cursor=${next}`;
  } while (cursor !== '');
  expect(seen).toHaveLength(MEMBERS);
  expect(new Set(seen).size).toBe(MEMBERS);
});

test.each([
  'nonsense',
  Buffer.from('[1]').toString('base64url'),
  Buffer.from('{}').toString('base64url'),
])('refuses the cursor %s', async (cursor) => {
  const answer = await office.api.inject({
    url: `/api/v1/notices/${NOTICE}/obligations?cursor=${cursor}`,
    headers: office.bearer('office'),
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.json().errors[0].pointer).toBe('/querystring/cursor');
});
