import type { ActOf } from '../acts.ts';
import type { FormField } from '../web/readForms.ts';
import { openPage, sendForm } from '../web/visit.ts';
import { excuseReason, holdReason } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

/** A superior opens the desk that the round's letter links to, and decides about one silent person there. */
export async function playAtDesk(
  stage: Stage,
  act: ActOf<'hold'> | ActOf<'excuse after'>,
): Promise<string> {
  const { notice, seed } = stage;
  const page = await openPage(stage.apiUrl, act.subject.page);
  if ('refused' in page) return page.refused;
  const what = act.act === 'hold' ? 'hold' : 'excuse';
  const form = page.forms.find(({ fields }) => {
    const has = (name: string, value: string): boolean =>
      fields.some((field) => field.name === name && field.value === value);
    return has('act', what) && has('obligation', act.subject.obligation);
  });
  // reported meanwhile, or the last rung has been taken
  if (!form) return 'nothing to decide';
  const reason = act.act === 'hold' ? holdReason : excuseReason;
  return sendForm(page, form, ({ name }: FormField) => {
    if (name === 'once') return act.id;
    if (name === 'reason') return reason(notice.language, seed, act.id);
    if (name === 'ground') return 'mission';
    if (name === 'workingDays' && act.act === 'hold') return String(act.subject.workingDays);
    return undefined;
  });
}
