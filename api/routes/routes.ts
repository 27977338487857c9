import type { Routes } from '../deps.ts';
import { amendmentRoutes } from './amendments.ts';
import { answerRoutes } from './answers.ts';
import { auditRoutes } from './audit.ts';
import { campaignRoutes } from './campaigns.ts';
import { checkRoutes } from './checkNotices.ts';
import { commentRoutes } from './comments.ts';
import { digestRoutes } from './digests.ts';
import { findingRoutes } from './findings.ts';
import { healthRoutes } from './health.ts';
import { letterRoutes } from './letters.ts';
import { logRoutes } from './log.ts';
import { noticeRoutes } from './notices.ts';
import { obligationDecisionRoutes } from './obligationDecisions.ts';
import { obligationRoutes } from './obligations.ts';
import { partyRoutes } from './parties.ts';
import { peopleRoutes } from './people.ts';
import { periodRoutes } from './periods.ts';
import { processRoutes } from './processes.ts';
import { proposalRoutes } from './proposals.ts';
import { rateRoutes } from './rates.ts';
import { recordRoutes } from './records.ts';
import { startRoutes } from './start.ts';
import { storyRoutes } from './story.ts';
import { submissionDecisionRoutes } from './submissionDecisions.ts';
import { submissionRoutes } from './submissions.ts';
import { supervisionRoutes } from './supervision.ts';
import { takeSubmissionRoutes } from './takeSubmission.ts';
import { targetRoutes } from './targets.ts';
import { tokenRoutes } from './tokens.ts';
import { versionRoutes } from './versions.ts';

/** Every resource of the API. */
export const routes: readonly Routes[] = [
  noticeRoutes,
  checkRoutes,
  startRoutes,
  amendmentRoutes,
  versionRoutes,
  processRoutes,
  supervisionRoutes,
  campaignRoutes,
  answerRoutes,
  periodRoutes,
  partyRoutes,
  peopleRoutes,
  obligationRoutes,
  obligationDecisionRoutes,
  takeSubmissionRoutes,
  submissionRoutes,
  submissionDecisionRoutes,
  findingRoutes,
  digestRoutes,
  proposalRoutes,
  letterRoutes,
  logRoutes,
  storyRoutes,
  rateRoutes,
  recordRoutes,
  commentRoutes,
  targetRoutes,
  tokenRoutes,
  auditRoutes,
  healthRoutes,
];
