import { z } from 'zod';
import { readNotice } from '../../cli/check/readNotice.ts';
import { CalendarDay } from '../../contracts/notice/primitives.ts';
import { previewNotice } from '../../domain/preview/preview.ts';
import { only } from '../auth/caller.ts';
import type { Routes } from '../deps.ts';
import { languageAsked } from '../incoming/languageAsked.ts';
import { operation } from '../schemas/operation.ts';
import { NoticeText, textOf, wholeNotice } from './noticeText.ts';

const Fault = z.object({
  tier: z.enum(['syntax', 'shape', 'meaning']),
  code: z.string(),
  line: z.int(),
  column: z.int(),
  field: z.string().describe('JSON pointer of the field'),
  message: z.string(),
  expected: z.string().describe('what would be right'),
});
const Check = z.object({
  valid: z.boolean(),
  problems: z.array(Fault),
  warnings: z.array(Fault),
});
const Day = CalendarDay.optional();

/** Checking and previewing a notice file: nothing is written and nothing starts. */
export const checkRoutes: Routes = (api, { pool }) => {
  api.post(
    '/api/v1/notices/check',
    {
      onRequest: only(pool, 'admin', 'office'),
      schema: operation(
        {
          id: 'checkNotice',
          tag: 'notices',
          summary: 'Check a notice file',
          description:
            'Every problem of a tier at once (syntax, shape, meaning), with line, column, field and what would be right; in Vietnamese or English as Accept-Language asks, else in the notice’s own language. Nothing is written.',
          refuses: [400, 413, 415, 422],
        },
        { body: NoticeText, response: { 200: Check } },
      ),
    },
    (request) => {
      const { notice, problems, warnings } = readNotice(textOf(request.body), {
        fileName: 'notice',
        language: languageAsked(request),
      });
      return { valid: notice !== undefined, problems, warnings };
    },
  );

  api.post(
    '/api/v1/notices/preview',
    {
      onRequest: only(pool, 'admin', 'office'),
      schema: operation(
        {
          id: 'previewNotice',
          tag: 'notices',
          summary: 'Preview a notice file',
          description:
            'Every prompt, reminder, due time, lock and rung with its recipient and the reason a date moved, letters per person and month, the worst days, and what is assumed. The same pure plan that the processes run.',
          refuses: [400, 413, 415, 422],
        },
        {
          body: NoticeText,
          querystring: z.object({ from: Day, to: Day }),
          response: { 200: z.looseObject({}).describe('the preview') },
        },
      ),
    },
    (request) => {
      const notice = wholeNotice(textOf(request.body), languageAsked(request));
      const { from, to } = request.query;
      const span = { ...(from && { from }), ...(to && { to }) };
      return { ...previewNotice(notice, span) };
    },
  );
};
