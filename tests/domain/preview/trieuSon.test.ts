import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readNotice } from '../../../cli/check/readNotice.ts';
import type { Notice } from '../../../contracts/notice/index.ts';
import { planProcess } from '../../../domain/plan/planProcess.ts';
import { previewNotice } from '../../../domain/preview/preview.ts';
import { local } from '../plan/sampleNotice.ts';

const file = new URL('../../../notices/trieu-son-2020.yaml', import.meta.url);
let notice: Notice;
beforeAll(() => {
  const read = readNotice(readFileSync(file, 'utf8'), { fileName: 'trieu-son-2020.yaml' });
  if (read.notice === undefined) throw new Error(JSON.stringify(read.problems));
  notice = read.notice;
});

describe('the Triệu Sơn notice', () => {
  it('has 52 report dates and 52 digests, each digest after the lock of the reports before it', () => {
    const reports = planProcess(notice, '5-reports');
    const digests = planProcess(notice, 'closing-digest');
    expect([reports.length, digests.length]).toEqual([52, 52]);
    for (const [index, digest] of digests.entries()) {
      const main = reports[index]?.tracks[0];
      expect(digest.dueAt > (main?.lockAt ?? main?.dueAt ?? '')).toBe(true);
      expect(local(notice, digest.dueAt)?.slice(11)).toBe('17:00');
    }
  });

  it('plans every row: all of them run, but the one whose questions are asked in the reports', () => {
    const { processes } = previewNotice(notice);
    expect(processes).toHaveLength(16);
    expect(processes.filter(({ state }) => state === 'runs')).toHaveLength(15);
    const planned = processes.filter(({ periods }) => periods.length > 0);
    expect(planned.map(({ id }) => id)).toHaveLength(15); // all but the one inside the reports
    expect(processes.find(({ id }) => id === '3-attainment')?.state).toBe('inside');
  });

  it('names what others wait for, and who owes it', () => {
    const { gates } = previewNotice(notice);
    expect(gates).toContainEqual({
      processId: '5-reports',
      what: 'certificate',
      by: 'chanh-van-phong',
    });
    expect(gates).toContainEqual({
      processId: '2b-results',
      what: 'guidance',
      by: 'chanh-van-phong',
    });
    expect(gates).toContainEqual({
      processId: '6-cleanup',
      what: 'document',
      by: 'truong-phong-tn-mt',
    });
    expect(gates).toContainEqual({
      processId: '7-support',
      what: 'draft',
      by: 'truong-phong-tc-kh',
    });
    expect(gates.map(({ processId }) => processId)).not.toContain('1-propaganda');
  });

  it('sends no superior more than one letter a round, whatever climbs', () => {
    const { top } = previewNotice(notice);
    expect(top.map(({ position }) => position)).toEqual([
      'truong-ban',
      'pho-bi-thu-thuong-truc',
      'pho-bi-thu-chu-tich',
      'pho-chu-tich',
    ]);
    for (const { nobodyAnswers } of top) {
      const rounds = nobodyAnswers.filter(({ kind }) => kind === 'round').map(({ at }) => at);
      expect(rounds.length).toBeGreaterThan(0);
      expect(new Set(rounds).size).toBe(rounds.length);
    }
  });

  it('sends the office eight letters at most on one day, six if everybody reports in time', () => {
    const { letters } = previewNotice(notice);
    const office = (of: typeof letters.nobodyAnswers) =>
      of.find(({ person }) => person === 'chanh-van-phong');
    expect(office(letters.nobodyAnswers)?.worstDay).toEqual({ day: '2020-11-30', letters: 8 });
    expect(office(letters.everybodyInTime)?.worstDay).toEqual({ day: '2020-11-19', letters: 6 });
    for (const { person, worstDay } of [...letters.nobodyAnswers, ...letters.everybodyInTime])
      if (person !== 'chanh-van-phong') expect(worstDay.letters).toBeLessThan(6);
  });

  it('says how many peaks of each year are planned', () => {
    const campaign = previewNotice(notice).processes.find(({ kind }) => kind === 'campaign');
    expect(campaign?.peaks).toEqual([
      { year: 2020, asked: 1, planned: 1, lacking: 0 },
      { year: 2021, asked: 3, planned: 3, lacking: 0 },
      { year: 2022, asked: 3, planned: 3, lacking: 0 },
    ]);
  });

  it('keeps the letters of a member who reports in time to three a period', () => {
    const { letters } = previewNotice(notice, { from: '2021-06-01', to: '2021-06-30' });
    const member = letters.everybodyInTime.find(({ person }) => person === 'chu-tich-hoi-nong-dan');
    expect(member?.total).toBe(6); // two periods: prompt, reminder, receipt
  });
});
