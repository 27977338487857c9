import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../contracts/notice/index.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';
import { ownStart, planProcess } from '../../../domain/plan/planProcess.ts';
import { lettersInSilence, lettersInTime } from '../../../domain/preview/letters.ts';
import { previewNotice } from '../../../domain/preview/preview.ts';
import type { PreviewLetter } from '../../../domain/preview/previewLetter.ts';
import { previewRoster } from '../../../domain/preview/roster.ts';
import { previewSteps } from '../../../domain/preview/steps.ts';
import { local, reports, sampleNotice } from '../plan/sampleNotice.ts';

function lettersOf(notice: Notice, write: typeof lettersInTime): PreviewLetter[] {
  const roster = previewRoster(notice);
  const startsAt = ownStart(notice);
  const processes = notice.directives.flatMap((directive) => directive.processes);
  const periods = processes.flatMap((process) =>
    planProcess(notice, process.id, { startsAt }).map((period) => ({
      process,
      period,
      steps: previewSteps(notice, roster, period),
    })),
  );
  return write({ notice, calendar: calendarOf(notice), roster, startsAt, processes, periods });
}

/** '2020-12-14 08:00 remind: reports main, progress main' */
const told = (notice: Notice, letters: readonly PreviewLetter[]) =>
  letters
    .map(({ at, kind, about }) => {
      const what = about.map(({ processId, parties }) => `${processId} (${parties.join(', ')})`);
      return `${local(notice, at)} ${kind}: ${what.join(' + ')}`;
    })
    .toSorted();

const { finding: _, certification: __, ...plain } = reports;
const cycle = (id: string, parties: string[], more: object = {}) => ({
  ...plain,
  id,
  owes: { parties },
  ...more,
});
const december = (letters: readonly PreviewLetter[], person: string) =>
  letters.filter(
    (letter) =>
      letter.person === person && letter.at > '2020-12-08' && letter.at < '2020-12-15T03:00',
  );

