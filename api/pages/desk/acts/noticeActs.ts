import { AddPeak, RecordSupervision } from '../../../../contracts/decisions.ts';
import { decideAddPeak } from '../../../deciding/decideOnCampaigns.ts';
import { decideSupervision } from '../../../deciding/decideSupervision.ts';
import { type Act, type DoAct, IncompleteForm } from './act.ts';
import { changeOfHolder } from './changeOfHolder.ts';

/** What is decided on a process as a whole, and on who holds what. */
export const noticeActs: Record<string, DoAct> = {
  'add-peak': ({ deps, field, given, period }) =>
    decideAddPeak(
      deps,
      period,
      given(AddPeak, {
        from: field('from'),
        to: field('to'),
        call: field('call'),
        returnsDue: field('returnsDue'),
        reason: field('reason'),
      }),
    ),
  'record-supervision': (act) => {
    const { deps, field, optional, given, period } = act;
    const asked = given(RecordSupervision, {
      signedOn: field('signedOn'),
      number: optional('number'),
      lists: listsIn(act),
      reason: field('reason'),
    });
    return decideSupervision(deps, period, asked);
  },
  'change-holder': changeOfHolder,
};

const UNIT = 'unit:';

/** The list by deputy, from the deputy chosen for each unit. @throws IncompleteForm where a unit has none */
function listsIn({ form }: Act): { deputy: string; units: string[] }[] {
  const lists = new Map<string, string[]>();
  const lacking: string[] = [];
  for (const [name, [deputy = '']] of form.texts) {
    if (!name.startsWith(UNIT)) continue;
    const unit = name.slice(UNIT.length);
    if (deputy === '') lacking.push(unit);
    else lists.set(deputy, [...(lists.get(deputy) ?? []), unit]);
  }
  if (lacking.length > 0) throw new IncompleteForm(lacking.join(', '), 'lists');
  return [...lists].map(([deputy, units]) => ({ deputy, units }));
}
