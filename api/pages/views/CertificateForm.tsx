import type { Writing } from '../../../letters/compose/writing.ts';
import { common } from '../catalogue/common.ts';
import { report } from '../catalogue/report.ts';
import { Choice, Faults, Field } from './parts.tsx';

export interface CertificateFormProps {
  writing: Writing;
  action: string;
  once: string;
  silent: number | null;
  /** what tells the form's fields apart where a page has several */
  id?: string;
  /** which period it is about, where the page is about several */
  about?: string;
  /** more that is posted along, on a desk */
  hidden?: Record<string, string>;
  /** what kept it from being taken */
  faults?: readonly string[];
}

/** The office's certificate: three ticks, each of which means that somebody has looked. */
export function CertificateForm(props: CertificateFormProps) {
  const { writing, action, once, silent, id = 'certificate', about, hidden = {} } = props;
  const say = writing.say(report);
  return (
    <section>
      <h2>{say.certificate}</h2>
      {about === undefined ? null : <p class="about">{about}</p>}
      <p>{say.certificateText}</p>
      {silent === null ? null : <p>{say.silentYet(silent)}</p>}
      <form id={id} method="post" action={action}>
        <Faults writing={writing} faults={props.faults ?? []} files={false} level={3} />
        <input type="hidden" name="once" value={once} />
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Choice type="checkbox" name="book" value="yes" required>
          {say.book}
        </Choice>
        <Choice type="checkbox" name="tray" value="yes" required>
          {say.tray}
        </Choice>
        <Choice type="checkbox" name="zalo" value="yes" required>
          {say.zalo}
        </Choice>
        <Field id={`comment-${id}`} label={writing.say(common).comment}>
          {(attributes) => <textarea {...attributes} name="comment" maxLength={4000} rows={2} />}
        </Field>
        <button type="submit">{say.certify}</button>
      </form>
    </section>
  );
}
