import { partyTitle } from '../../../domain/notice/roster.ts';
import type { Form } from '../../uploads/readForm.ts';
import { desk as phrases } from '../catalogue/desk.ts';
import { fieldName } from '../catalogue/fieldNames.ts';
import { further } from '../catalogue/further.ts';
import { refusals } from '../catalogue/report.ts';
import type { Opened } from '../openLink.ts';
import { refusalWords } from '../refusalWords.ts';
import { IncompleteForm } from './acts/act.ts';
import { type RefusedForm, refusedForm } from './refusedForm.ts';

type OnPage = Pick<Opened, 'writing' | 'notice'>;

/** Why a form was not taken, to be shown with what was typed; undefined where it was. Rethrows what is no refusal. */
export async function refusalOf(
  page: OnPage,
  form: Form,
  take: () => Promise<unknown>,
): Promise<{ refused: RefusedForm; status: number } | undefined> {
  const { writing } = page;
  if (form.refused.length > 0) {
    const faults = form.refused.map((name) => writing.say(refusals).file(name));
    return { refused: refusedForm(form, faults), status: 422 };
  }
  try {
    await take();
    return undefined;
  } catch (error) {
    if (error instanceof IncompleteForm) {
      return { refused: refusedForm(form, [incompleteWords(page, error)]), status: 422 };
    }
    const { words, status } = refusalWords(writing, error);
    return { refused: refusedForm(form, [words]), status };
  }
}

/** Which field is missing or wrong; where units have nobody in charge, which they are. */
function incompleteWords({ writing, notice }: OnPage, { field, message }: IncompleteForm): string {
  if (field === 'lists') {
    const units = message.split(', ').map((id) => partyTitle(notice, id));
    return writing.say(further).splitLacks(units.join(', '));
  }
  const name = fieldName(field, writing.head.language);
  const say = writing.say(phrases);
  return name === undefined ? say.badForm : say.badField(name);
}
