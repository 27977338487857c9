import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import { smallCommittee } from '../support/smallCommittee.ts';

const MEMBERS = ['in-time', 'late', 'silent', 'extended', 'excused', 'bouncing'] as const;
export type Member = (typeof MEMBERS)[number];

const assumed = { source: 'assumed' as const, why: 'a story' };
const above = { chair: undefined, deputy: 'chair', third: 'chair', office: 'third' };

/** The small committee with six members under one deputy, each with a fate of his own, and the office's digest. */
export function storyNotice(): Notice {
  const base = smallCommittee('story-2020', 0);
  const posts = [
    ...Object.entries(above).map(([id, supervisor]) => ({ id, supervisor, member: false })),
    ...MEMBERS.map((id) => ({ id, supervisor: 'deputy', member: true })),
  ];
  const [reports] = base.directives;
  return NoticeFile.parse({
    ...base,
    units: undefined,
    subcommittees: undefined,
    people: {
      provenance: assumed,
      list: posts.map(({ id }) => ({
        id: `p-${id}`,
        name: `ông ${id}`,
        address: `${id}@example.test`,
      })),
    },
    positions: {
      provenance: assumed,
      list: posts.map((post) => ({
        ...post,
        title: `Chức danh ${post.id}`,
        holder: `p-${post.id}`,
      })),
    },
    settings: {
      ...base.settings,
      release: { ...base.settings.release, escalationsHeldInFirstPeriods: 0 },
      proposals: base.settings.proposals,
    },
    ladders: {
      provenance: assumed,
      list: [
        ...base.ladders.list,
        {
          id: 'digest',
          prompt: { workingDays: 0, at: '13:00' },
          lock: { workingDays: 1, at: '09:00' },
          rungs: [],
        },
      ],
    },
    directives: [
      reports,
      {
        no: 'closing',
        title: 'Báo cáo tổng hợp',
        provenance: assumed,
        processes: [
          {
            id: 'digest',
            kind: 'reporting-cycle',
            title: 'Báo cáo tổng hợp',
            asks: 'báo cáo tổng hợp',
            owes: { parties: ['office'] },
            to: 'chair',
            recurrence: { every: 'month', days: [16, 30] },
            roll: 'next',
            dueTime: '17:00',
            ladder: 'digest',
            outline: 'outline',
            drawsOn: { process: 'reports', cutOff: '13:00' },
          },
        ],
      },
    ],
  });
}
