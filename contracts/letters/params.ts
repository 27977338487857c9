import type { CampaignLetters } from './campaigns.ts';
import type { ChangeLetters } from './changes.ts';
import type { DutyLetters } from './duties.ts';
import type { FindingLetters } from './findings.ts';
import type { PostLetters } from './posts.ts';
import type { SubmissionLetters } from './submissions.ts';
import type { SuperiorLetters } from './superiors.ts';

/**
 * The parameters of each kind of letter; the key of this record is the kind, so that a kind without its parameters, or
 * without its composer, does not compile.
 */
export type LetterParams = CampaignLetters &
  ChangeLetters &
  DutyLetters &
  FindingLetters &
  PostLetters &
  SubmissionLetters &
  SuperiorLetters;
