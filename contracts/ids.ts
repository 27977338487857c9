/** Ids are made of the domain's own words and never of a person's name or address. */

export const periodId = (noticeId: string, processId: string, key: string): string =>
  `${noticeId}/${processId}/${key}`;

/** A track's schedule; `variant` tells a schedule made by a decision from the planned one. */
export const scheduleId = (period: string, track: string, variant?: string): string =>
  variant === undefined ? `${period}/${track}` : `${period}/${track}~${variant}`;

export const obligationId = (period: string, track: string, party: string): string =>
  track === 'main' ? `${period}/${party}` : `${period}/${party}:${track}`;

/** Key of the letter that brings a finding's words to a person. */
export const releasedLetterKey = (findingId: string, personId: string): string =>
  `finding-released/${findingId}/${personId}`;

/** Workflow ids: the notice, a process of it, a period of that (`periodId` itself), and the notice's daily round. */
export const noticeWorkflowId = (noticeId: string): string => noticeId;
export const processWorkflowId = (noticeId: string, processId: string): string =>
  `${noticeId}/${processId}`;
export const roundWorkflowId = (noticeId: string): string => `${noticeId}/~round`;

/** The notice that a workflow or a period belongs to, from its id. */
export const noticeOfWorkflow = (workflowId: string): string =>
  workflowId.split('/', 1)[0] ?? workflowId;
