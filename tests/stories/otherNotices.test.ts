import { describe, expect, test } from 'vitest';
import type { DigestDraft } from '../../contracts/digest.ts';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { noticeOf, SECOND_TEXT, THIRD_TEXT } from '../data/noticeFiles.ts';
import { openStage } from './stage.ts';

// Two notices that have nothing in common with the first run on the same code, from data alone: the cast plays them.

describe('weekly reports of 300 schools under three levels of supervision', () => {
  const notice = noticeOf(SECOND_TEXT);
  const stage = openStage(notice, { seed: 2 });

  test('who is silent climbs from district to region to president, and the record agrees with the plan', async () => {
    await stage.until('2025-01-24', '12:00');
    const climbs = await stage.rows<{ rung: string; recipient_id: string }>(
      'select distinct rung, recipient_id from climb where notice_id = $1 order by 1, 2',
      [notice.id],
    );
    const levels = new Set(climbs.map(({ recipient_id }) => recipient_id.split('-')[0]));
    expect([...levels].sort()).toEqual(['director', 'head', 'president']);
    const [reported] = await stage.rows<{ n: number }>(
      `select count(*)::int as n from obligation where notice_id = $1 and outcome in ('on-time', 'late')`,
      [notice.id],
    );
    expect(reported?.n).toBeGreaterThan(200);
    expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
  }, 300_000);
});

describe('quarterly reports, a half-yearly digest of them, and a yearly digest of that', () => {
  const notice = noticeOf(THIRD_TEXT);
  const stage = openStage(notice, { seed: 1 });

  test('each tier draws on the one below, and is released by whoever owes it', async () => {
    await stage.until('2025-02-28', '18:00');
    const digests = await stage.rows<{ period_id: string; draft: DigestDraft; actor: string }>(
      `select g.period_id, g.draft, d.actor from digest g join decision d on d.id = g.decision_id
       where g.notice_id = $1 order by g.period_id`,
      [notice.id],
    );
    const drawn = digests.map(({ period_id, draft, actor }) => ({
      digest: period_id.slice(notice.id.length + 1),
      on: draft.reports.map(({ periodKey }) => periodKey),
      by: actor.startsWith('token:') ? 'a token' : actor,
    }));
    expect(drawn.map(({ digest, on }) => [digest, on])).toEqual([
      ['half-yearly/2024-01-20', []],
      ['half-yearly/2024-07-20', ['2024-03-31', '2024-06-30']],
      ['half-yearly/2025-01-20', ['2024-09-30', '2024-12-31']],
      ['yearly/2024-02-15', ['2024-01-20']],
      ['yearly/2025-02-15', ['2024-07-20', '2025-01-20']],
    ]);
    const capacities = await stage.rows<{ capacity: string; subject: string }>(
      `select distinct capacity, split_part(subject, '/', 2) as subject from decision
       where notice_id = $1 and kind = 'release-digest' order by 2`,
      [notice.id],
    );
    expect(capacities).toEqual([
      { capacity: 'regional-office', subject: 'half-yearly' },
      { capacity: 'central-office', subject: 'yearly' },
    ]);
    expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
  }, 180_000);
});
