import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../db/access/tokens.ts';
import { MORNING, NOTICE, type Office, openOffice, PERIOD } from './support/office.ts';

let office: Office;
let submission: string;
const N = `/api/v1/notices/${NOTICE}`;
const get = (url: string, role: Role = 'office') =>
  office.api.inject({ url, headers: office.bearer(role) });
const send = (method: 'POST' | 'PUT', url: string, payload: object, role: Role = 'office') =>
  office.api.inject({ method, url, headers: office.bearer(role), payload });

beforeAll(async () => {
  office = await openOffice();
  const handed = await send(
    'POST',
    `${N}/submissions`,
    { obligations: [office.owed('chu-tich-mttq')], body: 'báo cáo', answers: { results: 'tốt' } },
    'party',
  );
  expect(handed.statusCode, handed.body).toBe(201);
  submission = handed.json().submissionId;
});
afterAll(() => office.close());

test('shows a submission to whom it concerns, and lists it page by page', async () => {
  const read = await get(`/api/v1/submissions/${submission}`, 'party');
  expect(read.json()).toMatchObject({
    body: 'báo cáo',
    answers: { results: 'tốt' },
    channel: 'api',
  });
  const mine = await get(`${N}/submissions`, 'party');
  expect(mine.json().items).toHaveLength(1);
  const supervisor = await get(
    `${N}/submissions?obligation=${office.owed('chu-tich-mttq')}`,
    'supervisor',
  );
  expect(supervisor.json().items).toHaveLength(1);
  expect((await get(`${N}/submissions`, 'supervisor')).json().items).toEqual([]);
  const reviewed = await get(
    `${N}/submissions?review=accepted&period=${encodeURIComponent(PERIOD)}`,
  );
  expect(reviewed.json()).toEqual({ items: [], next: null });
});

test('hands in for nobody else', async () => {
  const other = { obligations: [office.owed('truong-phong-tn-mt')], body: 'x' };
  expect((await send('POST', `${N}/submissions`, other, 'party')).statusCode).toBe(403);
  const signed = { ...other, signedBy: 'truong-phong-tn-mt' };
  const refused = await send('POST', `${N}/submissions`, signed, 'party');
  expect(refused.statusCode).toBe(403);
  expect(refused.json().errors[0].pointer).toBe('/signedBy');
  expect((await send('POST', `${N}/submissions`, signed, 'admin')).statusCode).toBe(201);
});

test('reviews: accepts, notes the signed original, asks for a supplement through the process', async () => {
  const on = (what: string, payload: object) =>
    send('POST', `/api/v1/submissions/${submission}/${what}`, payload);
  expect((await on('signed-original', { number: '12/BC-MTTQ' })).statusCode).toBe(200);
  const supplement = { comment: 'thêm số liệu', dueDate: '2020-12-04' };
  expect((await on('supplement', supplement)).statusCode).toBe(200);
  expect(office.processes.updates.at(-1)).toMatchObject({
    workflowId: PERIOD,
    name: 'askForSupplement',
    payload: { at: MORNING, decision: { submission, obligations: [office.owed('chu-tich-mttq')] } },
  });
  expect((await on('accept', { comment: 'đạt' })).statusCode).toBe(200);
  expect((await on('accept', {})).statusCode).toBe(409);
  const read = (await get(`/api/v1/submissions/${submission}`)).json();
  expect(read).toMatchObject({ review: 'accepted', signedOriginalNo: '12/BC-MTTQ' });
});

test('keys in a paper receipt as JSON, and refuses one received in the future', async () => {
  const paper = {
    obligations: [office.owed('truong-phong-gd-dt')],
    channel: 'paper',
    receivedAt: '2020-11-26T16:00:00+07:00',
    reason: 'công văn đến số 45',
  };
  const url = '/api/v1/obligations/decisions/key-in';
  const keyed = await send('POST', url, paper);
  expect(keyed.statusCode, keyed.body).toBe(201);
  expect(keyed.json()).toMatchObject({ receivedAt: '2020-11-26T09:00:00.000Z', late: false });
  const future = await send('POST', url, { ...paper, receivedAt: '2020-12-26T16:00:00+07:00' });
  expect(future.statusCode).toBe(422);
  expect(future.json().errors[0].pointer).toBe('/receivedAt');
});

test('sends what moves time to the period with who decides and why, after the register was asked', async () => {
  const url = '/api/v1/obligations/decisions';
  const obligations = [office.owed('truong-cum-3')];
  const reason = 'theo đề nghị';
  const extend = { obligations, dueDate: '2020-12-02', reason };
  const refused = await send('POST', `${url}/extend`, extend, 'supervisor');
  expect(refused.statusCode).toBe(403);
  expect(refused.json().detail).toContain('the chair decides for members');
  expect((await send('POST', `${url}/extend`, extend, 'head')).statusCode).toBe(200);
  expect((await send('POST', `${url}/cancel`, { obligations, reason }, 'admin')).statusCode).toBe(
    200,
  );
  expect(office.processes.updates.slice(-2)).toMatchObject([
    { workflowId: PERIOD, name: 'extend', payload: { actor: { capacity: 'truong-ban' } } },
    { workflowId: PERIOD, name: 'cancelObligations', payload: { actor: { capacity: 'admin' } } },
  ]);
  const unknown = { ...extend, obligations: [`${PERIOD}/nobody`] };
  expect((await send('POST', `${url}/extend`, unknown, 'head')).statusCode).toBe(404);
});

