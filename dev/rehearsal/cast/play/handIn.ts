import type { ActOf } from '../acts.ts';
import { choose } from '../chance.ts';
import type { FormField, PageForm } from '../web/readForms.ts';
import { openPage, sendForm } from '../web/visit.ts';
import { HAS_FILE, HAS_PART } from '../weights.ts';
import { opinion } from '../words/drafting.ts';
import { fileOf } from '../words/fileOf.ts';
import { reportText } from '../words/reports.ts';
import { answerComments } from './answerComments.ts';
import type { Stage } from './stage.ts';

/** Opens the link of the letter and hands in what its form asks for: answers to the outline, or that there is nothing to report. */
export async function handIn(stage: Stage, act: ActOf<'hand in'>): Promise<string> {
  const { seed, notice } = stage;
  const { page, kind, version, obligations, copyOf } = act.subject;
  const before = await openPage(stage.apiUrl, page);
  if ('refused' in before) return before.refused;
  const opened = await answerComments(stage, before, page, obligations[0] ?? '');
  if ('refused' in opened) return opened.refused;
  const form = opened.forms.find((one) => kindOf(one) === kind);
  const offered = form?.fields.filter(({ name }) => name === 'obligation') ?? [];
  // excused or cancelled meanwhile: the page says so and has no form for it
  if (!form || !offered.some(({ value }) => obligations.includes(value)))
    return 'nothing to fill in';

  const about = [copyOf ?? obligations[0] ?? '', version] as const;
  const opinionOn = act.subject.isOpinion === true;
  const sections = form.fields.filter(({ name }) => name.startsWith('section-'));
  const fill = (field: FormField): string | undefined => {
    if (field.name === 'once') return act.id;
    if (field.name === 'confirm-nothing') return 'yes';
    if (field.name.startsWith('section-')) {
      return reportText(notice.language, seed, ...about, field.name);
    }
    if (field.name === 'part') {
      return isInDossier(seed, act.subject, field.value) ? field.value : undefined;
    }
    if (field.name !== 'body') return undefined;
    if (opinionOn) return opinion(notice.language, seed, ...about);
    return sections.length > 0 ? '' : reportText(notice.language, seed, ...about, 'body');
  };
  const chosen = {
    ...form,
    fields: form.fields
      .filter(({ name, value }) => name !== 'obligation' || obligations.includes(value))
      .map((field) => (field.name === 'obligation' ? { ...field, isSet: true } : field)),
  };
  const file = kind === 'nothing' ? 'none' : choose(HAS_FILE, seed, 'file', ...about);
  return sendForm(opened, chosen, fill, file === 'none' ? [] : [fileOf(file, seed, ...about)]);
}

/** A first dossier lacks a part now and then; what comes after it was asked for is whole. */
const isInDossier = (
  seed: number,
  { obligations, version }: ActOf<'hand in'>['subject'],
  part: string,
): boolean => {
  const [about = ''] = obligations;
  const isFirst = version === 1 && !about.includes(':');
  return !isFirst || choose(HAS_PART, seed, 'part', about, part) === 'sent';
};

const kindOf = (form: PageForm): string | undefined =>
  form.fields.find(({ name }) => name === 'kind')?.value;
