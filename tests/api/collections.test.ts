import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obligationId, periodId } from '../../contracts/ids.ts';
import { UPDATES } from '../../contracts/messages.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { form, multipart, type Part } from './support/formBody.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

const KEY = '2020-11-25';
const RESULTS = periodId(NOTICE, '2b-results', KEY);
const owed = (party: string, track = 'main') => obligationId(RESULTS, track, party);
/** 17/11/2020, 09:00 in Triệu Sơn: the communes have just been asked. */
const ASKED = '2020-11-17T02:00:00.000Z';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PARTS = [
  'Thành lập và kiện toàn BCĐ',
  'Phân công nhiệm vụ cho các thành viên BCĐ',
  'Báo cáo kết quả thực hiện Chương trình MTQG NTM xã',
];

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  office.clock.now = ASKED;
  await office.register.pool.query(
    `update process set state = 'running', started_at = '2020-11-11T07:00:00Z' where id in ('2b-results', '2c-split')`,
  );
  await openPeriod(office.register.pool, planPeriod(office.notice, '2b-results', KEY), ASKED);
});
afterAll(() => office.close());

const page = async (person: string, obligation: string) =>
  (
    await office.api.inject({
      method: 'GET',
      url: `/r/${office.link('report', person, obligation)}`,
    })
  ).body;
const send = (person: string, obligation: string, parts: Part[]) =>
  office.api.inject({
    method: 'POST',
    url: `/r/${office.link('report', person, obligation)}`,
    ...multipart([
      ['once', randomUUID()],
      ['kind', 'report'],
      ['obligation', obligation],
      ...parts,
    ]),
  });
const get = async (url: string, headers = office.bearer('office')) =>
  (await office.api.inject({ method: 'GET', url: `/api/v1${url}`, headers })).json();
const post = (url: string, body: object, headers = office.bearer('office')) =>
  office.api.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload: body });
const lettersTo = async (person: string, kind: string): Promise<string[]> => {
  const { rows } = await office.register.pool.query<{ document: object }>(
    `select t.document from letter l join letter_text t on t.letter_id = l.id
     where l.person_id = $1 and l.kind = $2 order by l.written_at, l.id`,
    [person, kind],
  );
  return rows.map(({ document }) => JSON.stringify(document));
};

describe('the guidance', () => {
  const link = (path: string) =>
    `/r/${office.link('report', 'ubnd-an-nong', owed('an-nong'))}${path}`;
  let file: string;

  test('is said to be still to come, then stands on the page of those asked, with its files', async () => {
    expect(await page('ubnd-an-nong', owed('an-nong'))).toContain('chưa gửi văn bản hướng dẫn');
    const taken = await send('chanh-van-phong', owed('chanh-van-phong', 'guidance'), [
      ['section-dossier-form', 'Đóng thành một tập, có mục lục. <b>Không ghim</b>'],
      ['files', { name: 'Mẫu 01.pdf', content: PDF }],
    ]);
    expect(taken.statusCode, taken.body.slice(-1500)).toBe(201);
    const now = await page('ubnd-an-nong', owed('an-nong'));
    expect(now).toContain('Đóng thành một tập, có mục lục. &lt;b>Không ghim&lt;/b>');
    expect(now).toContain('Mẫu 01.pdf');
    file = /\/guidance\/([0-9a-f-]{36})/.exec(now)?.[1] ?? '';
    expect(await page('chanh-van-phong', owed('chanh-van-phong', 'guidance'))).not.toContain(
      '/guidance/',
    );
  });

  test('has files that those asked can save, and nobody else behind a link of another period', async () => {
    const got = await office.api.inject({ method: 'GET', url: link(`/guidance/${file}`) });
    expect(got.statusCode).toBe(200);
    expect(got.rawPayload.equals(PDF)).toBe(true);
    expect(got.headers['content-disposition']).toMatch(/^attachment/);
    const other = `/r/${office.link('report', 'chu-tich-mttq', office.owed('chu-tich-mttq'))}`;
    expect(
      (await office.api.inject({ method: 'GET', url: `${other}/guidance/${file}` })).statusCode,
    ).toBe(404);
  });

  test("gives out behind a unit's link no file of another unit's report", async () => {
    await send('ubnd-binh-son', owed('binh-son'), [
      ['body', 'Đã làm'],
      ['files', { name: 'riêng.pdf', content: PDF }],
    ]);
    const { rows } = await office.register.pool.query<{ id: string }>(
      `select id from attachment where file_name = 'riêng.pdf'`,
    );
    const answer = await office.api.inject({
      method: 'GET',
      url: link(`/guidance/${rows[0]?.id}`),
    });
    expect(answer.statusCode).toBe(404);
  });

  test('can be read through the API by whoever was asked, not by others', async () => {
    const asked = await office.tokenFor('party', 'ubnd-an-nong');
    const url = `/notices/${NOTICE}/processes/2b-results/periods/${KEY}/parties/an-nong`;
    const { guidance } = await get(url, asked);
    expect(guidance).toEqual(expect.any(String));
    const path = `/submissions/${guidance}/attachments/${file}`;
    const answer = await office.api.inject({
      method: 'GET',
      url: `/api/v1${path}`,
      headers: asked,
    });
    expect(answer.statusCode).toBe(200);
    const member = await office.tokenFor('party', 'truong-phong-tn-mt');
    const refused = await office.api.inject({
      method: 'GET',
      url: `/api/v1${path}`,
      headers: member,
    });
    expect(refused.statusCode).toBe(403);
  });
});

