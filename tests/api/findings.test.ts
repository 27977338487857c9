import { afterAll, beforeAll, expect, test } from 'vitest';
import { form, hidden } from './support/formBody.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';
import { fallSilent } from './support/silence.ts';

let office: Office;
let ids: Map<string, string>;
const SILENT = ['chu-tich-mttq', 'truong-ban-dan-van', 'chu-tich-hoi-nong-dan'];
const finding = (party: string): string => ids.get(party) ?? '';
beforeAll(async () => {
  office = await openOffice();
  ids = await fallSilent(office, SILENT);
});
afterAll(() => office.close());

const decide = (
  headers: Record<string, string>,
  party: string,
  what: string,
  payload: Record<string, string> = { reason: 'đã xem xét kỹ' },
) =>
  office.api.inject({
    method: 'POST',
    url: `/api/v1/findings/${finding(party)}/${what}`,
    headers,
    payload,
  });

test('lists findings with their evidence, page by page', async () => {
  const seen: string[] = [];
  let cursor = '';
  for (let pages = 0; pages < 5; pages++) {
    const answer = await office.api.inject({
      url: `/api/v1/notices/${NOTICE}/findings?limit=2${cursor}`,
      headers: office.bearer('office'),
    });
    const { items, next } = answer.json();
    seen.push(...items.map((one: { partyId: string }) => one.partyId));
    expect(items[0].evidence).toHaveLength(2);
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(seen.sort()).toEqual([...SILENT].sort());
});

test('lets the person found read the record and answer it, and nobody else', async () => {
  const id = finding('chu-tich-mttq');
  const token = office.link('finding', 'chu-tich-mttq', id);
  const page = await office.api.inject(`/f/${token}`);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Chưa có báo cáo của Chủ tịch Ủy ban MTTQ huyện');
  expect(page.body).toContain('bị trả lại');
  expect(page.body).not.toContain('không đi chỉ đạo'); // the words are not released
  expect(page.body).toContain('Thông báo số …/TB-BCĐXDNTM');
  expect(page.body).toContain('Ghi nhận này không tự rút theo báo cáo gửi muộn');
  const [, reportPath = ''] = /<a href="(\/r\/[^"]+)">Mở trang nộp báo cáo/.exec(page.body) ?? [];
  expect((await office.api.inject(reportPath)).body).toContain('Gửi báo cáo');
  const short = await office.api.inject({
    method: 'POST',
    url: `/f/${token}`,
    ...form({ once: 's', body: 'có' }),
  });
  expect(short.statusCode).toBe(422);
  expect(short.body).toMatch(/từ 3 đến 4\.000 ký tự.*>có<\/textarea>/s);
  const body = 'Báo cáo giấy đã gửi ngày 27/11. <script>x</script>';
  const answered = await office.api.inject({
    method: 'POST',
    url: `/f/${token}`,
    ...form({ once: hidden(page.body, 'once'), body }),
  });
  expect(answered.statusCode).toBe(201);
  expect(answered.body).toContain('Đã ghi giải trình.');
  expect(answered.body).toContain('&lt;script>');
  const stranger = office.link('finding', 'truong-ban-dan-van', id);
  expect((await office.api.inject(`/f/${stranger}`)).statusCode).toBe(403);
  const read = await office.api.inject({
    url: `/api/v1/findings/${id}`,
    headers: office.bearer('party'),
  });
  expect(read.json().answers).toEqual([{ at: office.clock.now, body }]);
});

test('is released by those whom the settings name, with its letter, and by nobody else', async () => {
  expect(
    (await decide(office.bearer('supervisor'), 'truong-ban-dan-van', 'release')).statusCode,
  ).toBe(403);
  const released = await decide(office.bearer('office'), 'truong-ban-dan-van', 'release');
  expect(released.statusCode, released.body).toBe(200);
  const { rows } = await office.register.pool.query(
    `select f.state, l.person_id, t.document::text as document from finding f
     join letter l on l.kind = 'finding-released' join letter_text t on t.letter_id = l.id where f.id = $1`,
    [finding('truong-ban-dan-van')],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ state: 'released', person_id: 'truong-ban-dan-van' });
  expect(String(rows[0]?.document)).toContain('không đi chỉ đạo');
  const again = await decide(office.bearer('office'), 'truong-ban-dan-van', 'release');
  expect(again.statusCode).toBe(409);
  const token = office.link('finding', 'truong-ban-dan-van', finding('truong-ban-dan-van'));
  expect((await office.api.inject(`/f/${token}`)).body).toContain('không đi chỉ đạo');
});

test('is reversed by the chair alone, for a member, and stays readable as reversed', async () => {
  const party = 'chu-tich-hoi-nong-dan';
  expect((await decide(office.bearer('supervisor'), party, 'reverse')).statusCode).toBe(403);
  expect((await decide(office.bearer('head'), party, 'reverse')).statusCode).toBe(200);
  const token = office.link('finding', party, finding(party));
  const page = await office.api.inject(`/f/${token}`);
  expect(page.body).toContain('đã rút lại bằng quyết định');
  expect(page.body).not.toContain('không tự rút');
  expect(page.body).toContain('<h1>Ghi nhận kỳ 28/11/2020, đã rút lại</h1>');
  expect(page.body).not.toContain('<textarea');
});

test('is answered through the API by the person found alone', async () => {
  const payload = { body: 'Xin giải trình thêm.' };
  const other = await decide(office.bearer('head'), 'chu-tich-mttq', 'answer', payload);
  expect(other.statusCode).toBe(403);
  const own = await decide(office.bearer('party'), 'chu-tich-mttq', 'answer', payload);
  expect(own.statusCode, own.body).toBe(200);
});
