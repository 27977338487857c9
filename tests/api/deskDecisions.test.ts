import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obligationId, periodId } from '../../contracts/ids.ts';
import { UPDATES } from '../../contracts/messages.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { form, multipart, type Part } from './support/formBody.ts';
import { NOTICE, type Office, openOffice, PERIOD } from './support/office.ts';
import { fallSilent } from './support/silence.ts';

const DOSSIERS = periodId(NOTICE, '2b-results', '2020-11-25');
const OFFICE = 'chanh-van-phong';
const CHAIR = 'truong-ban';
const DEPUTY = 'pho-bi-thu-thuong-truc';
const LEAD = 'truong-phong-tn-mt';
const MEMBER = 'truong-phong-kt-ht';
const reason = 'theo quyết định của Huyện ủy';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const { pool } = office.register;
  await pool.query(
    `update process set state = 'running', started_at = '2020-11-11T07:00:00Z' where id in ('2b-results', '2c-split', '6-cleanup')`,
  );
  await openPeriod(pool, planPeriod(office.notice, '2b-results', '2020-11-25'), office.clock.now);
  await pool.query('update schedule_step set done_at = at where at <= $1', [office.clock.now]);
});
afterAll(() => office.close());

const deskOf = (person: string) => `/d/${office.link('desk', person, NOTICE)}`;
const open = async (person: string) => (await office.api.inject(deskOf(person))).body;
const send = (person: string, fields: Record<string, string | string[]>) =>
  office.api.inject({ method: 'POST', url: deskOf(person), ...form({ once: 'o', ...fields }) });
const chosen = (value: string) => new RegExp(`<option [^>]*value="${value}" selected`);
const acts = (page: string) =>
  [...page.matchAll(/name="act" value="([^"]+)"/g)].map(([, act]) => act);
const lastUpdate = () => office.processes.updates.at(-1);
const query = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await office.register.pool.query<Row>(sql, values)).rows;
/** Nothing is decided, not even in a process. */
const isRefused = async (person: string, fields: Record<string, string>, status = 403) => {
  const count = async () =>
    (await query<{ n: string }>('select count(*) as n from decision'))[0]?.n;
  const before = [await count(), office.processes.updates.length];
  const answer = await send(person, fields);
  expect(answer.statusCode, answer.body).toBe(status);
  expect([await count(), office.processes.updates.length]).toEqual(before);
  return answer.body;
};

test('each sees the forms of what is his to decide, and no other', async () => {
  const of = async (person: string) => new Set(acts(await open(person)));
  const officeActs = await of(OFFICE);
  for (const act of ['key-in', 'excuse', 'record-supervision', 'add-peak', 'change-holder']) {
    expect(officeActs, act).toContain(act);
  }
  for (const act of ['extend', 'reassign', 'take-out']) expect(officeActs).not.toContain(act);
  const chairs = await of(CHAIR);
  for (const act of ['take-out', 'extend', 'reassign']) expect(chairs, act).toContain(act);
  for (const act of ['record-supervision', 'add-peak']) expect(chairs).not.toContain(act);
  expect(await of(LEAD)).toEqual(new Set(['add-peak']));
  expect(await of(MEMBER)).toEqual(new Set());
});

describe('a period taken out', () => {
  const skip = { act: 'take-out', process: '5-reports', period: '2021-02-14', reason };

  test('the chair merges it into a later one, or skips it for some', async () => {
    const page = await open(CHAIR);
    expect(page).toContain('<option value="2021-02-14">kỳ 14/02/2021</option>');
    const merged = await send(CHAIR, { ...skip, into: '2021-02-28' });
    expect(merged.statusCode, merged.body).toBe(303);
    expect(lastUpdate()).toMatchObject({
      workflowId: `${NOTICE}/5-reports`,
      name: UPDATES.mergePeriod,
      payload: {
        actor: { id: `person:${CHAIR}`, capacity: CHAIR },
        decision: { key: '2021-02-14', into: '2021-02-28', reason },
      },
    });
    const party = ['chu-tich-mttq', MEMBER];
    expect((await send(CHAIR, { ...skip, into: 'skip', party })).statusCode).toBe(303);
    expect(lastUpdate()).toMatchObject({
      name: UPDATES.skipPeriod,
      payload: { decision: { key: '2021-02-14', parties: party } },
    });
  });

  test('neither the office nor a deputy does, whatever is posted', async () => {
    await isRefused(OFFICE, { ...skip, into: 'skip' });
    await isRefused(DEPUTY, { ...skip, into: '2021-02-28' });
  });

  test('what was left open is named, and what was typed stands there still', async () => {
    const body = await isRefused(
      CHAIR,
      { ...skip, into: '', form: 'take-out-5-reports', reason: 'vì <Tết>' },
      422,
    );
    expect(body).toContain('Chưa có hoặc chưa đúng: xử lý kỳ đó thế nào.');
    expect(body).toMatch(chosen('2021-02-14'));
    expect(body).toContain('vì &lt;Tết></textarea>');
    expect(body).toContain('href="#take-out-5-reports"');
  });
});

