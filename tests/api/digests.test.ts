import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DigestDraft } from '../../contracts/digest.ts';
import { obligationId, periodId } from '../../contracts/ids.ts';
import type { DigestParagraph } from '../../contracts/letters.ts';
import { keepDraft } from '../../db/digests/readDigestFacts.ts';
import { openPeriod } from '../../db/periods/openPeriod.ts';
import { inTransaction } from '../../db/transaction.ts';
import { paragraphsIn, textOf } from '../../domain/digest/paragraphText.ts';
import { planPeriod } from '../../domain/plan/planProcess.ts';
import { form } from './support/formBody.ts';
import { NOTICE, type Office, openOffice } from './support/office.ts';

let office: Office;
const KEY = '2020-11-30';
const PERIOD = periodId(NOTICE, 'closing-digest', KEY);
const URL = `/api/v1/notices/${NOTICE}/processes/closing-digest/periods/${KEY}/digest`;
const CUT_OFF = '2020-11-30T06:00:00.000Z';
const draft: DigestDraft = {
  noticeId: NOTICE,
  periodKey: KEY,
  cutOff: CUT_OFF,
  reports: [],
  processes: [],
  proposals: [],
  office: [],
};
beforeAll(async () => {
  office = await openOffice();
  office.clock.now = '2020-11-30T07:00:00.000Z';
  const { pool } = office.register;
  await openPeriod(pool, planPeriod(office.notice, 'closing-digest', KEY), CUT_OFF);
  await inTransaction(pool, (transaction) =>
    keepDraft(transaction, { periodId: PERIOD, noticeId: NOTICE, draft, now: CUT_OFF }),
  );
});
afterAll(() => office.close());

test('cannot be handed in as if it were a report', async () => {
  const refused = await office.api.inject({
    method: 'POST',
    url: `/api/v1/notices/${NOTICE}/submissions`,
    headers: office.bearer('office'),
    payload: {
      obligations: [obligationId(PERIOD, 'main', 'chanh-van-phong')],
      signedBy: 'chanh-van-phong',
      kind: 'report',
      body: 'Đã xong.',
    },
  });
  expect(refused.statusCode, refused.body).toBe(422);
  expect(refused.json().detail).toContain('release the one that has been drafted');
});

test('is drafted by the register, edited by the office and released to the chair, once', async () => {
  const headers = office.bearer('office');
  const read = await office.api.inject({ url: URL, headers });
  expect(read.statusCode, read.body).toBe(200);
  expect(read.json()).toMatchObject({ edited: false, releasedAt: null });
  const paragraphs = [
    { type: 'heading', text: 'Tình hình' },
    { type: 'table', head: ['Đơn vị', 'Số'], rows: [['Ban Tuyên giáo', '1']] },
  ];
  const edited = await office.api.inject({
    method: 'PUT',
    url: URL,
    headers,
    payload: { paragraphs },
  });
  expect(edited.statusCode, edited.body).toBe(200);
  expect((await office.api.inject({ url: URL, headers })).json()).toMatchObject({
    edited: true,
    paragraphs,
  });

  const release = () =>
    office.api.inject({
      method: 'POST',
      url: `${URL}/release`,
      headers,
      payload: { reason: 'đã duyệt' },
    });
  const both = await Promise.all([release(), release()]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  const { rows } = await office.register.pool.query(
    `select l.person_id, l.kind, g.letter_id = l.id as linked, o.outcome, t.document::text as document
     from digest g join letter l on l.id = g.letter_id join letter_text t on t.letter_id = l.id
     join obligation o on o.period_id = g.period_id and o.track = 'main' where g.period_id = $1`,
    [PERIOD],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    person_id: 'truong-ban',
    kind: 'digest',
    linked: true,
    outcome: 'on-time',
  });
  expect(String(rows[0]?.document)).toContain('Ban Tuyên giáo');
  const late = await office.api.inject({
    method: 'PUT',
    url: URL,
    headers,
    payload: { paragraphs },
  });
  expect(late.statusCode).toBe(409);
});

test('is edited and released on the desk in plain text', async () => {
  const key = '2020-12-16';
  const { pool } = office.register;
  const now = '2020-12-16T06:00:00.000Z';
  await openPeriod(pool, planPeriod(office.notice, 'closing-digest', key), now);
  const id = periodId(NOTICE, 'closing-digest', key);
  await inTransaction(pool, (transaction) =>
    keepDraft(transaction, {
      periodId: id,
      noticeId: NOTICE,
      draft: { ...draft, periodKey: key },
      now,
    }),
  );
  office.clock.now = now;
  const desk = `/d/${office.link('desk', 'chanh-van-phong', NOTICE)}`;
  const page = await office.api.inject(desk);
  expect(page.body).toContain('Duyệt và gửi');
  const about = { process: 'closing-digest', period: key, once: '1' };
  const words = '# Mục một\n\nNội dung & <b>\n\n- a\n- b';
  const saved = await office.api.inject({
    method: 'POST',
    url: desk,
    ...form({ ...about, act: 'edit-digest', words }),
  });
  expect(saved.statusCode, saved.body).toBe(303);
  expect((await office.api.inject(desk)).body).toContain('Nội dung &amp; &lt;b>');
  const released = await office.api.inject({
    method: 'POST',
    url: desk,
    ...form({ ...about, act: 'release-digest', reason: 'đã duyệt' }),
  });
  expect(released.statusCode, released.body).toBe(303);
  const { rows } = await pool.query('select released_at from digest where period_id = $1', [id]);
  expect(rows).toEqual([{ released_at: now }]);
});

test('answers 404 where none has been drafted', async () => {
  const url = URL.replace(KEY, '2021-01-16');
  expect((await office.api.inject({ url, headers: office.bearer('office') })).statusCode).toBe(404);
});

const line = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => `a${text.replace(/\s+/g, ' ').replaceAll('|', '')}`.trim());
const paragraph: fc.Arbitrary<DigestParagraph> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: line }),
  fc.record({ type: fc.constant('text' as const), text: line }),
  fc.record({
    type: fc.constant('list' as const),
    items: fc.array(line, { minLength: 1, maxLength: 4 }),
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .chain(([width, height]) => {
      const row = fc.array(line, { minLength: width, maxLength: width });
      return fc.record({
        type: fc.constant('table' as const),
        head: row,
        rows: fc.array(row, { minLength: height, maxLength: height }),
      });
    }),
);

test('loses nothing between paragraphs and the text that the office edits', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
      expect(paragraphsIn(textOf(paragraphs))).toEqual(paragraphs);
    }),
  );
});

test('reads whatever the office writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const one of paragraphsIn(text)) expect(textOf([one])).not.toBe('');
    }),
  );
  expect(paragraphsIn('| a | b |\n| 1 |')).toEqual([
    { type: 'table', head: ['a', 'b'], rows: [['1', '']] },
  ]);
});
