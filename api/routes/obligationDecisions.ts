import { z } from 'zod';
import {
  CancelObligations,
  Excuse,
  Extend,
  HoldRung,
  Reassign,
} from '../../contracts/decisions.ts';
import {
  decideCancel,
  decideExcuse,
  decideExtend,
  decideHold,
  decideReassign,
} from '../deciding/decide.ts';
import type { Routes } from '../deps.ts';
import { Decided } from '../schemas/common.ts';
import { decisionRoute } from './decisionRoute.ts';

const PATH = '/api/v1/obligations/decisions';
const params = z.object({});
const answer = Decided;
const obligations = ['trieu-son-2020/5-reports/2020-11-28/truong-ban-tuyen-giao'];
const reason = 'Đi công tác theo quyết định của Huyện ủy';

/** Decisions about obligations, named in the body since their ids contain slashes. */
export const obligationDecisionRoutes: Routes = (api, deps) => {
  decisionRoute(api, deps, {
    path: `${PATH}/extend`,
    roles: ['supervisor', 'head'],
    about: {
      id: 'extendObligations',
      summary: 'Extend',
      description:
        'Moves the due time of open obligations of one period. The original date is kept beside it, and lateness already found is not erased.',
      refuses: [404, 409, 422, 503],
    },
    params,
    body: Extend.meta({ examples: [{ obligations, dueDate: '2020-12-02', reason }] }),
    answer,
    decide: (asked) => decideExtend(deps, asked),
  });

  decisionRoute(api, deps, {
    path: `${PATH}/excuse`,
    roles: ['office', 'supervisor', 'head'],
    about: {
      id: 'excuseObligations',
      summary: 'Excuse',
      description:
        'Before the due time the office enters leave, sickness or mission; after it the chair excuses members and the deputy in charge communes. Nobody excuses himself.',
      refuses: [404, 409, 422],
    },
    params,
    body: Excuse.meta({ examples: [{ obligations, ground: 'mission', reason }] }),
    answer,
    decide: (asked) => decideExcuse(deps, asked),
  });

  decisionRoute(api, deps, {
    path: `${PATH}/cancel`,
    roles: ['admin', 'head'],
    about: {
      id: 'cancelObligations',
      summary: 'Cancel',
      description: 'Cancels open obligations of one period. What was to come for them stops.',
      refuses: [404, 409, 422, 503],
    },
    params,
    body: CancelObligations.meta({ examples: [{ obligations, reason }] }),
    answer,
    decide: (asked) => decideCancel(deps, asked),
  });

  decisionRoute(api, deps, {
    path: `${PATH}/reassign`,
    roles: ['supervisor', 'head'],
    about: {
      id: 'reassignObligation',
      summary: 'Reassign',
      description:
        'Passes an open obligation on to another party in the same period: it is prompted at once, with the same due time or a later one. Where the other owes there already, nothing is doubled. Whoever decides stands above both.',
      refuses: [404, 409, 422, 503],
    },
    params,
    body: Reassign.meta({
      examples: [{ obligation: obligations[0], to: 'chu-tich-mttq', reason }],
    }),
    answer,
    decide: (asked) => decideReassign(deps, asked),
  });

  decisionRoute(api, deps, {
    path: `${PATH}/hold`,
    roles: ['supervisor', 'head'],
    about: {
      id: 'holdRung',
      summary: 'Hold a rung',
      description:
        'The supervisor whom the ladder has turned to holds the next rung once, up to the working days that the settings allow.',
      refuses: [404, 409, 422, 503],
    },
    params,
    body: HoldRung.meta({ examples: [{ obligations, rung: 'chair', workingDays: 2, reason }] }),
    answer,
    decide: (asked) => decideHold(deps, asked),
  });
};
