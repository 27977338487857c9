import type { ComponentChildren } from 'preact';
import type { Desk } from '../../desk/readDesk.ts';
import { type Given, givenTo, type RefusedForm } from '../../desk/refusedForm.ts';
import type { Opened } from '../../openLink.ts';
import { Faults } from '../parts.tsx';

/** What a form stands on: a desk, or another page that decides. */
export interface OnPage {
  opened: Pick<Opened, 'path' | 'writing'>;
  /** makes a form sent twice count once; each form adds its own id */
  once: string;
  /** the form that was sent and not taken, where the page answers one */
  refused: RefusedForm | null;
}

/** A page that is a desk. */
export interface OnDesk extends OnPage {
  opened: Opened;
}

/** What every section of a desk is made from. */
export interface DeskProps extends OnDesk {
  desk: Desk;
}

/**
 * A form of a desk: what it does, on what, and whatever fields stand in it. It posts back to the desk's own link. Refused,
 * it stands there again with what was typed and why; sent again unchanged, it is the same decision.
 */
export function DeskForm(props: {
  on: OnPage;
  /** of this form alone on the page */
  id: string;
  act: string;
  /** told along: ids of what it is about */
  about?: Record<string, string>;
  submit: string;
  second?: boolean;
  files?: boolean;
  children?: (given: Given) => ComponentChildren;
}) {
  const { on, id, act, about = {}, submit, second, files, children } = props;
  const { opened, once, refused } = on;
  const given = givenTo(refused, id);
  return (
    <form
      id={id}
      method="post"
      action={opened.path}
      enctype={files ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
    >
      {refused?.id === id ? (
        <Faults
          writing={opened.writing}
          faults={refused.faults}
          files={refused.hadFiles}
          level={3}
        />
      ) : null}
      <input type="hidden" name="form" value={id} />
      <input type="hidden" name="once" value={given.text('once') ?? `${once}-${id}`} />
      <input type="hidden" name="act" value={act} />
      {Object.entries(about).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children?.(given)}
      <button type="submit" {...(second && { class: 'second' })}>
        {submit}
      </button>
    </form>
  );
}

/** Something folded away; it stands open where one of the forms in it was refused. */
export function Folded(props: {
  on: Pick<OnPage, 'refused'>;
  /** ids of the forms in it */
  forms: readonly string[];
  open?: boolean;
  summary: ComponentChildren;
  children: ComponentChildren;
}) {
  const { on, forms, open = false, summary, children } = props;
  const holdsRefused = on.refused !== null && forms.includes(on.refused.id);
  return (
    <details open={open || holdsRefused}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
