import type { ComponentChildren } from 'preact';
import type { Matter, SentEvidence } from '../../../contracts/letters.ts';
import { deliveryStates, evidence, letterNames } from '../../../letters/catalogue/evidence.ts';
import { noticeRows, type Writing } from '../../../letters/compose/writing.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { common } from '../catalogue/common.ts';
import { Table } from './Table.tsx';

/** Rows of a label and its value. */
export function Facts({ rows }: { rows: { label: string; value: ComponentChildren }[] }) {
  return (
    <dl>
      {rows.map(({ label, value }) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** The notice's number and the clause, and the clause in its own words. */
export function Basis({
  writing,
  matter,
  inClause,
}: {
  writing: Writing;
  matter: Matter;
  inClause: boolean;
}) {
  return (
    <>
      <Facts rows={noticeRows(writing, matter, inClause)} />
      {inClause && matter.sentence !== null ? <blockquote>{matter.sentence}</blockquote> : null}
    </>
  );
}

/** What keeps a form from being taken, said first and in words. */
export function Faults({
  writing,
  faults,
  files,
  level = 2,
}: {
  writing: Writing;
  faults: readonly string[];
  files: boolean;
  /** of its heading */
  level?: 2 | 3;
}) {
  if (faults.length === 0) return null;
  const say = writing.say(common);
  const Heading = `h${level}` as const;
  return (
    <section class="note" role="alert">
      <Heading>{say.mended}</Heading>
      <ul>
        {faults.map((fault) => (
          <li>{fault}</li>
        ))}
      </ul>
      {files ? <p>{say.filesAgain}</p> : null}
    </section>
  );
}

/** A tick or a choice with its words beside it. */
export function Choice(props: {
  type: 'checkbox' | 'radio';
  name: string;
  value: string;
  checked?: boolean;
  required?: boolean;
  children: ComponentChildren;
}) {
  const { children, type, name, value, checked = false, required = false } = props;
  return (
    <label class="choice">
      <input type={type} name={name} value={value} checked={checked} required={required} />
      <span>{children}</span>
    </label>
  );
}

/** A field with its label above and, where there is one, a hint tied to it. */
export function Field(props: {
  id: string;
  label: string;
  hint?: string | undefined;
  children: (attributes: { id: string; 'aria-describedby'?: string }) => ComponentChildren;
}) {
  const { id, label, hint, children } = props;
  const hintId = `${id}-hint`;
  return (
    <>
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {children(hint === undefined ? { id } : { id, 'aria-describedby': hintId })}
    </>
  );
}

/** Files of the kinds that are taken, under the name `files`. */
export function FilesField({ id, label, hint }: { id: string; label: string; hint: string }) {
  return (
    <Field id={id} label={label} hint={hint}>
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
  );
}

/** What was sent, when, delivered or not. */
export function EvidenceTable({
  writing,
  sent,
  caption = true,
}: {
  writing: Writing;
  sent: readonly SentEvidence[];
  /** not needed under a heading that says it */
  caption?: boolean;
}) {
  const say = writing.say(evidence);
  const { language } = writing.head;
  if (sent.length === 0) return <p>{capitalise(say.none)}.</p>;
  return (
    <Table
      {...(caption && { caption: say.title })}
      columns={[{ label: say.letter }, { label: say.at }, { label: say.state }]}
      rows={sent.map((one) => [
        letterNames[one.kind][language],
        one.at === null ? '–' : writing.at(one.at),
        deliveryStates[one.state][language],
      ])}
    />
  );
}

/** The reason that every decision needs. Each form has its own: `id` tells them apart. */
export function ReasonField(props: {
  writing: Writing;
  id: string;
  label?: string;
  /** what was typed before */
  value?: string | undefined;
}) {
  const { writing, id, label, value = '' } = props;
  const say = writing.say(common);
  return (
    <Field id={`reason-${id}`} label={label ?? say.reason} hint={say.reasonHint}>
      {(attributes) => (
        <textarea {...attributes} name="reason" required minLength={3} maxLength={4000} rows={3}>
          {value}
        </textarea>
      )}
    </Field>
  );
}