describe('something passed on', () => {
  const wish = {
    act: 'reassign',
    obligation: obligationId(PERIOD, 'main', MEMBER),
    to: 'truong-phong-noi-vu',
    reason,
  };

  test('the chair passes a member’s report on', async () => {
    const done = await send(CHAIR, { ...wish, dueDate: '2020-12-02' });
    expect(done.statusCode, done.body).toBe(303);
    expect(lastUpdate()).toMatchObject({
      workflowId: PERIOD,
      name: UPDATES.reassign,
      payload: {
        actor: { capacity: CHAIR },
        decision: { obligation: wish.obligation, to: wish.to, dueDate: '2020-12-02' },
      },
    });
  });

  test('nobody passes on what is not under him, nor to whom is not', async () => {
    await isRefused(DEPUTY, wish);
    await isRefused(MEMBER, wish);
    await isRefused(CHAIR, { ...wish, to: CHAIR });
    await isRefused(OFFICE, wish);
  });
});

describe('a post that changes hands', () => {
  const wish = { act: 'change-holder', post: MEMBER, reason };
  const holders = (party: string) =>
    query<{ person: string; name: string; until: string | null }>(
      `select h.person_id as person, c.name, h.until from holding h
       join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
       where h.party_id = $1 order by h.since, h.person_id`,
      [party],
    );

  test('the office enters somebody new, from a day on, under an id of the post', async () => {
    const someone = { name: 'Nguyễn Văn <Mới>', address: 'moi@example.test' };
    const done = await send(OFFICE, { ...wish, coming: 'new', ...someone, since: '2020-12-01' });
    expect(done.statusCode, done.body).toBe(303);
    const change = await query('select coming_id, at from hand_over where party_id = $1', [MEMBER]);
    expect(change).toEqual([{ coming_id: `${MEMBER}-2`, at: '2020-11-30T17:00:00.000Z' }]);
  });

  test('a unit gets one more addressee, and loses one', async () => {
    const added = await send(OFFICE, { ...wish, post: 'an-nong/', coming: 'new', name: 'HĐND xã' });
    expect(added.statusCode, added.body).toBe(303);
    expect((await holders('an-nong')).map(({ person }) => person)).toContain('an-nong-2');
    office.clock.now = '2020-11-27T02:01:00.000Z';
    const gone = { ...wish, post: 'an-nong/an-nong-2', coming: 'nobody' };
    expect((await send(OFFICE, gone)).statusCode).toBe(303);
    const left = (await holders('an-nong')).find(({ person }) => person === 'an-nong-2');
    expect(left?.until).not.toBeNull();
  });

  test('the office’s own head is entered by those above it, nobody by himself, and a day gone by is refused', async () => {
    await isRefused(OFFICE, { ...wish, post: OFFICE, coming: 'new', name: 'Người khác' });
    await isRefused(OFFICE, { ...wish, coming: 'known', person: OFFICE });
    await isRefused(MEMBER, { ...wish, post: LEAD, coming: 'nobody' });
    await isRefused(DEPUTY, { ...wish, coming: 'nobody' });
    const late = {
      ...wish,
      post: LEAD,
      coming: 'nobody',
      since: '2020-11-01',
      form: 'change-holder',
    };
    expect(await isRefused(OFFICE, late, 422)).toContain('từ ngày nào');
    const mute = await isRefused(OFFICE, { ...wish, form: 'change-holder' }, 422);
    expect(mute).toContain('Chưa có hoặc chưa đúng: người thay.');
  });
});

describe('a further peak', () => {
  const days = {
    call: '2021-03-01',
    from: '2021-03-08',
    to: '2021-03-14',
    returnsDue: '2021-03-19',
  };
  const wish = { act: 'add-peak', process: '6-cleanup', ...days, reason };

  test('is added by whoever leads the campaign', async () => {
    const done = await send(LEAD, wish);
    expect(done.statusCode, done.body).toBe(303);
    const [added] = await query<{ key: string }>('select key from decided_period');
    expect(added?.key).toContain('2021-03-19');
  });

  test('and by nobody else but the office', async () => {
    await isRefused(CHAIR, wish);
    await isRefused(MEMBER, wish);
  });

  test('days that will not do come back as they were typed', async () => {
    const body = await isRefused(
      OFFICE,
      { ...wish, returnsDue: '2021-03-02', form: 'add-peak-6-cleanup' },
      422,
    );
    expect(body).toContain('value="2021-03-02"');
  });
});