describe('letters of the preview', () => {
  const both = sampleNotice({
    processes: [
      cycle('a', ['land', 'vacant-post']),
      cycle('b', ['land', 'vacant-post', 'culture']),
      cycle('c', ['north'], { recurrence: { every: 'month', days: [15] } }),
    ],
  });

  it('remind of two processes in one letter at one instant, and so of what is overdue; prompts stay apart', () => {
    expect(told(both, december(lettersOf(both, lettersInSilence), 'land'))).toEqual([
      '2020-12-09 08:00 prompt: a (land)',
      '2020-12-09 08:00 prompt: b (land)',
      '2020-12-14 08:00 remind: a (land) + b (land)',
      '2020-12-15 07:30 overdue: a (land) + b (land)',
    ]);
    expect(told(both, december(lettersOf(both, lettersInTime), 'land'))).toEqual([
      '2020-12-09 08:00 prompt: a (land)',
      '2020-12-09 08:00 prompt: b (land)',
      '2020-12-14 08:00 receipt: a (land)',
      '2020-12-14 08:00 receipt: b (land)',
      '2020-12-14 08:00 remind: a (land) + b (land)',
    ]);
  });

  it('tell the office of each post in whose place it is written to in a letter of its own', () => {
    const notice = sampleNotice({ processes: [cycle('a', ['office', 'vacant-post'])] });
    expect(told(notice, december(lettersOf(notice, lettersInSilence), 'office'))).toEqual([
      '2020-12-09 08:00 prompt: a (office)',
      '2020-12-09 08:00 prompt: a (vacant-post)',
      '2020-12-14 08:00 remind: a (office)',
      '2020-12-14 08:00 remind: a (vacant-post)',
      '2020-12-15 07:30 overdue: a (office)',
      '2020-12-15 07:30 overdue: a (vacant-post)',
    ]);
  });

  it('ask for a release where something waits for one: not of what climbs about the office, not after the first periods', () => {
    const notice = sampleNotice({
      processes: [cycle('members', ['land']), cycle('own', ['office'])],
    });
    const { escalationsHeldInFirstPeriods: held } = notice.settings.release;
    const requests = lettersOf(notice, lettersInSilence).filter(
      ({ kind, person }) => kind === 'release-request' && person === 'third',
    );
    expect(held).toBe(2);
    expect(told(notice, requests)).toEqual([
      '2020-11-30 11:00 release-request: members (land)',
      '2020-12-01 11:00 release-request: members (land)',
      '2020-12-15 11:00 release-request: members (land)',
      '2020-12-16 11:00 release-request: members (land)',
    ]);
  });

  it('turn to the fallback for a superior without an address, in the one letter of the round', () => {
    const notice = structuredClone(both);
    const first = notice.people.list.find(({ id }) => id === 'first');
    delete first?.address;
    const rounds = lettersOf(notice, lettersInSilence).filter(({ kind }) => kind === 'round');
    expect(rounds.map(({ person }) => person)).not.toContain('first');
    expect(
      told(
        notice,
        rounds.filter(({ person }) => person === 'office'),
      ).at(0),
    ).toBe('2020-11-30 11:30 round: a (land) + b (land)');
  });

  it('tell those who coordinate in a programme that it starts, once, but for whoever leads it', () => {
    const programme = {
      id: 'p',
      kind: 'programme',
      title: 'P',
      asks: 'p',
      lead: 'land',
      coordinates: ['culture', 'culture-subcommittee', 'land', 'vacant-post'],
      to: 'chair',
      checkIn: {
        recurrence: { every: 'year', month: 6, day: 1 },
        boundary: 'by',
        roll: 'stay',
        ladder: 'members',
        outline: 'outline',
      },
    };
    const notice = sampleNotice({ processes: [programme] });
    for (const write of [lettersInTime, lettersInSilence]) {
      const starts = lettersOf(notice, write).filter(({ kind }) => kind === 'programme-starts');
      expect(starts.map(({ person, at }) => [person, local(notice, at)])).toEqual([
        ['culture', '2020-11-11 14:00'],
      ]);
    }
  });

  it('call units to a peak and tell the lead of one without returns, ask for opinions on a draft, and count peaks by year', () => {
    const day = (date: string) => ({ date, boundary: 'by' });
    const peak = (id: string, year: number, month: string) => ({
      ...{ id, year, call: `${month}-01`, from: `${month}-08`, to: `${month}-12` },
      returnsDue: day(`${month}-19`),
    });
    const common = { asks: 'c', to: 'chair', ladder: 'members', outline: 'outline' };
    const campaign = {
      ...{ ...common, id: 'campaign', kind: 'campaign', title: 'C', lead: 'land' },
      owes: { parties: ['north'] },
      document: {
        ...{ by: 'land', issuedBy: 'UBND', due: day('2020-11-27') },
        ladder: 'members',
        outline: 'outline',
      },
      quota: [2020, 2021].map((year) => ({ year, peaks: 2 })),
      peaks: [peak('one', 2020, '2020-12'), peak('two', 2021, '2021-03')],
    };
    const stage = (id: string, kind: string, endsWorkingDaysBefore: number, more: object = {}) => ({
      ...{ id, kind, title: id, endsWorkingDaysBefore, ...more },
    });
    const drafting = {
      ...{ ...common, id: 'draft', kind: 'drafting', title: 'D', by: 'land', to: ['chair'] },
      due: day('2020-12-31'),
      stages: [
        stage('draft', 'draft', 12),
        stage('consult', 'consult', 5, { with: { parties: ['culture'] } }),
        stage('submit', 'submit', 0),
      ],
    };
    const notice = sampleNotice({ processes: [campaign, drafting] });
    const kinds = (write: typeof lettersInTime) =>
      lettersOf(notice, write)
        .filter(({ kind, person }) => person !== 'land' || kind === 'peak-missed')
        .filter(({ kind }) => ['campaign-call', 'consult-request', 'peak-missed'].includes(kind))
        .map(({ kind, person, about }) => `${kind} ${person} ${about[0]?.periodKey}`)
        .toSorted();
    const asked = [
      ...['one', 'two'].flatMap((id) =>
        ['committee', 'party'].map((body) => `campaign-call north-${body} ${keyOf(id)}`),
      ),
      'consult-request culture 2020-12-31-consult',
    ].toSorted();
    expect(kinds(lettersInTime)).toEqual(asked);
    expect(kinds(lettersInSilence)).toEqual([
      ...asked,
      `peak-missed land ${keyOf('one')}`,
      `peak-missed land ${keyOf('two')}`,
    ]);
    const [first, second] = previewNotice(notice).processes;
    expect(first?.peaks).toEqual([
      { year: 2020, asked: 2, planned: 1, lacking: 1 },
      { year: 2021, asked: 2, planned: 1, lacking: 1 },
    ]);
    expect(second).not.toHaveProperty('peaks');

    function keyOf(id: string): string {
      return (
        planProcess(notice, 'campaign').find((period) => period.peak?.id === id)?.key ?? 'no peak'
      );
    }
  });
});
