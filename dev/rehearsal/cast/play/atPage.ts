import type { ActOf } from '../acts.ts';
import type { FormField, PageForm } from '../web/readForms.ts';
import { openPage, sendForm } from '../web/visit.ts';
import { findingAnswer } from '../words/decisions.ts';
import type { Stage } from './stage.ts';

/** The office ticks that its book, tray and Zalo are empty. */
export async function certify(stage: Stage, act: ActOf<'certify'>): Promise<string> {
  const fill = ({ name, type }: FormField): string | undefined => {
    if (name === 'once') return act.id;
    return type === 'choice' ? 'yes' : undefined;
  };
  return fillIn(stage, act.subject.page, 'book', fill);
}

/** The person found says what there is to say. */
export async function answerFinding(stage: Stage, act: ActOf<'answer finding'>): Promise<string> {
  const { notice, seed } = stage;
  const fill = ({ name }: FormField): string | undefined => {
    if (name === 'once') return act.id;
    return name === 'body' ? findingAnswer(notice.language, seed, act.id) : undefined;
  };
  return fillIn(stage, act.subject.page, 'body', fill);
}

/** Sends the page's form that has a field of this name; a page without it has nothing left to decide. */
async function fillIn(
  stage: Stage,
  path: string,
  fieldName: string,
  fill: (field: FormField) => string | undefined,
): Promise<string> {
  const page = await openPage(stage.apiUrl, path);
  if ('refused' in page) return page.refused;
  const form = page.forms.find((one: PageForm) =>
    one.fields.some(({ name }) => name === fieldName),
  );
  return form ? sendForm(page, form, fill) : 'nothing to fill in';
}