test('never lets anybody decide for himself', async () => {
  const own = await office.tokenFor('supervisor', 'pho-bi-thu-chu-tich');
  const answer = await office.api.inject({
    method: 'POST',
    url: '/api/v1/obligations/decisions/excuse',
    headers: own,
    payload: {
      obligations: [office.owed('pho-bi-thu-chu-tich')],
      ground: 'leave',
      reason: 'nghỉ phép',
    },
  });
  expect(answer.statusCode).toBe(403);
  expect(answer.json().detail).toBe('nobody decides for himself');
});

test('lists letters without an address and without a link, and takes a bounce once', async () => {
  const list = (await get(`${N}/letters?kind=receipt`)).json();
  expect(list.items.length).toBeGreaterThan(0);
  const [letter] = list.items;
  const read = await get(`/api/v1/letters/${letter.id}`);
  expect(read.body).not.toMatch(/@example\.test|\/r\/|\/d\//);
  const { messageId } = read.json();
  const bounce = (id: string) =>
    send('POST', `/api/v1/letters/${encodeURIComponent(id)}/bounce`, {
      status: '5.1.1',
      code: 550,
    });
  expect((await bounce(messageId)).statusCode).toBe(404); // it has not gone out
  await office.register.pool.query(`update letter set state = 'sent', sent_at = $2 where id = $1`, [
    letter.id,
    MORNING,
  ]);
  expect((await bounce(messageId)).json()).toEqual({ bounced: true });
  expect((await bounce(messageId)).statusCode).toBe(200);
  expect((await bounce('<nobody@example.test>')).statusCode).toBe(404);
  expect((await get(`/api/v1/letters/${letter.id}`)).json()).toMatchObject({
    state: 'bounced',
    failure: '550 5.1.1',
  });
});

test('records inspections and attainment', async () => {
  const inspection = {
    party: 'an-nong',
    inspectedOn: '2020-11-26',
    inspectedBy: 'Đoàn số 1',
    findings: 'Tiêu chí 17 chưa đạt',
  };
  expect((await send('POST', `${N}/inspections`, inspection)).statusCode).toBe(201);
  const unknown = await send('POST', `${N}/inspections`, { ...inspection, party: 'no-such' });
  expect(unknown.statusCode).toBe(404);
  expect((await get(`${N}/inspections?party=an-nong`)).json().items).toMatchObject([
    { findings: 'Tiêu chí 17 chưa đạt', recordedAt: MORNING },
  ]);
  const url = `${N}/parties/an-nong/attainment`;
  expect((await send('PUT', url, { level: 'attained', plannedOn: '2021-06-30' })).statusCode).toBe(
    200,
  );
  expect((await send('PUT', url, { level: 'attained' })).statusCode).toBe(422);
  expect((await get(`${N}/attainment`)).json().items).toMatchObject([{ plannedOn: '2021-06-30' }]);
});

test('shows processes, periods with their steps, rates with titles, and a log that is whole', async () => {
  const processes = (await get(`${N}/processes`)).json().items;
  expect(processes.map((one: { directive: string }) => one.directive).at(-1)).toBe('closing');
  const period = (await get(`${N}/processes/5-reports/periods/2020-11-28`)).json();
  expect(period.steps.map((one: { kind: string }) => one.kind)).toContain('lock');
  expect((await get(`${N}/periods?process=5-reports&state=open`)).json().items).toHaveLength(1);
  const one = await get(
    `${N}/processes/5-reports/periods/2020-11-28/parties/chu-tich-mttq`,
    'party',
  );
  expect(one.json()).toMatchObject({ status: 'done-on-time' });
  const rates = (await get(`${N}/rates?by=supervisor`)).json().items;
  expect(rates.map((rate: { title: string }) => rate.title)).toContain(
    'Bí thư Huyện ủy - Trưởng BCĐ',
  );
  expect((await get(`${N}/rates?by=directive`)).json().items[0]).toMatchObject({ group: '5' });
  const log = (await get(`${N}/log?subject=${encodeURIComponent(PERIOD)}`)).json();
  expect(log.items.length).toBeGreaterThan(2);
  expect(JSON.stringify(log)).not.toContain('báo cáo');
  expect((await get(`${N}/log/verify`)).json()).toMatchObject({ whole: true, firstBreak: null });
});
