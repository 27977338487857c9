import { z } from 'zod';
import { Accept, AskForSupplement } from '../../contracts/decisions.ts';
import { decideSupplement } from '../deciding/decide.ts';
import { decideAccept, decideSignedOriginal } from '../deciding/decideAsOffice.ts';
import type { Routes } from '../deps.ts';
import { ById, Decided } from '../schemas/common.ts';
import { decisionRoute } from './decisionRoute.ts';

/** The office reviews; on what the office itself handed in, those above it do. */
const REVIEWERS = ['office', 'supervisor', 'head'] as const;

/** Decisions about submissions. */
export const submissionDecisionRoutes: Routes = (api, deps) => {
  decisionRoute(api, deps, {
    path: '/api/v1/submissions/:id/accept',
    roles: [...REVIEWERS],
    about: {
      id: 'acceptSubmission',
      summary: 'Accept a submission',
      description:
        'What nobody has reviewed in the working days of the settings counts as accepted.',
      refuses: [404, 409, 422],
    },
    params: ById,
    body: Accept.omit({ submissions: true }).meta({ examples: [{ comment: 'Đạt yêu cầu' }, {}] }),
    answer: Decided,
    decide: (asked, { id }) =>
      decideAccept(deps, { ...asked, decision: { ...asked.decision, submissions: [id] } }),
  });

  decisionRoute(api, deps, {
    path: '/api/v1/submissions/accept',
    roles: [...REVIEWERS],
    about: {
      id: 'acceptSubmissions',
      summary: 'Accept submissions of one notice',
      description: 'Up to 500 at once, all or none.',
      refuses: [404, 409, 422],
    },
    params: z.object({}),
    body: Accept.meta({
      examples: [{ submissions: ['5b0f2f6e-58f6-4a8b-8a3e-2f5a9d7c1b11'] }],
    }),
    answer: Decided,
    decide: (asked) => decideAccept(deps, asked),
  });

  decisionRoute(api, deps, {
    path: '/api/v1/submissions/:id/supplement',
    roles: [...REVIEWERS],
    about: {
      id: 'askForSupplement',
      summary: 'Ask for a supplement',
      description:
        'With a comment, what is missing, and a due time of its own. A report in time stays in time.',
      refuses: [404, 409, 422, 503],
    },
    params: ById,
    body: AskForSupplement.omit({ submission: true }).meta({
      examples: [{ comment: 'Bổ sung số liệu', missing: ['Biểu 02'], dueDate: '2020-12-04' }],
    }),
    answer: Decided,
    decide: (asked, { id }) =>
      decideSupplement(deps, { ...asked, decision: { ...asked.decision, submission: id } }),
  });

  decisionRoute(api, deps, {
    path: '/api/v1/submissions/:id/signed-original',
    roles: [...REVIEWERS],
    about: {
      id: 'recordSignedOriginal',
      summary: 'Note that the signed original has followed',
      description: 'A state of its own, with the number of the signed document.',
      refuses: [404, 409, 422],
    },
    params: ById,
    body: z
      .strictObject({
        number: z.string().trim().min(1).max(100).nullable().default(null),
        comment: z.string().trim().max(4000).optional(),
      })
      .meta({ examples: [{ number: '12/BC-BTG' }] }),
    answer: Decided,
    decide: (asked, { id }) => decideSignedOriginal(deps, id, asked),
  });
};
