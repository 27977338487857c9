import { beforeAll, describe, expect, test } from 'vitest';
import type { DigestDraft } from '../../contracts/digest.ts';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { laterStart } from './laterStart.ts';
import { type Caller, openStage, type StoryStage } from './stage.ts';
import { DIGEST, memberUnder, storyCommittee } from './storyCommittee.ts';

// Tết 2021, off from 10 to 16 February: from 5 to 18 February no letter goes out and nothing counts, and the report of
// 14/02/2021, a Sunday and the third day of Tết, falls due in the middle of it. On the first notice's own calendar.

const MEMBERS = ['diligent', 'silent'] as const;

function tetNotice(id: string) {
  const { release } = smallCommittee(id, 0).settings;
  return storyCommittee(id, {
    posts: MEMBERS.map((member) => memberUnder('deputy', member)),
    settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
    directives: [DIGEST],
    parts: laterStart('2021-02-02', '2021-03-31'),
  });
}

const draftOf = async (stage: StoryStage, noticeId: string) => {
  const [digest] = await stage.rows<{ draft: DigestDraft }>(
    'select draft from digest where period_id = $1',
    [`${noticeId}/digest/2021-02-16`],
  );
  return digest?.draft.reports.find(({ periodKey }) => periodKey === '2021-02-14');
};

describe('the period of 14/02/2021 as it stands', () => {
  const notice = tetNotice('tet-2021');
  const PERIOD = `${notice.id}/reports/2021-02-14`;
  const stage = openStage(notice);
  const { at, until, letters, rows } = stage;
  let office: Caller;
  beforeAll(async () => {
    office = await stage.as('office', 'p-office');
  });
  const sentAt = async (kind: string, person: string) =>
    (
      await rows<{ at: string }>(
        `select l.sent_at as at from letter l where l.kind = $1 and l.person_id = $2 order by l.sent_at`,
        [kind, `p-${person}`],
      )
    ).map(({ at }) => at);

  test('the prompt goes out on the last working day before the quiet time and says that the day stays', async () => {
    await until('2021-02-03', '18:00');
    expect(stage.mail).toEqual([]);
    await until('2021-02-04', '09:00');
    expect(await sentAt('prompt', 'silent')).toEqual([at('2021-02-04', '08:00')]);
    const prompt = letters('prompt', 'silent')[0]?.text.replaceAll(/\s+/g, ' ');
    expect(prompt).toContain('hết ngày 14/02/2021 (Chủ nhật)');
    expect(prompt).toContain('14/02/2021 (Chủ nhật) là Tết Nguyên đán Tân Sửu; thời hạn vẫn giữ');
    expect(prompt).toContain('(từ 05/02/2021 đến 18/02/2021) không gửi');
    expect(prompt).toContain('11 giờ 00 ngày 19/02/2021');
  });

  test('from three working days before Tết to two after no letter goes out; a report is taken meanwhile', async () => {
    const before = stage.mail.length;
    await until('2021-02-14', '22:00');
    const page = await stage.fillIn(letters('prompt', 'diligent').at(-1), {
      kind: 'report',
      obligation: `${PERIOD}/diligent`,
      body: 'Đã trực Tết tại hai xã.',
    });
    expect(page).toContain('Đúng hạn');
    await until('2021-02-18', '23:59');
    expect(stage.mail.length).toBe(before);
    expect(await rows('select id from finding')).toEqual([]);
    const [silent] = await rows('select due_at, lock_at, outcome from obligation where id = $1', [
      `${PERIOD}/silent`,
    ]);
    expect(silent).toEqual({
      due_at: at('2021-02-15', '00:00'),
      lock_at: at('2021-02-19', '11:00'),
      outcome: 'open',
    });
  });

  test('on the first working day after it come the notice to the silent, the lock and the rung to the deputy', async () => {
    await until('2021-02-19', '08:00');
    expect(await sentAt('overdue', 'silent')).toEqual([at('2021-02-19', '07:30')]);
    expect(letters('overdue', 'diligent')).toEqual([]);
    expect(letters('receipt', 'diligent')).toHaveLength(1);
    await stage.fillIn(letters('prompt', 'office').at(-1), {
      book: 'yes',
      tray: 'yes',
      zalo: 'yes',
      comment: '',
    });
    await until('2021-02-19', '11:40');
    expect(await rows('select state, recorded_at as at from finding')).toEqual([
      { state: 'recorded', at: at('2021-02-19', '11:00') },
    ]);
    expect(letters('round', 'deputy').map(({ text }) => text.includes('Chức danh silent'))).toEqual(
      [true],
    );
  });

  test('the digest of the 16th is drawn up that day, after the lock, and reaches the chair', async () => {
    await until('2021-02-19', '14:00');
    expect((await draftOf(stage, notice.id))?.totals).toMatchObject({
      owed: 2,
      onTime: 1,
      missing: 1,
    });
    await office.post(`/notices/${notice.id}/processes/digest/periods/2021-02-16/digest/release`, {
      reason: 'Đã duyệt',
    });
    await until('2021-02-19', '16:00');
    expect(letters('digest', 'chair')).toHaveLength(1);
    expect(letters('round', 'chair')).toEqual([]);
  });

  test('a working day later, on Monday, the chair hears of the silent one', async () => {
    await until('2021-02-22', '12:00');
    expect(await sentAt('round', 'chair')).toEqual([at('2021-02-22', '11:30')]);
    expect(letters('round', 'chair')[0]?.text).toContain('Chức danh silent');
    expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
  });
});

describe('the same period, merged by the chair into the one of 28/02 before it opens', () => {
  const notice = tetNotice('tet-merged-2021');
  const PERIOD = `${notice.id}/reports/2021-02-14`;
  const stage = openStage(notice);
  const { until, letters, rows } = stage;

  test('nobody is prompted for 14/02, and neither is the office for its certificate', async () => {
    await until('2021-02-02', '15:00');
    const chair = await stage.as('head', 'p-chair');
    await chair.post(`/notices/${notice.id}/processes/reports/periods/2021-02-14/merge`, {
      into: '2021-02-28',
      reason: 'Kỳ báo cáo rơi vào Tết',
    });
    await until('2021-02-19', '12:00');
    expect(stage.mail).toEqual([]);
    const obligations = await rows<{ party_id: string; outcome: string }>(
      'select party_id, outcome from obligation where period_id = $1 order by party_id',
      [PERIOD],
    );
    expect(new Set(obligations.map(({ outcome }) => outcome))).toEqual(new Set(['merged']));
    expect(obligations.map(({ party_id }) => party_id)).toEqual(
      expect.arrayContaining([...MEMBERS]),
    );
    expect(await rows('select id from finding')).toEqual([]);
  });

  test('the digest counts nobody of it as missing', async () => {
    await until('2021-02-19', '14:00');
    expect((await draftOf(stage, notice.id))?.totals).toMatchObject({
      missing: 0,
      late: 0,
      onTime: 0,
    });
  });

  test('the prompt of 28/02 says that it covers both, and the one report is owed for both', async () => {
    await until('2021-02-24', '09:00');
    for (const member of MEMBERS) {
      const [prompt, ...more] = letters('prompt', member);
      expect(more).toEqual([]);
      expect(prompt?.text).toContain('28/02/2021');
      expect(prompt?.text.replaceAll(/\s+/g, ' ')).toContain(
        'Báo cáo kỳ này gồm cả kỳ 14/02/2021, đã được gộp vào.',
      );
    }
    expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
  });
});
