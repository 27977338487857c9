import { z } from 'zod';
import { Instant } from './common.ts';

/** One event of a story: rows of the log of one minute that say the same, with what the register knows of them. */
export const StoryEvent = z
  .object({
    seq: z.int().describe('the first of its rows in the log'),
    at: Instant.describe("when the first of them happened, on the notice's clock"),
    until: Instant.describe('when the last of them happened'),
    action: z.string().describe('as the log has it'),
    n: z.int().describe('how many rows of the log'),
    actor: z.string(),
    actorName: z.string().nullable(),
    decision: z
      .object({
        id: z.uuid(),
        kind: z.string(),
        capacity: z.string(),
        reason: z.string().nullable(),
        handling: z.string().nullable(),
      })
      .nullable()
      .describe('the decision behind it: who took it in which capacity, and why'),
    parties: z.array(z.string()).describe('titles, at most 100'),
    partyCount: z.int(),
    receivers: z.array(z.string()).describe('whom its letters went to, at most 100'),
    about: z.string().nullable().describe('the kind of letter, or the rung'),
    recipient: z.string().nullable().describe('whom a rung went to'),
    submission: z.object({ kind: z.enum(['report', 'nothing']), channel: z.string() }).nullable(),
    deliverable: z.string().nullable().describe('what was owed'),
    detail: z.record(z.string(), z.unknown()).describe('further ids, instants, codes and counts'),
  })
  .meta({
    id: 'StoryEvent',
    examples: [
      {
        seq: 2311,
        at: '2020-12-09T03:55:00.000Z',
        until: '2020-12-09T03:55:00.000Z',
        action: 'obligation-excused',
        n: 1,
        actor: 'person:chanh-van-phong',
        actorName: 'Chánh Văn phòng NTM huyện',
        decision: {
          id: '141f0515-0ed9-86c4-ac1b-46d92552ec2f',
          kind: 'excuse',
          capacity: 'chanh-van-phong',
          reason: 'Đang điều trị tại bệnh viện.',
          handling: null,
        },
        parties: ['Trưởng ban Tuyên giáo Huyện ủy'],
        partyCount: 1,
        receivers: [],
        about: null,
        recipient: null,
        submission: null,
        deliverable: 'report',
        detail: { decision: '141f0515-0ed9-86c4-ac1b-46d92552ec2f' },
      },
    ],
  });
