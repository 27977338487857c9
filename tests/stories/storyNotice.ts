import type { Notice } from '../../contracts/notice/index.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { DIGEST, memberUnder, storyCommittee } from './storyCommittee.ts';

const MEMBERS = ['in-time', 'late', 'silent', 'extended', 'excused', 'bouncing'] as const;
export type Member = (typeof MEMBERS)[number];

/** The small committee with six members under one deputy, each with a fate of his own, and the office's digest. */
export function storyNotice(): Notice {
  const { release } = smallCommittee('story-2020', 0).settings;
  return storyCommittee('story-2020', {
    posts: MEMBERS.map((id) => memberUnder('deputy', id)),
    settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
    directives: [DIGEST],
  });
}
