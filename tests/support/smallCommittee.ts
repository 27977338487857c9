import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';

const assumed = { source: 'assumed', why: 'a test' };
const position = (id: string, holder: string | null, supervisor?: string, member = true) => ({
  id,
  title: `Title of ${id}`,
  holder,
  member,
  ...(supervisor === undefined ? {} : { supervisor }),
});

/**
 * A committee in the shape of the first notice: a chair, a deputy with the units in charge, a third deputy above the
 * office, members of whom one leads a subcommittee too and one post is vacant. Reports are due at the end of the 14th,
 * locked at 11:00 on the next working day, certified by the office.
 */
export function smallCommittee(id: string, units = 3): Notice {
  const people = ['p-chair', 'p-deputy', 'p-third', 'p-office', 'p-ana', 'p-binh'];
  return NoticeFile.parse({
    dondoc: 1,
    id,
    language: 'vi',
    zone: 'Asia/Ho_Chi_Minh',
    head: {
      provenance: assumed,
      title: 'Kết luận',
      committee: 'Ban chỉ đạo',
      issuer: 'UBND huyện',
      place: 'Triệu Sơn',
      number: null,
      symbol: 'TB',
      concludedOn: '2020-11-11',
      issuedOn: null,
      start: { on: '2020-11-11', at: '14:00' },
      endsOn: '2021-01-31',
    },
    roles: { provenance: assumed, chair: 'chair', office: 'office', fallback: ['office', 'chair'] },
    people: {
      provenance: assumed,
      list: people.map((one) => ({
        id: one,
        name: `Name of ${one}`,
        address: `${one}@example.test`,
      })),
    },
    positions: {
      provenance: assumed,
      list: [
        position('chair', 'p-chair', undefined, false),
        position('deputy', 'p-deputy', 'chair'),
        position('third', 'p-third', 'chair'),
        position('office', 'p-office', 'third', false),
        position('ana', 'p-ana', 'deputy'),
        position('binh', 'p-binh', 'deputy'),
        position('vacant', null, 'deputy'),
        position('sub-ana', 'p-ana', 'deputy', false),
      ],
    },
    units: {
      provenance: assumed,
      list: Array.from({ length: units }, (_, n) => ({
        id: `unit-${n + 1}`,
        name: `xã ${n + 1}`,
        kind: 'commune',
        supervisor: 'deputy',
        addressees: [
          {
            id: `p-unit-${n + 1}`,
            name: `UBND xã ${n + 1}`,
            address: `unit-${n + 1}@example.test`,
          },
        ],
      })),
    },
    subcommittees: { provenance: assumed, list: [{ id: 's', name: 'Tiểu ban', head: 'sub-ana' }] },
    calendar: {
      provenance: assumed,
      officeHours: { from: '07:30', to: '17:00' },
      years: { 2020: { daysOff: [] }, 2021: { daysOff: [{ from: '2021-01-01', name: 'Tết' }] } },
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
      ],
      explanation: { ladder: 'explanation', outline: 'explanation', withinWorkingDays: 5 },
    },
    ladders: {
      provenance: assumed,
      list: [
        {
          id: 'members',
          prompt: { workingDays: -3, at: '08:00' },
          reminders: [{ workingDays: 0, at: '08:00' }],
          overdueNotice: { workingDays: 1, at: '07:30' },
          lock: { workingDays: 1, at: '11:00' },
          rungs: [
            { id: 'deputy', to: { supervisor: 1 }, after: { workingDays: 0 } },
            { id: 'chair', to: { position: 'chair' }, after: { workingDays: 1 } },
          ],
        },
        { id: 'certificate', prompt: { workingDays: 0, at: '07:45' }, lock: 'at-due', rungs: [] },
        {
          id: 'explanation',
          prompt: { workingDays: -5, at: '08:00' },
          reminders: [{ workingDays: 0, at: '08:00' }],
          overdueNotice: { workingDays: 1, at: '07:30' },
          lock: { workingDays: 1, at: '11:00' },
          rungs: [{ id: 'chair', to: { position: 'chair' }, after: { workingDays: 0 } }],
        },
      ],
    },
    outlines: {
      provenance: assumed,
      list: [
        { id: 'outline', title: 'Đề cương', sections: [{ id: 'done', title: 'Đã làm' }] },
        { id: 'explanation', title: 'Giải trình', sections: [{ id: 'why', title: 'Lý do' }] },
      ],
    },
    directives: [
      {
        no: '5',
        title: 'Báo cáo',
        provenance: assumed,
        processes: [
          {
            id: 'reports',
            kind: 'reporting-cycle',
            title: 'Báo cáo',
            asks: 'báo cáo',
            owes: { members: true, subcommittees: true, unitKinds: ['commune'] },
            to: 'chair',
            recurrence: { every: 'month', days: [14, 28] },
            roll: 'stay',
            ladder: 'members',
            outline: 'outline',
            finding: { words: 'coi như không đi chỉ đạo', clause: '5' },
            certification: {
              by: 'office',
              prompt: { workingDays: 1, at: '07:45' },
              ladder: 'certificate',
            },
          },
        ],
      },
    ],
  });
}
