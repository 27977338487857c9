import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { addDays, localDate } from '../../domain/time/zone.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** The bench's one process and its ladder. */
export const BURST = { processId: 'reports', directive: '1', ladder: 'at-once' } as const;

const assumed = { source: 'assumed', why: 'made by the bench' } as const;

/**
 * A notice of `n` units that all owe one report at one instant: locked at its due time, no rungs, nothing to certify
 * or release, letters at any hour. The day lies two days after `now`, so that the period opens whole and is no trial;
 * the bench moves its instants near, as a decision would.
 */
export function burstNotice(id: string, n: number, now: Instant): { notice: Notice; key: string } {
  const today = localDate(now, ZONE);
  const key = addDays(today, 2);
  const notice: Notice = {
    dondoc: 1,
    id,
    language: 'vi',
    zone: ZONE,
    head: {
      provenance: assumed,
      title: 'Kết luận về báo cáo tiến độ',
      committee: 'Ban Chỉ đạo',
      issuer: 'Văn phòng',
      place: 'Triệu Sơn',
      number: null,
      symbol: 'TB-BCĐ',
      concludedOn: today,
      issuedOn: null,
      start: { on: today, at: '00:00' },
      endsOn: addDays(today, 10),
      contradictions: [],
    },
    roles: { provenance: assumed, chair: 'chair', office: 'office', fallback: ['office'] },
    people: {
      provenance: assumed,
      list: ['chair', 'office'].map((each) => ({
        id: each,
        name: each,
        address: `${each}@burst.example.test`,
      })),
    },
    positions: {
      provenance: assumed,
      list: [
        { id: 'chair', title: 'Trưởng Ban', holder: 'chair', member: false },
        { id: 'office', title: 'Chánh Văn phòng', holder: 'office', member: false },
      ],
    },
    units: { provenance: assumed, list: Array.from({ length: n }, (_, index) => unit(index + 1)) },
    calendar: calendar(today),
    settings: {
      provenance: assumed,
      round: { at: '11:30' },
      release: { by: ['office'], withinWorkingDays: 1, escalationsHeldInFirstPeriods: 0 },
      hold: { maxWorkingDays: 3 },
      review: { acceptedAfterWorkingDays: 5 },
      nothingToReportInARow: 3,
      outage: { toleranceMinutes: 30, graceWorkingDays: 1 },
      proposals: [],
    },
    ladders: {
      provenance: assumed,
      list: [
        {
          id: BURST.ladder,
          prompt: { workingDays: -1, at: '08:00' },
          reminders: [],
          // earlier than the due time, so it goes out at the due time itself
          overdueNotice: { workingDays: 0, at: '00:00' },
          lock: 'at-due',
          rungs: [],
          letters: 'any-hour',
        },
      ],
    },
    outlines: {
      provenance: assumed,
      list: [
        {
          id: 'report',
          title: 'Đề cương báo cáo',
          sections: [{ id: 'results', title: 'Kết quả thực hiện' }],
        },
      ],
    },
    directives: [
      {
        no: BURST.directive,
        title: 'Báo cáo tiến độ',
        provenance: assumed,
        processes: [
          {
            kind: 'reporting-cycle',
            id: BURST.processId,
            title: 'Báo cáo tiến độ',
            asks: 'báo cáo bằng văn bản về tiến độ thực hiện',
            owes: { unitKinds: ['commune'] },
            to: 'chair',
            via: 'office',
            recurrence: { every: 'dates', dates: [key] },
            boundary: 'by',
            roll: 'stay',
            dueTime: '12:00',
            ladder: BURST.ladder,
            outline: 'report',
          },
        ],
      },
    ],
  };
  return { notice, key };
}

const unit = (number: number) => ({
  id: `unit-${number}`,
  name: `Xã số ${number}`,
  kind: 'commune',
  addressees: [
    {
      id: `unit-${number}-committee`,
      name: `Ủy ban nhân dân xã số ${number}`,
      address: `unit-${number}@burst.example.test`,
    },
  ],
});

/** Every day is a working day; the neighbouring years too, since the close is counted in working days. */
function calendar(today: string): Notice['calendar'] {
  const year = Number(today.slice(0, 4));
  const years = [year - 1, year, year + 1].map((each) => [
    String(each),
    { daysOff: [], workingDays: [] },
  ]);
  return {
    provenance: assumed,
    weekend: [],
    officeHours: { from: '07:30', to: '17:00' },
    years: Object.fromEntries(years),
    quietPeriods: [],
  };
}
