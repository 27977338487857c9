import type { ActOf } from '../acts.ts';
import { choose } from '../chance.ts';
import { openPage, sendForm } from '../web/visit.ts';
import { ON_PROPOSAL } from '../weights.ts';
import { handlingReason } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

interface Proposal {
  id: string;
  proposed: string;
  personId: string;
  digestId: string;
}

/**
 * The chair goes through the proposals on the desk, one form after the other. What is decided hangs on whom it is about
 * and when, never on a record's id, which no seed foresees.
 */
export async function decideProposals(
  { apiUrl, api, notice, seed }: Stage,
  act: ActOf<'decide proposals'>,
): Promise<string> {
  const page = await openPage(apiUrl, act.subject.page);
  if ('refused' in page) return page.refused;
  const { items } = await api.read<{ items: Proposal[] }>(
    { role: 'head', person: act.actor },
    `/notices/${notice.id}/proposals?state=open&limit=500`,
  );
  const outcomes: string[] = [];
  for (const form of page.forms) {
    const id = form.fields.find(({ name }) => name === 'proposal')?.value;
    const proposal = items.find((one) => one.id === id);
    if (!proposal) continue; // a form of another section
    const about = `${proposal.personId}/${proposal.digestId}`;
    const choice = choose(ON_PROPOSAL, seed, 'on proposal', act.id, about);
    if (choice === 'leave') continue;
    const handling = choice === 'as proposed' ? proposal.proposed : choice;
    const outcome = await sendForm(page, form, ({ name }) => {
      if (name === 'once') return `${act.id}/${about}`;
      if (name === 'handling') return handling;
      if (name === 'reason') return handlingReason(notice.language, seed, about);
      return undefined;
    });
    outcomes.push(`${handling}: ${outcome}`);
  }
  return outcomes.length === 0 ? 'nothing to decide' : outcomes.join('; ');
}
