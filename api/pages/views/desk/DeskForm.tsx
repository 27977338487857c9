import type { ComponentChildren } from 'preact';
import type { Desk } from '../../desk/readDesk.ts';
import type { Opened } from '../../openLink.ts';

/** What every section of a desk is made from. */
export interface DeskProps {
  opened: Opened;
  desk: Desk;
  /** makes a form sent twice count once; each form adds what it is about */
  once: string;
}

/** A form of a desk: what it does, on what, and whatever fields stand in it. It posts back to the desk's own link. */
export function DeskForm(props: {
  opened: Opened;
  act: string;
  /** told along: ids of what it is about */
  about: Record<string, string>;
  once: string;
  submit: string;
  second?: boolean;
  files?: boolean;
  children?: ComponentChildren;
}) {
  const { opened, act, about, once, submit, second, files, children } = props;
  return (
    <form
      method="post"
      action={opened.path}
      enctype={files ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
    >
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="act" value={act} />
      {Object.entries(about).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
      <button type="submit" {...(second && { class: 'second' })}>
        {submit}
      </button>
    </form>
  );
}