describe('the split', () => {
  const wish = (deputyOf: (at: number) => string): Record<string, string> => ({
    act: 'record-supervision',
    process: '2c-split',
    form: 'split-2c-split',
    signedOn: '2020-11-27',
    number: '15/TB-BCĐ',
    reason,
    ...Object.fromEntries(
      (office.notice.units?.list ?? []).map(({ id }, at) => [`unit:${id}`, deputyOf(at)]),
    ),
  });
  const halves = (at: number) => (at < 17 ? DEPUTY : 'pho-bi-thu-chu-tich');

  test('a unit without a deputy is named, the others stand as chosen', async () => {
    const body = await isRefused(
      OFFICE,
      wish((at) => (at === 2 ? '' : halves(at))),
      422,
    );
    expect(body).toContain('Chưa chọn đồng chí phụ trách: xã An Nông.');
    expect(body).toContain('value="15/TB-BCĐ"');
  });

  test('is the office’s to record: not the chair’s, not a deputy’s', async () => {
    await isRefused(CHAIR, wish(halves));
    await isRefused(DEPUTY, wish(halves));
    const done = await send(OFFICE, wish(halves));
    expect(done.statusCode, done.body).toBe(303);
    const counts = await query(
      `select supervisor_id as deputy, count(*)::int as units from supervision s join party p on p.id = s.party_id and p.kind = 'unit'
       where s.until is null group by 1 order by 1`,
    );
    expect(counts).toEqual([
      { deputy: 'pho-bi-thu-chu-tich', units: 17 },
      { deputy: DEPUTY, units: 17 },
    ]);
    expect(await open(OFFICE)).toMatch(chosen(DEPUTY));
  });
});

describe('a dossier on paper', () => {
  const dossier = obligationId(DOSSIERS, 'main', 'binh-son');
  const parts = (office: Office) => {
    const { processes } = office.notice.directives.find(({ no }) => no === '2') ?? {
      processes: [],
    };
    const process = processes.find(({ id }) => id === '2b-results');
    return process?.kind === 'collection' ? process.checklist.map(({ id }) => id) : [];
  };
  const keyIn = (person: string, more: Part[]) =>
    office.api.inject({
      method: 'POST',
      url: deskOf(person),
      ...multipart([
        ['once', 'k'],
        ['act', 'key-in'],
        ['form', 'key-in'],
        ['channel', 'paper'],
        ['receivedOn', '2020-11-24'],
        ['receivedTime', '10:00'],
        ['body', 'Công văn số 12 của xã'],
        ['reason', 'nằm trong khay thư'],
        ...more,
      ]),
    });

  test('is keyed in with the parts that came', async () => {
    const [first = '', second = ''] = parts(office);
    const done = await keyIn(OFFICE, [
      ['obligation', dossier],
      ['part', `2b-results/${first}`],
      ['part', `2b-results/${second}`],
    ]);
    expect(done.statusCode, done.body).toBe(303);
    const taken = await query('select t.checklist from submission_text t');
    expect(taken).toEqual([{ checklist: [first, second] }]);
  });

  test('parts of it with another report are a slip, which is said; the ticks stay', async () => {
    const ticked = `2b-results/${parts(office)[0]}`;
    const refused = await keyIn(OFFICE, [
      ['obligation', obligationId(PERIOD, 'main', LEAD)],
      ['part', ticked],
    ]);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('các phần của hồ sơ');
    expect(refused.body).toMatch(
      new RegExp(`checked[^>]*value="${ticked}"|value="${ticked}"[^>]*checked`),
    );
    expect(refused.body).toContain('Công văn số 12 của xã</textarea>');
  });

  test('nobody but the office keys in', async () => {
    expect((await keyIn(CHAIR, [['obligation', dossier]])).statusCode).toBe(403);
  });
});

test('a list of what is due once names it by its due day', async () => {
  const page = await open(OFFICE);
  expect(page).toContain('xã An Nông – hạn 24/11/2020 – ');
  expect(page).not.toContain('25/11/2020');
});

test('what the office has handed in itself is reviewed above it: it sees no form for its own', async () => {
  const obligation = obligationId(DOSSIERS, 'guidance', OFFICE);
  const sent = await office.api.inject({
    method: 'POST',
    url: `/api/v1/notices/${NOTICE}/submissions`,
    headers: await office.tokenFor('party', OFFICE),
    payload: { obligations: [obligation], body: 'báo cáo của chính Văn phòng' },
  });
  expect(sent.statusCode, sent.body).toBe(201);
  expect(await open(OFFICE)).not.toContain('báo cáo của chính Văn phòng');
  const above = await open('pho-chu-tich');
  expect(above).toContain('báo cáo của chính Văn phòng');
  const [{ id = '' } = {}] = await query<{ id: string }>(
    `select s.id from submission s join submission_obligation so on so.submission_id = s.id where so.obligation_id = $1`,
    [obligation],
  );
  await isRefused(OFFICE, { act: 'accept', submission: id });
  expect((await send('pho-chu-tich', { act: 'accept', submission: id })).statusCode).toBe(303);
});

test('sent again after the processes did not answer, a form is the same decision', async () => {
  await fallSilent(office, ['chu-tich-mttq']);
  const { Problem } = await import('../../api/problems/problem.ts');
  office.processes.failNext = new Problem('unavailable', 'away', { retryAfterSeconds: 10 });
  const fields = {
    act: 'extend',
    form: `extend-${office.owed('chu-tich-mttq')}`,
    obligation: office.owed('chu-tich-mttq'),
    dueDate: '2020-12-05',
    reason,
  };
  const away = await send(CHAIR, { ...fields, once: 'the first time' });
  expect(away.statusCode).toBe(503);
  expect(away.body).toContain('name="once" value="the first time"');
  expect(away.body).toContain('value="2020-12-05"');
});
