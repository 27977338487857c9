import type { ApiDeps } from '../../deps.ts';
import { type Form, textIn } from '../../uploads/readForm.ts';
import type { Opened } from '../openLink.ts';
import { actOf, type DoAct, IncompleteForm } from './acts/act.ts';
import { noticeActs } from './acts/noticeActs.ts';
import { officeActs } from './acts/officeActs.ts';
import { superiorActs } from './acts/superiorActs.ts';

const ACTS: Record<string, DoAct> = { ...officeActs, ...superiorActs, ...noticeActs };

/**
 * Takes one form of a desk, by the very decisions that the API takes: what is not this person's to decide is refused
 * there, whatever the page has shown.
 * @throws IncompleteForm; PermanentFailure as the decision was refused; Problem `unavailable`
 */
export async function takeAct(deps: ApiDeps, opened: Opened, form: Form): Promise<void> {
  const name = textIn(form, 'act');
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act) throw new IncompleteForm('no such act');
  await act(actOf(deps, opened, form));
}
