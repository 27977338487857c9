import { type Notice, NoticeFile } from '../../../contracts/notice/index.ts';
import type { PlannedPeriod, PlannedStep } from '../../../contracts/plan.ts';
import { calendarOf } from '../../../domain/plan/calendarOf.ts';

const assumed = { source: 'assumed', why: 'made for a test' } as const;
const block = <Item>(list: Item[]) => ({ provenance: assumed, list });
const post = (id: string, supervisor?: string, more: object = {}) => ({
  id,
  title: `Post ${id}`,
  holder: id,
  ...(supervisor === undefined ? {} : { supervisor }),
  ...more,
});
const person = (id: string) => ({ id, name: `Name ${id}`, address: `${id}@example.test` });
const off = (from: string, name: string, to?: string) => ({ from, name, ...(to && { to }) });
const toDeputy = { id: 'deputy', to: { supervisor: 1 }, after: { workingDays: 0 } };
const toThird = { id: 'third-deputy', to: { position: 'third' }, after: { workingDays: 1 } };
const toChair = { id: 'chair', to: { position: 'chair' }, after: { workingDays: 1 } };

/** The calendar facts of 2020 to 2023 that the tests lean on (facts.md, "Calendar"). */
const years = {
  2020: { daysOff: [off('2020-01-01', 'New Year'), off('2020-09-02', 'National Day')] },
  2021: {
    daysOff: [
      off('2021-01-01', 'New Year'),
      off('2021-02-10', 'Tết', '2021-02-16'),
      off('2021-04-21', 'Giỗ Tổ'),
      off('2021-04-30', 'Reunification Day'),
      off('2021-05-01', 'Labour Day'),
      off('2021-05-03', 'Labour Day, substitute'),
      off('2021-09-02', 'National Day', '2021-09-03'),
    ],
  },
  2022: {
    daysOff: [
      off('2022-01-01', 'New Year'),
      off('2022-01-03', 'New Year, substitute'),
      off('2022-01-31', 'Tết', '2022-02-04'),
      off('2022-04-10', 'Giỗ Tổ'),
      off('2022-04-11', 'Giỗ Tổ, substitute'),
      off('2022-04-30', 'Reunification Day'),
      off('2022-05-01', 'Labour Day', '2022-05-03'),
      off('2022-09-01', 'National Day', '2022-09-02'),
    ],
  },
  2023: { daysOff: [off('2023-01-01', 'New Year'), off('2023-01-02', 'New Year, substitute')] },
};

const ladders = [
  {
    id: 'members',
    prompt: { workingDays: -3, at: '08:00' },
    reminders: [{ workingDays: 0, at: '08:00' }],
    overdueNotice: { workingDays: 1, at: '07:30' },
    lock: { workingDays: 1, at: '11:00' },
    rungs: [toDeputy, toChair],
  },
  {
    id: 'certificate',
    prompt: { workingDays: 0, at: '07:45' },
    lock: 'at-due',
    rungs: [toThird, toChair],
  },
  {
    id: 'digest',
    prompt: { workingDays: 0, at: '13:00' },
    lock: { workingDays: 1, at: '09:00' },
    rungs: [{ ...toThird, after: { workingDays: 0 } }, toChair],
  },
];

const outlines = [{ id: 'outline', title: 'Outline', sections: [{ id: 'done', title: 'Done' }] }];

/** The members' reports of the first notice, row 5. */
export const reports = {
  id: 'reports',
  kind: 'reporting-cycle',
  title: 'Reports',
  asks: 'a report',
  owes: { members: true, subcommittees: true },
  to: 'chair',
  via: 'office',
  recurrence: { every: 'month', days: [14, 28] },
  boundary: 'by',
  roll: 'stay',
  ladder: 'members',
  outline: 'outline',
  finding: { words: 'counts as not having directed', clause: '5' },
  certification: {
    by: 'office',
    prompt: { workingDays: 1, at: '07:45' },
    ladder: 'certificate',
  },
};

/** The office's digest of the first notice, its closing paragraph. */
export const digest = {
  id: 'digest',
  kind: 'reporting-cycle',
  title: 'Digest',
  asks: 'a digest',
  owes: { parties: ['office'] },
  to: 'chair',
  recurrence: { every: 'month', days: [16, 30] },
  boundary: 'by',
  roll: 'next',
  dueTime: '17:00',
  ladder: 'digest',
  outline: 'outline',
  drawsOn: { process: 'reports', cutOff: '13:00' },
};

export interface SampleChanges {
  processes?: object[];
  ladders?: object[];
  start?: { on: string; at: string };
  split?: 'signed' | 'assumed';
  endsOn?: string;
}

