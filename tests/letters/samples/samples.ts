import type { LetterParams } from '../../../contracts/letters/params.ts';
import { campaigns } from './campaigns.ts';
import { changes } from './changes.ts';
import { duties } from './duties.ts';
import { findings } from './findings.ts';
import { posts } from './posts.ts';
import { submissions } from './submissions.ts';
import { superiors } from './superiors.ts';

/** One letter of every kind; a kind without one does not compile. */
export const samples: LetterParams = {
  ...duties,
  ...submissions,
  ...superiors,
  ...findings,
  ...changes,
  ...posts,
  ...campaigns,
};
