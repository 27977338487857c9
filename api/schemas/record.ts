import { z } from 'zod';
import { STATUSES } from '../../domain/status/status.ts';
import {
  Evidence,
  Instant,
  NoticeId,
  ObligationId,
  PartyId,
  PeriodKey,
  ProcessId,
} from './common.ts';

export const Notice = z
  .object({
    id: NoticeId,
    title: z.string(),
    language: z.enum(['vi', 'en']),
    zone: z.string(),
    state: z.enum(['loaded', 'running', 'closed']),
    clock: z.enum(['live', 'rehearsal']),
    loadedAt: Instant,
    startedAt: Instant.nullable(),
  })
  .meta({
    id: 'Notice',
    examples: [
      {
        id: 'trieu-son-2020',
        title: 'Thông báo kết luận của đồng chí Bí thư Huyện ủy',
        language: 'vi',
        zone: 'Asia/Ho_Chi_Minh',
        state: 'running',
        clock: 'live',
        loadedAt: '2020-11-11T07:00:00.000Z',
        startedAt: '2020-11-11T07:00:00.000Z',
      },
    ],
  });

export const Process = z
  .object({
    id: ProcessId,
    directive: z.string(),
    kind: z.string(),
    title: z.string(),
    asks: z.string(),
    state: z.enum(['waiting', 'running', 'paused', 'done', 'cancelled']),
    waitsFor: z.string().nullable(),
    pausedAt: Instant.nullable(),
    startedAt: Instant.nullable(),
    periods: z.object({ open: z.int(), closed: z.int(), all: z.int() }),
    obligations: z.record(z.string(), z.int()).describe('obligations of the main track by outcome'),
  })
  .meta({ id: 'Process' });

export const Period = z
  .object({
    id: z.string(),
    noticeId: NoticeId,
    processId: ProcessId,
    key: PeriodKey,
    state: z.enum(['open', 'paused', 'closed', 'before-start', 'cancelled']),
    deliverable: z.string().describe('what everybody owes in it'),
    trial: z.boolean().describe('prompted, never found: its ladder did not fit after the start'),
    ordinal: z.int(),
    opensAt: Instant,
    dueAt: Instant,
    closesAt: Instant,
    closedAt: Instant.nullable(),
    counts: z
      .record(z.string(), z.record(z.string(), z.int()))
      .describe('obligations by track and outcome'),
  })
  .meta({ id: 'Period' });

export const Step = z.object({
  schedule: z.string(),
  track: z.string(),
  key: z.string(),
  kind: z.string(),
  at: Instant,
  notes: z.array(z.looseObject({ code: z.string() })).describe('why the instant was moved'),
  doneAt: Instant.nullable(),
});

export const Obligation = z
  .object({
    id: ObligationId,
    noticeId: NoticeId,
    processId: ProcessId,
    periodId: z.string(),
    periodKey: PeriodKey,
    track: z.string(),
    deliverable: z.string(),
    partyId: PartyId,
    party: z.string(),
    status: z.enum(STATUSES),
    originalDueAt: Instant,
    dueAt: Instant.describe('as it stands: exclusive'),
    lastDay: z.string(),
    lockAt: Instant.nullable(),
    receivedAt: Instant.nullable(),
    receivedAs: z.enum(['report', 'nothing']).nullable(),
    finding: z.object({ id: z.uuid(), state: z.string() }).nullable(),
    rungs: z.array(z.string()).describe('rungs taken'),
    reassignedTo: ObligationId.nullable().describe(
      'where it is owed since it was taken off this party',
    ),
    reassignedFrom: z
      .array(ObligationId)
      .describe('what it stands for since it was taken off others'),
  })
  .meta({ id: 'Obligation' });

export const Finding = z
  .object({
    id: z.uuid(),
    noticeId: NoticeId,
    obligationId: ObligationId,
    processId: ProcessId,
    periodKey: PeriodKey,
    partyId: PartyId,
    party: z.string(),
    lastDay: z.string(),
    state: z.enum(['withheld', 'recorded', 'released', 'reversed']),
    doubts: z.array(z.string()),
    hasWords: z.boolean(),
    held: z.boolean(),
    evidence: z.array(Evidence),
    recordedAt: Instant,
    releaseDueAt: Instant.nullable(),
    decidedAt: Instant.nullable(),
    answers: z.array(z.object({ at: Instant, body: z.string() })),
  })
  .meta({ id: 'Finding' });

export const LogRow = z
  .object({
    seq: z.int(),
    at: Instant.describe("on the notice's clock"),
    recordedAt: Instant.describe("on the machine's clock"),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'LogRow' });

export const Rate = z
  .object({
    group: z.string(),
    title: z.string(),
    owed: z.int(),
    done: z.int(),
    onTime: z.int(),
    late: z.int(),
    overdue: z.int(),
    openInTime: z.int(),
    completion: z.number().nullable().describe('0 to 1; null where nothing is owed'),
    timeliness: z.number().nullable().describe('0 to 1; null where nothing has fallen due'),
    statuses: z.partialRecord(z.enum(STATUSES), z.int()),
  })
  .meta({ id: 'Rate' });

/** Parts of a dossier that nothing handed in so far contains. */
const Missing = z
  .array(z.object({ id: z.string(), title: z.string() }))
  .nullable()
  .describe('parts of the dossier that are still missing; null where no dossier is asked for');

export const ObligationRead = Obligation.extend({
  missing: Missing,
  guidance: z
    .uuid()
    .nullable()
    .describe('the submission that holds the guidance, once it is there'),
}).meta({ id: 'ObligationRead' });

export const Submission = z
  .object({
    id: z.uuid(),
    receiptNo: z.string(),
    channel: z.string(),
    kind: z.enum(['report', 'nothing']),
    signedBy: z.string().nullable(),
    capacities: z.array(z.string()),
    uploadedBy: z.string(),
    receivedAt: Instant,
    recordedAt: Instant,
    review: z.enum(['unreviewed', 'accepted', 'accepted-by-time', 'supplement-asked']),
    reviewDueAt: Instant,
    reviewedAt: Instant.nullable(),
    signedOriginalAt: Instant.nullable(),
    covers: z.array(
      z.object({ obligationId: ObligationId, version: z.int(), outcome: z.string() }),
    ),
  })
  .meta({ id: 'Submission' });

export const SubmissionRead = Submission.extend({
  noticeId: NoticeId,
  body: z.string(),
  answers: z.record(z.string(), z.string()),
  checklist: z.array(z.string()),
  missing: Missing,
  keyInReason: z.string().nullable(),
  contentSha256: z.string(),
  signedOriginalNo: z.string().nullable(),
  attachments: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      mediaType: z.string(),
      size: z.int(),
      sha256: z.string(),
    }),
  ),
}).meta({ id: 'SubmissionRead' });
