import { choose } from '../chance.ts';
import type { FormField, PageForm } from '../web/readForms.ts';
import { type Opened, openPage, sendForm } from '../web/visit.ts';
import { ABSORBS } from '../weights.ts';
import { commentAnswer } from '../words/drafting.ts';
import type { Stage } from './stage.ts';

/** Answers each comment on the page that nobody has answered yet, in the page's order; answers with the page as it is then. */
export async function answerComments(
  stage: Stage,
  page: Exclude<Opened, { refused: string }>,
  path: string,
  about: string,
): Promise<Opened> {
  const { seed, notice } = stage;
  const open = page.forms.filter(isUnanswered);
  for (const [n, form] of open.entries()) {
    const absorbed = choose(ABSORBS, seed, 'absorb', about, n);
    const fill = ({ name, value }: FormField): string | undefined => {
      if (name === 'why') return commentAnswer(notice.language, seed, about, n);
      return name === 'absorbed' && value === absorbed ? absorbed : undefined;
    };
    await sendForm(page, form, fill);
  }
  return open.length === 0 ? page : openPage(stage.apiUrl, path);
}

const isUnanswered = ({ action, fields }: PageForm): boolean =>
  action.includes('/comments/') && !fields.some(({ name, isSet }) => name === 'absorbed' && isSet);
