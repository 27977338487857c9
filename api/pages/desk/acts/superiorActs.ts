import {
  DecideProposal,
  Extend,
  HoldRung,
  MergePeriod,
  Reassign,
  SkipPeriod,
} from '../../../../contracts/decisions.ts';
import {
  decideExtend,
  decideHold,
  decideReassign,
  decideTakeOut,
} from '../../../deciding/decide.ts';
import {
  decideHoldFinding,
  decideRelease,
  decideReverse,
} from '../../../deciding/decideOnFindings.ts';
import { decideOnProposal } from '../../../deciding/decideOnProposal.ts';
import { type DoAct, IncompleteForm, idOf, reasonOf } from './act.ts';

/** What those above decide: on time, on findings, on whole periods. */
export const superiorActs: Record<string, DoAct> = {
  'release-finding': (act) => decideRelease(act.deps, idOf(act, 'finding'), reasonOf(act)),
  'hold-finding': (act) => decideHoldFinding(act.deps, idOf(act, 'finding'), reasonOf(act)),
  'reverse-finding': (act) => decideReverse(act.deps, idOf(act, 'finding'), reasonOf(act)),
  'decide-proposal': ({ deps, field, optional, given }) =>
    decideOnProposal(
      deps,
      field('proposal'),
      given(DecideProposal, {
        handling: field('handling'),
        dueDate: optional('dueDate'),
        reason: field('reason'),
      }),
    ),
  hold: ({ deps, field, given }) =>
    decideHold(
      deps,
      given(HoldRung, {
        obligations: [field('obligation')],
        rung: field('rung'),
        workingDays: Number(field('workingDays')),
        reason: field('reason'),
      }),
    ),
  extend: ({ deps, field, given }) =>
    decideExtend(
      deps,
      given(Extend, {
        obligations: [field('obligation')],
        dueDate: field('dueDate'),
        reason: field('reason'),
      }),
    ),
  reassign: ({ deps, field, optional, given }) =>
    decideReassign(
      deps,
      given(Reassign, {
        obligation: field('obligation'),
        to: field('to'),
        dueDate: optional('dueDate'),
        reason: field('reason'),
      }),
    ),
  'take-out': ({ deps, field, all, given, period }) => {
    if (period.key === '') throw new IncompleteForm('no period was chosen', 'key');
    const some = all('party');
    const parties = some.length === 0 ? undefined : some;
    const reason = field('reason');
    const into = field('into');
    const asked =
      into === 'skip'
        ? given(SkipPeriod, { parties, reason })
        : given(MergePeriod, { into, parties, reason });
    return decideTakeOut(deps, period, asked);
  },
};
