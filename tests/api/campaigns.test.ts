import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeWorkflowId } from '../../contracts/ids.ts';
import { takeWake } from '../support/register.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.register.pool.query(
    `update process set state = 'running', started_at = '2020-11-11T07:00:00Z' where id = '6-cleanup'`,
  );
});
afterAll(() => office.close());

const PEAKS = `/api/v1/notices/${NOTICE}/processes/6-cleanup/peaks`;
const wanted = {
  from: '2021-03-08',
  to: '2021-03-14',
  call: '2021-03-01',
  returnsDue: '2021-03-19',
  reason: 'Tổ chức bù đợt chưa đủ báo cáo',
};
type Headers = { authorization: string };
const read = async () =>
  (await office.api.inject({ url: PEAKS, headers: office.bearer('office') })).json();
const add = (headers: Headers, over: object = {}, key?: string) =>
  office.api.inject({
    method: 'POST',
    url: PEAKS,
    headers: { ...headers, ...(key !== undefined && { 'idempotency-key': key }) },
    payload: { ...wanted, ...over },
  });

test('reads the peaks that the notice asks for, with each year’s quota', async () => {
  const { countsFrom, years, peaks } = await read();
  expect(countsFrom).toBe(0.9);
  expect(
    years.map(({ year, quota, ahead, lacking }: Record<string, number>) => [
      year,
      quota,
      ahead,
      lacking,
    ]),
  ).toEqual([
    [2020, 1, 1, 0],
    [2021, 3, 3, 0],
    [2022, 3, 3, 0],
  ]);
  expect(peaks).toHaveLength(7);
  expect(peaks[0]).toMatchObject({
    key: '2020-12-25-2020-1',
    state: 'planned',
    owed: 34,
    returned: 0,
  });
});

test('whoever leads the campaign adds a peak, once for a key; it wakes the notice and counts for its year', async () => {
  const lead = await office.tokenFor('party', 'truong-phong-tn-mt');
  const made = await add(lead, {}, 'peak-1');
  expect(made.statusCode).toBe(200);
  expect(made.json().periodKey).toBe('2021-03-19-2021-added-1');
  expect((await add(lead, {}, 'peak-1')).json()).toEqual(made.json());
  expect(await takeWake(office.register.pool, noticeWorkflowId(NOTICE))).toBe(true);
  const { years, peaks } = await read();
  expect(years[1]).toMatchObject({ year: 2021, quota: 3, ahead: 4 });
  expect(peaks.filter(({ added }: { added: boolean }) => added)).toEqual([
    expect.objectContaining({ id: '2021-added-1', state: 'planned', from: '2021-03-08' }),
  ]);
  const { rows } = await office.register.pool.query(
    `select kind, capacity from decision where notice_id = $1`,
    [NOTICE],
  );
  expect(rows).toEqual([{ kind: 'add-peak', capacity: 'truong-phong-tn-mt' }]);
});

test('refuses somebody who does not lead it, and days on which another peak is held, by their field', async () => {
  const other = await office.tokenFor('party', 'truong-phong-tc-kh');
  expect((await add(other)).statusCode).toBe(403);
  const taken = await add(office.bearer('office'), { from: '2021-01-20', call: '2021-01-15' });
  expect(taken.statusCode).toBe(422);
  expect(taken.json().errors[0].pointer).toBe('/from');
});

test('a process that is no campaign has no peaks', async () => {
  const url = PEAKS.replace('6-cleanup', '5-reports');
  expect((await office.api.inject({ url, headers: office.bearer('office') })).statusCode).toBe(404);
});
