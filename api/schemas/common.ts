import { z } from 'zod';
import { Id } from '../../contracts/notice/primitives.ts';

/** An instant in UTC as the API prints it. */
export const Instant = z
  .string()
  .meta({ format: 'date-time', examples: ['2020-11-28T17:00:00.000Z'] });
export const NoticeId = Id.meta({ examples: ['trieu-son-2020'] });
export const ProcessId = Id.meta({ examples: ['5-reports'] });
export const PartyId = Id.meta({ examples: ['truong-ban-tuyen-giao'] });
export const PersonId = z
  .string()
  .max(64)
  .meta({ examples: ['truong-ban-tuyen-giao'] });
export const PeriodKey = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'a period is named by its day, e.g. 2020-11-28')
  .max(100)
  .meta({ examples: ['2020-11-28'] });
export const ObligationId = z
  .string()
  .max(300)
  .meta({ examples: ['trieu-son-2020/5-reports/2020-11-28/truong-ban-tuyen-giao'] });

export const InNotice = z.object({ notice: NoticeId });
export const InProcess = InNotice.extend({ process: ProcessId });
export const InPeriod = InProcess.extend({ key: PeriodKey });
export const ById = z.object({ id: z.uuid() });

/** What every list takes: how many, and after which. */
export const paging = {
  cursor: z.string().max(1000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe('cursor of the next page; null on the last'),
  });

/** `true` and `false` as a query spells them. */
export const Flag = z.enum(['true', 'false']).transform((word) => word === 'true');

/** What the header of every request that creates something may carry. */
export const CreatingHeaders = z.object({
  'idempotency-key': z
    .string()
    .max(200)
    .optional()
    .describe('the same key with the same request gets the same answer, and is carried out once'),
});

export const Evidence = z.object({
  kind: z.string(),
  at: Instant.nullable(),
  state: z.enum(['queued', 'sending', 'sent', 'uncertain', 'failed', 'bounced', 'stopped']),
});

export const Decided = z
  .object({ decisionId: z.uuid() })
  .meta({ examples: [{ decisionId: '7f2b3a52-8f0e-4a44-9d0a-3a3c41f5a0f1' }] });

export const Receipt = z
  .object({
    submissionId: z.uuid(),
    receiptNo: z.string(),
    receivedAt: Instant.describe('when its body was complete, or was in hand on paper'),
    recordedAt: Instant,
    late: z.boolean(),
    version: z.int(),
    capacities: z.array(z.string()),
    obligationIds: z.array(ObligationId),
  })
  .meta({
    examples: [
      {
        submissionId: '5b0f2f6e-58f6-4a8b-8a3e-2f5a9d7c1b11',
        receiptNo: '2020-000123',
        receivedAt: '2020-11-27T02:14:09.120Z',
        recordedAt: '2020-11-27T02:14:09.120Z',
        late: false,
        version: 1,
        capacities: ['Trưởng ban Tuyên giáo Huyện ủy'],
        obligationIds: ['trieu-son-2020/5-reports/2020-11-28/truong-ban-tuyen-giao'],
      },
    ],
  });