describe('a dossier', () => {
  const URL = `/notices/${NOTICE}/processes/2b-results/periods/${KEY}/parties/thai-hoa`;
  const titles = (missing: { title: string }[]) => missing.map(({ title }) => title);

  test('names what is missing in the receipt, on the page, in the API and for the review', async () => {
    expect(titles((await get(URL)).missing)).toEqual(PARTS);
    const taken = await send('ubnd-thai-hoa', owed('thai-hoa'), [
      ['section-direction', 'Đã chỉ đạo'],
      ['part', 'committee'],
      ['part', 'no-such-part'],
    ]);
    expect(taken.statusCode).toBe(201);
    expect(taken.body).toContain('Đã nhận, hồ sơ còn thiếu');
    expect(taken.body).not.toContain(PARTS[0]);
    expect(taken.body).toContain(`<li>${PARTS[1]}</li><li>${PARTS[2]}</li>`);
    const [receipt] = await lettersTo('ubnd-thai-hoa', 'receipt');
    expect(receipt).toContain('[Đã nhận, còn thiếu] Báo cáo kèm hồ sơ hạn 24/11/2020');
    expect(receipt).toContain('Hồ sơ còn thiếu');
    expect(receipt).toContain('chậm nhất là hết ngày 24/11/2020');
    expect(receipt).toContain(PARTS[1]);
    expect(receipt).not.toContain(PARTS[0]);
    expect(await page('ubnd-thai-hoa', owed('thai-hoa'))).toContain('Hồ sơ còn thiếu các phần');
    expect(await page('ubnd-thai-hoa', owed('thai-hoa'))).toContain(
      '<h2>Gửi báo cáo kèm hồ sơ</h2>',
    );

    const read = await get(URL);
    expect([read.status, titles(read.missing)]).toEqual(['done-on-time', PARTS.slice(1)]);
    const { items } = await get(
      `/notices/${NOTICE}/submissions?obligation=${encodeURIComponent(owed('thai-hoa'))}`,
    );
    const submission = await get(`/submissions/${items[0].id}`);
    expect([submission.checklist, titles(submission.missing)]).toEqual([
      ['committee'],
      PARTS.slice(1),
    ]);
    const desk = await office.api.inject({
      method: 'GET',
      url: `/d/${office.link('desk', 'chanh-van-phong', NOTICE)}`,
    });
    expect(desk.body).toContain(`${PARTS[1]}\n${PARTS[2]}</textarea>`);
  });

  test('is complete once all versions together have every part; it was in time from the first', async () => {
    await send('dang-uy-thai-hoa', owed('thai-hoa'), [
      ['body', 'Gửi thêm'],
      ['part', 'assignment'],
      ['part', 'results'],
    ]);
    const read = await get(URL);
    expect([read.status, read.missing]).toEqual(['done-on-time', []]);
    expect((await lettersTo('dang-uy-thai-hoa', 'receipt'))[0]).toContain('đã đủ các phần');
    expect(await page('ubnd-thai-hoa', owed('thai-hoa'))).toContain('Hồ sơ đã đủ các phần');
    expect(await page('ubnd-thai-hoa', owed('thai-hoa'))).toMatch(
      /<details><summary>Gửi lại báo cáo kèm hồ sơ/,
    );
  });

  test('is owed by a unit, and is never "nothing"', async () => {
    const asked = await page('ubnd-dan-ly', owed('dan-ly'));
    expect(asked).toContain('<dt>Đơn vị</dt><dd>xã Dân Lý');
    expect(asked).not.toContain('name="confirm-nothing"');
    const nothing = await office.api.inject({
      method: 'POST',
      url: `/r/${office.link('report', 'ubnd-dan-ly', owed('dan-ly'))}`,
      ...form({
        once: 'n',
        kind: 'nothing',
        obligation: owed('dan-ly'),
        'confirm-nothing': 'yes',
      }),
    });
    expect(nothing.statusCode).toBe(422);
  });

  test('is keyed in with the parts that came on paper; a part that no dossier has is refused', async () => {
    const keyIn = (checklist: string[]) =>
      post('/obligations/decisions/key-in', {
        obligations: [owed('tho-dan')],
        channel: 'paper',
        receivedAt: ASKED,
        body: 'Hồ sơ giấy',
        checklist,
        reason: 'Đến bằng văn bản giấy',
      });
    const refused = await keyIn(['comittee']);
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors[0].pointer).toBe('/checklist');
    expect((await keyIn(['committee', 'results'])).statusCode).toBe(201);
    const { missing } = await get(URL.replace('thai-hoa', 'tho-dan'));
    expect(titles(missing)).toEqual([PARTS[1]]);
  });

  test('is asked of nobody whose report needs none', async () => {
    const url = `/notices/${NOTICE}/processes/5-reports/periods/2020-11-28/parties/chu-tich-mttq`;
    expect(await get(url)).toMatchObject({ missing: null, guidance: null });
  });
});

