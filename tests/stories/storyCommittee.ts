import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import { smallCommittee } from '../support/smallCommittee.ts';

export const assumed = { source: 'assumed' as const, why: 'a story' };

/** A post of a story and whom it stands under. Its holder is p-<id>, called "ông <id>", unless another post's holder is named. */
export interface StoryPost {
  id: string;
  supervisor: string | undefined;
  member: boolean;
  holder?: string;
}

/** A member of the committee under a deputy. */
export const memberUnder = (supervisor: string, id: string): StoryPost => ({
  id,
  supervisor,
  member: true,
});

const ABOVE: StoryPost[] = Object.entries({
  chair: undefined,
  deputy: 'chair',
  third: 'chair',
  office: 'third',
}).map(([id, supervisor]) => ({ id, supervisor, member: false }));

/** The ladder of a digest: asked for after the day's round, with nobody above to tell. */
const DIGEST_LADDER = {
  id: 'digest',
  prompt: { workingDays: 0, at: '13:00' },
  lock: { workingDays: 1, at: '09:00' },
  rungs: [],
};

/** The office's digest of the reports, on the 16th and 30th. */
export const DIGEST = {
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
};

/** What a story changes of the small committee; directives and ladders are added to the reports' own. */
export interface StoryShape {
  posts: StoryPost[];
  endsOn?: string;
  settings?: Partial<Notice['settings']>;
  ladders?: unknown[];
  directives?: unknown[];
  /** parts of the notice file that the small committee has none of, or another one */
  parts?: Record<string, unknown>;
}

/** The small committee with its reports on the 14th and 28th, and the people that a story needs: chair, two deputies, office, and these. */
export function storyCommittee(id: string, shape: StoryShape): Notice {
  const base = smallCommittee(id, 0);
  const posts = [...ABOVE, ...shape.posts];
  return NoticeFile.parse({
    ...base,
    head: { ...base.head, ...(shape.endsOn && { endsOn: shape.endsOn }) },
    units: undefined,
    subcommittees: undefined,
    people: {
      provenance: assumed,
      list: posts
        .filter(({ holder }) => holder === undefined)
        .map(({ id }) => ({
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
        holder: post.holder ?? `p-${post.id}`,
      })),
    },
    settings: { ...base.settings, ...shape.settings },
    ladders: {
      provenance: assumed,
      list: [...base.ladders.list, DIGEST_LADDER, ...(shape.ladders ?? [])],
    },
    directives: [...base.directives, ...(shape.directives ?? [])],
    ...shape.parts,
  });
}
