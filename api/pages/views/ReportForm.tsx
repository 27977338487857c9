import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import { inLanguage } from '../../../letters/catalogue/phrases.ts';
import { collection } from '../catalogue/collection.ts';
import { common } from '../catalogue/common.ts';
import { report } from '../catalogue/report.ts';
import { nothingAtStage } from '../catalogue/stage.ts';
import { spokenOn } from '../spokenOn.ts';
import { Choice, Field, FilesField } from './parts.tsx';
import type { ReportViewProps } from './ReportView.tsx';

/** The report itself, and apart from it the confirmed word that there is nothing to report: two forms, so that neither is chosen by accident. */
export function ReportForm(props: ReportViewProps) {
  const { writing, action, once, sections, typed } = props;
  const say = writing.say(report);
  const shared = writing.say(common);
  const words = formWords(props);
  const was = (name: string): string => typed?.texts.get(name)?.[0] ?? '';
  return (
    <>
      <section>
        <h2>{words.form}</h2>
        <form method="post" action={action} enctype="multipart/form-data">
          <input type="hidden" name="once" value={once} />
          <input type="hidden" name="kind" value="report" />
          <Capacities {...props} />
          {sections.map(({ id, title, ask, of }, at) => (
            <Field
              id={`section-${id}`}
              label={`${at + 1}. ${title}`}
              hint={
                [ask, of === null ? null : say.forProcess(of)].filter(Boolean).join(' ') ||
                undefined
              }
            >
              {(attributes) => (
                <textarea {...attributes} name={`section-${id}`} maxLength={200_000} rows={5}>
                  {was(`section-${id}`)}
                </textarea>
              )}
            </Field>
          ))}
          <Field
            id="body"
            label={sections.length > 0 ? say.bodyRest : say.body}
            hint={sections.length > 0 ? undefined : say.bodyHint}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                name="body"
                {...(sections.length === 0 && { class: 'long' })}
                maxLength={200_000}
                rows={sections.length > 0 ? 4 : 12}
              >
                {was('body')}
              </textarea>
            )}
          </Field>
          <PartsSent {...props} />
          <FilesField id="files" label={shared.files} hint={shared.filesHint} />
          <button type="submit">{words.send}</button>
        </form>
      </section>
      {words.nothing === null ? null : (
        <section>
          <h2>{words.nothing.title}</h2>
          <p>{words.nothing.hint}</p>
          <form method="post" action={action}>
            <input type="hidden" name="once" value={`${once}-nothing`} />
            <input type="hidden" name="kind" value="nothing" />
            <Capacities {...props} />
            <Choice type="checkbox" name="confirm-nothing" value="yes" required>
              {words.nothing.confirm}
            </Choice>
            <button type="submit" class="second">
              {words.nothing.send}
            </button>
          </form>
        </section>
      )}
    </>
  );
}

interface FormWords {
  form: string;
  send: string;
  /** null where "nothing" is not taken */
  nothing: { title: string; hint: string; confirm: string; send: string } | null;
}

/** What cannot be "nothing": it is asked of its party by name, and without it there is nothing to be read. */
const NEVER_NOTHING: ReadonlySet<string> = new Set([
  'document',
  'explanation',
  'guidance',
  'supplement',
]);

/** What is handed in, by its own name, or that there is nothing; at a stage of a drafting that word is the stage's own. */
function formWords({ writing, page, stage }: ReportViewProps): FormWords {
  const say = writing.say(report);
  const { language } = writing.head;
  const spoken = spokenOn(page, stage);
  const form = say.handIn(wordsFor(spoken).noun[language]);
  const words = (nothing: FormWords['nothing']): FormWords => ({ form, send: form, nothing });
  if (stage !== null) {
    return words(stage.nothing && inLanguage(nothingAtStage[stage.nothing], language));
  }
  if (NEVER_NOTHING.has(spoken)) return words(null);
  return words({
    title: say.nothingTitle,
    hint: say.nothingHint,
    confirm: say.nothingConfirm,
    send: say.nothingSend,
  });
}

/** Which parts of the dossier are in this version: whoever sends it says so, nothing is ticked beforehand. */
function PartsSent({ writing, beside, typed }: ReportViewProps) {
  if (beside.dossier.length === 0) return null;
  const say = writing.say(collection);
  const ticked = typed?.texts.get('part');
  return (
    <fieldset>
      <legend>{say.partsSent}</legend>
      <p class="hint">{say.partsHint}</p>
      {beside.dossier.map(({ id, title }) => (
        <Choice type="checkbox" name="part" value={id} checked={ticked?.includes(id) ?? false}>
          {title}
        </Choice>
      ))}
    </fieldset>
  );
}

/** For one capacity there is nothing to choose; for several each can be left out. */
function Capacities({ writing, page, typed }: ReportViewProps) {
  const open = page.duties.filter(({ closed }) => !closed);
  const [only] = open;
  if (open.length === 1 && only) {
    return <input type="hidden" name="obligation" value={only.obligationId} />;
  }
  const chosen = typed?.texts.get('obligation');
  return (
    <fieldset>
      <legend>{writing.say(report).forWhich}</legend>
      {open.map(({ obligationId, capacity }) => (
        <Choice
          type="checkbox"
          name="obligation"
          value={obligationId}
          checked={chosen === undefined || chosen.includes(obligationId)}
        >
          {capacity}
        </Choice>
      ))}
    </fieldset>
  );
}
