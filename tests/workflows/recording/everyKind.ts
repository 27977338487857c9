import { periodId } from '../../../contracts/ids.ts';
import { type Notice, NoticeFile } from '../../../contracts/notice/index.ts';
import { addDays } from '../../../domain/time/day.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

/** The days of the committee's work, counted from the day on which it was decided. */
export const ON = {
  reports: [12, 24, 36, 110, 120],
  digests: [14, 26, 38],
  guidance: 20,
  collected: 30,
  document: 16,
  peaks: [
    { id: 'first', call: 20, from: 22, to: 28, returns: 34 },
    { id: 'second', call: 96, from: 100, to: 106, returns: 112 },
  ],
  session: 66,
  checkIns: [20, 32, 105, 115],
  end: 130,
} as const;

export interface EveryKind {
  notice: Notice;
  /** the calendar day so many days after the start */
  on(days: number): string;
  /** a period's id, by the day that it is known by; a stage's or the document's with its name */
  period(process: string, days: number, name?: string): string;
  /** where the API takes decisions about a process, and about a period */
  processPath(process: string): string;
  periodPath(process: string, days: number): string;
}

/** The small committee with one process of every kind. Its calendar has no day off, so that each day's turn is foreseen. */
export function everyKind(id: string, start: string): EveryKind {
  const on = (days: number): string => addDays(start, days);
  const due = (days: number) => ({ date: on(days), boundary: 'by' });
  const yearOf = (days: number) => Number(on(days).slice(0, 4));
  const small = smallCommittee(id);
  const provenance = { source: 'assumed', why: 'recorded histories' };
  const directive = (no: string, title: string, ...processes: unknown[]) => ({
    no,
    title,
    provenance,
    processes,
  });
  const common = { to: 'chair', ladder: 'members', outline: 'outline' };
  const dates = (days: readonly number[]) => ({
    recurrence: { every: 'dates', dates: days.map(on) },
    roll: 'stay',
  });
  const years = ON.peaks.map(({ from }) => yearOf(from));

  const reports = {
    ...small.directives[0]?.processes[0],
    ...dates(ON.reports),
  };
  const digest = {
    ...common,
    ...dates(ON.digests),
    id: 'digest',
    kind: 'reporting-cycle',
    title: 'Báo cáo tổng hợp',
    asks: 'báo cáo tổng hợp',
    owes: { parties: ['office'] },
    dueTime: '17:00',
    ladder: 'digest',
    drawsOn: { process: 'reports', cutOff: '13:00' },
  };
  const results = {
    ...common,
    id: 'results',
    kind: 'collection',
    title: 'Kết quả',
    asks: 'báo cáo kết quả',
    owes: { unitKinds: ['commune'] },
    due: due(ON.collected),
    checklist: [{ id: 'list', title: 'Danh sách' }],
    guidance: { by: 'office', due: due(ON.guidance), ladder: 'members', outline: 'outline' },
  };
  const cleanup = {
    ...common,
    id: 'cleanup',
    kind: 'campaign',
    title: 'Tổng vệ sinh môi trường',
    asks: 'báo cáo đợt cao điểm',
    lead: 'ana',
    owes: { unitKinds: ['commune'] },
    document: {
      by: 'ana',
      issuedBy: 'UBND huyện',
      due: due(ON.document),
      ladder: 'members',
      outline: 'outline',
    },
    quota: [...new Set(years)].map((year) => ({
      year,
      peaks: years.filter((one) => one === year).length,
    })),
    countsFrom: 0.5,
    peaks: ON.peaks.map(({ id, call, from, to, returns }) => ({
      id,
      year: yearOf(from),
      from: on(from),
      to: on(to),
      call: on(call),
      returnsDue: due(returns),
    })),
  };
  const stage = (kind: string, endsWorkingDaysBefore: number, more = {}) => ({
    id: kind,
    kind,
    title: kind,
    endsWorkingDaysBefore,
    ...more,
  });
  const mechanism = {
    ...common,
    id: 'mechanism',
    kind: 'drafting',
    title: 'Cơ chế hỗ trợ',
    asks: 'cơ chế hỗ trợ',
    by: 'binh',
    to: ['chair'],
    due: due(ON.session),
    session: 'phiên họp',
    stages: [
      stage('draft', 12),
      stage('consult', 7, { with: { parties: ['ana'], unitKinds: ['commune'] } }),
      stage('absorb', 3),
      stage('submit', 0),
    ],
  };
  const propaganda = {
    id: 'propaganda',
    kind: 'programme',
    title: 'Tuyên truyền',
    asks: 'báo cáo tuyên truyền',
    lead: 'third',
    coordinates: ['ana'],
    to: 'chair',
    checkIn: { ...dates(ON.checkIns), ladder: 'members', outline: 'outline' },
  };
  const notice = NoticeFile.parse({
    ...small,
    head: {
      ...small.head,
      concludedOn: start,
      start: { on: start, at: '08:00' },
      endsOn: on(ON.end),
    },
    settings: {
      ...small.settings,
      release: { ...small.settings.release, escalationsHeldInFirstPeriods: 0 },
    },
    calendar: {
      provenance,
      weekend: [7],
      officeHours: { from: '00:00', to: '23:59' },
      years: Object.fromEntries([-1, 0, 1].map((offset) => [yearOf(0) + offset, { daysOff: [] }])),
    },
    ladders: {
      provenance,
      list: [
        ...small.ladders.list,
        {
          id: 'digest',
          prompt: { workingDays: 0, at: '13:00' },
          lock: { workingDays: 1, at: '09:00' },
          rungs: [],
        },
      ],
    },
    directives: [
      directive('1', 'Tuyên truyền', propaganda),
      directive('2', 'Rà soát', results),
      directive('5', 'Báo cáo', reports),
      directive('6', 'Vệ sinh môi trường', cleanup),
      directive('7', 'Cơ chế', mechanism),
      directive('8', 'Tổng hợp', digest),
    ],
  });
  const processPath = (process: string) => `/notices/${id}/processes/${process}`;
  return {
    notice,
    on,
    period: (process, days, name) =>
      periodId(id, process, name === undefined ? on(days) : `${on(days)}-${name}`),
    processPath,
    periodPath: (process, days) => `${processPath(process)}/periods/${on(days)}`,
  };
}
