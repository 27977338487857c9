import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import { collection } from '../catalogue/collection.ts';
import { common } from '../catalogue/common.ts';
import { report } from '../catalogue/report.ts';
import { spokenOn } from '../spokenOn.ts';
import { Capacities } from './Capacities.tsx';
import { NothingForm } from './NothingForm.tsx';
import { Choice, Field, FilesField } from './parts.tsx';
import type { ReportViewProps } from './ReportView.tsx';

/**
 * The report itself, and apart from it the confirmed word that there is nothing to report: two forms, so that neither is
 * chosen by accident. Where all of it is in, a further version is folded away: nothing more is asked for.
 */
export function ReportForm(props: ReportViewProps) {
  const { writing, page, stage } = props;
  const say = writing.say(report);
  const noun = wordsFor(spokenOn(page, stage)).noun[writing.head.language];
  const send = say.handIn(noun);
  if (isWhole(props)) {
    return (
      <section>
        <details>
          <summary>{say.sendAgain(noun)}</summary>
          <p>{say.again}</p>
          <HandInForm {...props} send={send} />
        </details>
      </section>
    );
  }
  return (
    <>
      <section>
        <h2>{send}</h2>
        {page.receipts.length === 0 ? null : <p class="hint">{say.again}</p>}
        <HandInForm {...props} send={send} />
      </section>
      <NothingForm {...props} />
    </>
  );
}

/** Everything that is owed on the page is in, with all of its dossier; and nothing has just been refused. */
const isWhole = ({ page, beside, faults }: ReportViewProps): boolean =>
  faults.length === 0 &&
  page.duties.every(({ closed, receivedAs }) => closed || receivedAs !== null) &&
  beside.dossier.every(({ isIn }) => isIn);

function HandInForm(props: ReportViewProps & { send: string }) {
  const { writing, page, action, once, sections, typed, send } = props;
  const say = writing.say(report);
  const shared = writing.say(common);
  const open = page.duties.filter(({ closed }) => !closed);
  const was = (name: string): string => typed?.texts.get(name)?.[0] ?? '';
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="kind" value="report" />
      <Capacities writing={writing} duties={open} chosen={typed?.texts.get('obligation')} />
      {sections.map(({ id, title, ask, of }, at) => (
        <Field
          id={`section-${id}`}
          label={`${at + 1}. ${title}`}
          hint={
            [ask, of === null ? null : say.forProcess(of)].filter(Boolean).join(' ') || undefined
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
      <button type="submit">{send}</button>
    </form>
  );
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