describe('closing a collection with things missing', () => {
  const URL = `/notices/${NOTICE}/processes/2b-results/periods/${KEY}/close`;
  const body = { reason: 'Các xã còn lại báo cáo vào kỳ sau' };

  test('is asked of the period itself, for the chair and for an admin', async () => {
    for (const role of ['head', 'admin'] as const) {
      expect((await post(URL, body, office.bearer(role))).statusCode).toBe(200);
      expect(office.processes.updates.at(-1)).toMatchObject({
        workflowId: RESULTS,
        name: UPDATES.closeByDecision,
        payload: { decision: body, actor: { capacity: role === 'head' ? 'truong-ban' : 'admin' } },
      });
    }
  });

  test('is not for the office, and not for a period that was never opened', async () => {
    expect((await post(URL, body)).statusCode).toBe(403);
    const unknown = URL.replace(KEY, '2020-11-26');
    expect((await post(unknown, body, office.bearer('head'))).statusCode).toBe(404);
    expect((await post(URL, {}, office.bearer('head'))).statusCode).toBe(422);
  });
});

describe('the split', () => {
  const URL = `/notices/${NOTICE}/processes/2c-split/supervision`;
  const DEPUTIES = ['pho-bi-thu-thuong-truc', 'pho-bi-thu-chu-tich'];
  const lists = () =>
    (office.notice.supervision?.list ?? []).map(({ deputy, units }) => ({
      deputy,
      units: [...units],
    }));
  const record = (over: object = {}) =>
    post(URL, {
      signedOn: '2020-11-16',
      number: '15/TB',
      lists: lists(),
      reason: 'Đã ký',
      ...over,
    });

  test('leaves every unit without a deputy until it is recorded', async () => {
    const now = await get(URL);
    expect([now.recorded, now.lists, now.lacking.length]).toEqual([null, [], 34]);
  });

  test('is refused with every unit at fault named, and when it is signed in time to come', async () => {
    const [first, second] = lists();
    const wrong = [
      { deputy: first?.deputy, units: [...(first?.units ?? []), 'thai-hoa'] },
      {
        deputy: second?.deputy,
        units: (second?.units ?? []).filter((unit) => unit !== 'tho-binh'),
      },
    ];
    const refused = await record({ lists: wrong });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().detail).toContain('under two deputies, or twice under one: thai-hoa');
    expect(refused.json().detail).toContain('left out: tho-binh');
    expect((await record({ signedOn: '2020-11-18' })).statusCode).toBe(422);
    expect((await get(URL)).lacking).toHaveLength(34);
  });

  test('is recorded by the office alone, tells both deputies their units, and is read as it stands', async () => {
    for (const role of ['admin', 'head', 'supervisor'] as const) {
      expect(
        (
          await post(
            URL,
            { signedOn: '2020-11-16', lists: lists(), reason: 'Đã ký' },
            office.bearer(role),
          )
        ).statusCode,
      ).toBe(403);
    }
    const recorded = await record();
    expect([recorded.statusCode, recorded.json().changed]).toEqual([200, 34]);
    const now = await get(URL, office.bearer('party'));
    expect(now.recorded).toMatchObject({
      signedOn: '2020-11-16',
      number: '15/TB',
      recordedAt: ASKED,
    });
    expect(now.lacking).toEqual([]);
    const found = new Map<string, unknown[]>(
      now.lists.map((list: { deputy: string; units: unknown[] }) => [list.deputy, list.units]),
    );
    for (const deputy of DEPUTIES) {
      expect(found.get(deputy)).toHaveLength(17);
      const [letter] = await lettersTo(deputy, 'supervision');
      expect(letter).toContain('số 15/TB, ngày 16/11/2020');
    }
    expect((await lettersTo('pho-bi-thu-thuong-truc', 'supervision'))[0]).toContain('xã An Nông');
    expect(await lettersTo('pho-chu-tich', 'supervision')).toEqual([]);
  });

  test('is not looked for at a process that produces none', async () => {
    const other = URL.replace('2c-split', '7-support');
    expect(
      (await post(other, { signedOn: '2020-11-16', lists: lists(), reason: 'Đã ký' })).statusCode,
    ).toBe(404);
  });
});
