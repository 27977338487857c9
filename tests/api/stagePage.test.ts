import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodId } from '../../contracts/ids.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { form, hidden, multipart, type Part } from './support/formBody.ts';
import { MORNING, NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
const DRAFTER = 'truong-phong-tc-kh';
const ASKED = 'chanh-van-phong';
const owed = (stage: string, party: string, process = '7-support') =>
  `${periodId(NOTICE, process, `2020-11-30-${stage}`)}/${party}`;
const link = (stage: string, party: string, process?: string) =>
  `/r/${office.link('report', party, owed(stage, party, process))}`;
const get = (url: string) => office.api.inject(url);
const handIn = async (url: string, obligation: string, more: Part[]) => {
  const page = await get(url);
  const parts: Part[] = [['once', hidden(page.body, 'once')], ['obligation', obligation], ...more];
  return office.api.inject({ method: 'POST', url, ...multipart(parts) });
};

beforeAll(async () => {
  office = await openOffice();
  for (const stage of ['draft', 'consult', 'absorb']) {
    const plan = planPeriod(office.notice, '7-support', `2020-11-30-${stage}`);
    await openPeriod(office.register.pool, plan, MORNING);
  }
  const optional = planPeriod(office.notice, '2d-helper-team', '2020-11-30-draft');
  await openPeriod(office.register.pool, optional, MORNING);
});
afterAll(() => office.close());

describe('the page of a drafting', () => {
  test('shows the stage by its name, and never calls it a report', async () => {
    const { body } = await get(link('draft', DRAFTER));
    expect(body).toContain('Dự thảo cơ chế – hạn 18/11/2020');
    expect(body).toContain('Gửi bản dự thảo');
    expect(body).toContain('chưa có bản dự thảo, quá hạn');
    expect(body).not.toContain('Gửi báo cáo');
    expect(body).not.toContain('value="nothing"');
  });

  test('shows those who are consulted the draft, with its files, and nobody else', async () => {
    const sent = await handIn(link('draft', DRAFTER), owed('draft', DRAFTER), [
      ['kind', 'report'],
      ['body', 'Điều 1. <script>Mức hỗ trợ</script>\nĐiều 2.'],
      ['files', { name: 'dự thảo.txt', content: Buffer.from('toàn văn\n') }],
    ]);
    expect(sent.statusCode, sent.body).toBe(201);
    const { body } = await get(link('consult', ASKED));
    expect(body).toContain('<p>Điều 1. &lt;script>Mức hỗ trợ&lt;/script></p>');
    expect(body).toContain('Nhất trí với dự thảo');
    expect(body).toContain('chưa có ý kiến'); // its time is over, and that is all it says
    expect(body).not.toContain('quá hạn');
    const [, file] = /href="([^"]*\/files\/[^"]*)"/.exec(body) ?? [];
    const download = await get(file ?? '');
    expect(download.statusCode).toBe(200);
    expect(download.body).toBe('toàn văn\n');
    expect(download.headers['content-disposition']).toContain('attachment');
    const id = file?.split('/').at(-1) ?? '';
    const elsewhere = `/r/${office.link('report', 'chu-tich-mttq', office.owed('chu-tich-mttq'))}`;
    expect((await get(`${elsewhere}/files/${id}`)).statusCode).toBe(404);
    expect((await get(`${link('absorb', DRAFTER)}/files/${id}`)).statusCode).toBe(404);
  });

  test('takes each comment’s answer, and the absorbing once all are answered', async () => {
    const opinion = await handIn(link('consult', ASKED), owed('consult', ASKED), [
      ['kind', 'report'],
      ['body', 'Nâng mức hỗ trợ.'],
    ]);
    expect(opinion.statusCode, opinion.body).toBe(201);
    const url = link('absorb', DRAFTER);
    const absorb: Part[] = [
      ['kind', 'report'],
      ['body', 'Bản tiếp thu.'],
    ];
    const early = await handIn(url, owed('absorb', DRAFTER), absorb);
    expect(early.statusCode).toBe(422);
    expect(early.body).toContain('Còn ý kiến chưa trả lời: Chánh Văn phòng NTM huyện');
    expect(early.body).toContain('Bản tiếp thu.'); // what was typed is there again

    const [, action = ''] = /action="([^"]*\/comments\/[^"]*)"/.exec(early.body) ?? [];
    const answer = (fields: Record<string, string>) =>
      office.api.inject({ method: 'POST', url: action, ...form(fields) });
    expect((await answer({ absorbed: 'no', why: ' ' })).statusCode).toBe(422);
    const answered = await answer({ absorbed: 'no', why: 'Vượt dự toán.' });
    expect(answered.statusCode).toBe(303);
    expect(answered.headers.location).toBe(url);
    const page = await get(url);
    expect(page.body).toContain('Không tiếp thu</span>');
    expect(page.body).toContain('Vượt dự toán.');
    expect((await handIn(url, owed('absorb', DRAFTER), absorb)).statusCode).toBe(201);
    const others = action.replace(url, link('consult', ASKED));
    const foreign = await office.api.inject({
      method: 'POST',
      url: others,
      ...form({ absorbed: 'yes' }),
    });
    expect(foreign.statusCode).toBe(404);
  });

  test('says "no proposal" in words of its own, and closes what is optional with it', async () => {
    const url = link('draft', ASKED, '2d-helper-team');
    expect((await get(url)).body).toContain('Xác nhận không đề xuất nội dung này.');
    const sent = await handIn(url, owed('draft', ASKED, '2d-helper-team'), [
      ['kind', 'nothing'],
      ['confirm-nothing', 'yes'],
    ]);
    expect(sent.statusCode, sent.body).toBe(201);
    const { body } = await get(url);
    expect(body).toContain('không đề xuất');
    expect(body).toContain('Việc này không phải nộp nữa');
    expect(body).not.toContain('name="body"');
  });
});
