import { common } from '../catalogue/common.ts';
import { report } from '../catalogue/report.ts';
import { Choice, Field } from './parts.tsx';
import type { ReportViewProps } from './ReportView.tsx';

/** The report itself, and apart from it the confirmed word that there is nothing to report: two forms, so that neither is chosen by accident. */
export function ReportForm(props: ReportViewProps) {
  const { writing, action, once, sections, typed } = props;
  const say = writing.say(report);
  const shared = writing.say(common);
  const was = (name: string): string => typed?.texts.get(name)?.[0] ?? '';
  return (
    <>
      <section>
        <h2>{say.form}</h2>
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
          <Field id="files" label={shared.files} hint={shared.filesHint}>
            {(attributes) => (
              <input
                {...attributes}
                type="file"
                name="files"
                multiple
                accept=".pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png,.txt"
              />
            )}
          </Field>
          <button type="submit">{say.send}</button>
        </form>
      </section>
      {props.page.track.startsWith('supplement-') ? null : (
        <section>
          <h2>{say.nothingTitle}</h2>
          <p>{say.nothingHint}</p>
          <form method="post" action={action}>
            <input type="hidden" name="once" value={`${once}-nothing`} />
            <input type="hidden" name="kind" value="nothing" />
            <Capacities {...props} />
            <Choice type="checkbox" name="confirm-nothing" value="yes" required>
              {say.nothingConfirm}
            </Choice>
            <button type="submit" class="second">
              {say.nothingSend}
            </button>
          </form>
        </section>
      )}
    </>
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