/**
 * A small notice with the sample's rhythm: a chair, three deputies, an office, members, a subcommittee whose head is a
 * member too, a vacant post, four communes. Read through the format's own schema.
 */
export function sampleNotice(changes: SampleChanges = {}): Notice {
  const { start = { on: '2020-11-11', at: '14:00' }, split = 'signed' } = changes;
  const { endsOn = '2022-12-31' } = changes;
  const members = ['first', 'second', 'third', 'land', 'culture'];
  const communes = ['north', 'south', 'east', 'west'].map((id) => ({
    id,
    name: `Commune ${id}`,
    kind: 'commune',
    addressees: [person(`${id}-party`), person(`${id}-committee`)],
  }));
  const splitProvenance =
    split === 'signed' ? { source: 'office', by: 'the chair' } : { ...assumed };
  return NoticeFile.parse({
    dondoc: 1,
    id: 'sample',
    language: 'en',
    zone: 'Asia/Ho_Chi_Minh',
    head: {
      provenance: { source: 'notice', sentence: 'The meeting was held on 11/11/2020.' },
      title: 'Sample',
      committee: 'Committee',
      issuer: 'Issuer',
      place: 'Place',
      number: null,
      symbol: 'S',
      concludedOn: '2020-11-11',
      issuedOn: null,
      start: { ...start, provenance: assumed },
      endsOn,
    },
    roles: {
      provenance: assumed,
      chair: 'chair',
      office: 'office',
      fallback: ['office', 'third', 'chair'],
    },
    people: block(['chair', 'office', ...members].map(person)),
    positions: block([
      post('chair', undefined, { member: false }),
      post('first', 'chair'),
      post('second', 'chair'),
      post('third', 'chair'),
      post('office', 'third', { member: false }),
      post('land', 'first'),
      post('culture', 'second'),
      post('vacant-post', 'first', { holder: null }),
      post('culture-subcommittee', 'first', { holder: 'culture', member: false }),
    ]),
    units: block(communes),
    subcommittees: block([{ id: 'culture-group', name: 'Culture', head: 'culture-subcommittee' }]),
    supervision: {
      provenance: splitProvenance,
      list: [
        { deputy: 'first', units: ['north', 'south'] },
        { deputy: 'second', units: ['east', 'west'] },
      ],
    },
    calendar: {
      provenance: assumed,
      weekend: [6, 7],
      officeHours: { from: '07:30', to: '17:00' },
      years,
      quietPeriods: [
        {
          name: 'Tết',
          from: '2021-02-10',
          to: '2021-02-16',
          workingDaysBefore: 3,
          workingDaysAfter: 2,
        },
        {
          name: 'Tết',
          from: '2022-01-31',
          to: '2022-02-04',
          workingDaysBefore: 3,
          workingDaysAfter: 2,
        },
      ],
    },
    settings: {
      provenance: assumed,
      round: { at: '11:30' },
      release: { by: ['office', 'third'], withinWorkingDays: 1, escalationsHeldInFirstPeriods: 2 },
      hold: { maxWorkingDays: 3 },
      review: { acceptedAfterWorkingDays: 5 },
      nothingToReportInARow: 3,
      outage: { toleranceMinutes: 30, graceWorkingDays: 1 },
      proposals: [
        { missesInARow: 1, propose: 'remind' },
        { missesInARow: 2, propose: 'ask-for-explanation' },
        { missesInARow: 3, propose: 'name-at-meeting' },
        { missesInARow: 4, propose: 'refer' },
      ],
      explanation: { ladder: 'members', outline: 'outline', withinWorkingDays: 5 },
    },
    ladders: block([...ladders, ...(changes.ladders ?? [])]),
    outlines: block(outlines),
    directives: [
      {
        no: '5',
        title: 'Directive',
        provenance: { source: 'notice', sentence: 'Reports are due on the 14th and 28th.' },
        processes: changes.processes ?? [reports, digest],
      },
    ],
  });
}

/** An instant on the notice's own clock, 'YYYY-MM-DD HH:MM'. */
export function local(notice: Notice, instant: string | null | undefined): string | null {
  if (instant === null || instant === undefined) return null;
  const calendar = calendarOf(notice);
  return `${calendar.dayOf(instant)} ${calendar.timeOf(instant)}`;
}

/** The steps of a period's track as 'key day time', in order. */
export function stepsOf(notice: Notice, period: PlannedPeriod, track = 'main'): string[] {
  return stepsIn(period, track).map(({ key, at }) => `${key} ${local(notice, at)}`);
}

function stepsIn(period: PlannedPeriod, track: string): PlannedStep[] {
  const found = period.tracks.find(({ key }) => key === track);
  if (found === undefined) throw new Error(`the period has no track ${track}`);
  return found.steps;
}
