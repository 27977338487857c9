import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../cli/check/readNotice.ts';
import type { Ladder, Process } from '../../../contracts/notice/index.ts';
import { owing, splitIsSigned, supervisorChain } from '../../../domain/notice/roster.ts';
import { previewRoster } from '../../../domain/preview/roster.ts';
import { occurrences } from '../../../domain/time/recurrence.ts';
import { dayOfWeek } from '../../../domain/time/zone.ts';
import { noticeOf, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';

const notice = noticeOf(TRIEU_SON_TEXT);
const processes = notice.directives.flatMap((directive) => directive.processes);
const process = <Kind extends Process['kind']>(id: string, kind: Kind) => {
  const found = processes.find((one) => one.id === id);
  if (found?.kind !== kind) throw new Error(`${id} is not a ${kind}`);
  return found as Extract<Process, { kind: Kind }>;
};

describe('the Triệu Sơn notice', () => {
  it('has no errors, and warns of what the notice leaves open', () => {
    const { problems, warnings } = readNotice(TRIEU_SON_TEXT, { fileName: 'trieu-son-2020.yaml' });
    expect(problems).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual([
      'number-blank',
      'issue-day-blank',
      'contradiction',
      'contradiction',
      'position-vacant',
      'units-without-supervisor',
      'split-not-signed',
      'split-not-signed',
      'before-on-day-off',
    ]);
    expect(warnings.at(-1)?.message).toContain('2020-11-29');
  });

  it('carries out every conclusion, the unnumbered last one included', () => {
    expect(notice.directives.map(({ no }) => no)).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `${index + 1}`),
      'closing',
    ]);
    expect(processes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      '1-propaganda programme',
      '2a-review collection',
      '2b-results collection',
      '2c-split drafting',
      '2d-helper-team drafting',
      '3-attainment programme',
      '4-annual-report drafting',
      '5-reports reporting-cycle',
      '6-cleanup campaign',
      '7-support drafting',
      '8-culture programme',
      '8-directive drafting',
      '9-roadmap drafting',
      '10-proposals programme',
      '10-budget drafting',
      'closing-digest reporting-cycle',
    ]);
  });

  it('quotes the notice for each of its conclusions', () => {
    const sources = notice.directives.map(({ provenance }) => provenance.source);
    expect(new Set(sources)).toEqual(new Set(['notice']));
  });

  it('has 32 communes and 2 towns, each with its party committee and its People’s Committee', () => {
    const units = notice.units?.list ?? [];
    expect(units).toHaveLength(34);
    expect(units.filter(({ kind }) => kind === 'town').map(({ name }) => name)).toEqual([
      'thị trấn Triệu Sơn',
      'thị trấn Nưa',
    ]);
    expect(units.filter(({ kind }) => kind === 'commune')).toHaveLength(32);
    for (const { addressees, name } of units) {
      expect(addressees.map((addressee) => addressee.name)).toEqual([
        `Đảng ủy ${name}`,
        `UBND ${name}`,
      ]);
    }
  });

  it('gives each of two deputies 17 units, all 34 in all, in lists not yet signed', () => {
    const splits = notice.supervision?.list ?? [];
    expect(splits.map(({ deputy, units }) => [deputy, units.length])).toEqual([
      ['pho-bi-thu-thuong-truc', 17],
      ['pho-bi-thu-chu-tich', 17],
    ]);
    expect(new Set(splits.flatMap(({ units }) => units)).size).toBe(34);
    expect(splits.some((split) => splitIsSigned(notice, split))).toBe(false);
    // until they are, a silent commune goes to the third deputy, then the chair (row 2b)
    const roster = previewRoster(notice);
    const communes = notice.ladders.list.find(({ id }) => id === 'communes');
    expect(supervisorChain(notice, 'an-nong')).toEqual([]);
    expect([...roster.climb(communes as Ladder, 'an-nong').values()]).toEqual([
      { position: 'pho-chu-tich', why: 'named' },
      { position: 'truong-ban', why: 'named' },
    ]);
  });

  it('asks 52 times for reports and 52 times for the digest', () => {
    const days = (id: string) =>
      occurrences(
        process(id, 'reporting-cycle').recurrence,
        notice.head.start.on,
        notice.head.endsOn,
      );
    const reports = days('5-reports');
    expect(reports).toHaveLength(52);
    expect([reports.at(0), reports.at(1), reports.at(-1)]).toEqual([
      '2020-11-14',
      '2020-11-28',
      '2022-12-28',
    ]);
    expect(reports.slice(0, 2).map(dayOfWeek)).toEqual([6, 6]);
    const digests = days('closing-digest');
    expect(digests).toHaveLength(52);
    expect(digests).toContain('2021-02-28'); // February has no 30th
  });

  it('asks members and heads of subcommittees for reports, not the chair and not the office', () => {
    const owes = owing(notice, process('5-reports', 'reporting-cycle').owes);
    expect(owes).toHaveLength(27);
    expect(owes).toContain('truong-cum-1');
    expect(owes).toContain('truong-tieu-ban-an-ninh');
    expect(owes).not.toContain('truong-ban');
    expect(owes).not.toContain('chanh-van-phong');
    expect(owes).not.toContain('ban-thuong-vu');
  });

  it('has people with several positions, and one vacant post', () => {
    const holders = notice.positions.list
      .filter(({ id }) => owing(notice, { members: true, subcommittees: true }).includes(id))
      .map(({ holder }) => holder);
    const twice = holders.filter((holder, index) => holders.indexOf(holder) !== index);
    expect(twice).toEqual([
      'truong-ban-tuyen-giao',
      'truong-phong-nn-ptnt',
      'truong-phong-kt-ht',
      'truong-phong-vh-tt',
    ]);
    expect(notice.positions.list.filter(({ holder }) => holder === null)).toHaveLength(1);
  });

  it('asks the two questions of conclusion 3 inside the report of conclusion 5', () => {
    const outline = notice.outlines.list.find(
      ({ id }) => id === process('5-reports', 'reporting-cycle').outline,
    );
    expect(outline?.sections.filter(({ of }) => of === '3-attainment')).toHaveLength(2);
    expect(process('3-attainment', 'programme').checkIn).toEqual({ inside: '5-reports' });
  });

  it('states a consequence of silence for conclusion 5 only', () => {
    const stating = processes.filter((one) => 'finding' in one && one.finding !== undefined);
    expect(stating.map(({ id }) => id)).toEqual(['5-reports']);
  });

  it('is addressed to nobody real', () => {
    const addresses = [
      ...notice.people.list,
      ...(notice.units?.list ?? []).flatMap(({ addressees }) => addressees),
    ].map(({ address }) => address ?? '');
    expect(addresses).toHaveLength(25 + 68);
    expect(addresses.filter((address) => !address.endsWith('@example.test'))).toEqual([]);
  });
});
