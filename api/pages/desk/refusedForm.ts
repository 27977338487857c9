import type { Form } from '../../uploads/readForm.ts';
import { textIn } from '../../uploads/readForm.ts';

/** A form of a desk that was not taken: which one, what was typed into it and what keeps it from being taken. */
export interface RefusedForm {
  /** the form's id on the page */
  id: string;
  texts: ReadonlyMap<string, readonly string[]>;
  faults: readonly string[];
  hadFiles: boolean;
}

/** What stands in a form's fields when it is shown: what was typed where it was refused, else nothing. */
export interface Given {
  text(name: string): string | undefined;
  /** whether a box or a choice of this value was ticked */
  has(name: string, value: string): boolean;
}

/** What was typed into the form with this id. */
export const givenTo = (refused: RefusedForm | null, id: string): Given => {
  const texts = refused?.id === id ? refused.texts : new Map<string, readonly string[]>();
  return {
    text: (name) => texts.get(name)?.[0],
    has: (name, value) => texts.get(name)?.includes(value) ?? false,
  };
};

/** The form as it came in, with the words that say why it was not taken. */
export const refusedForm = (form: Form, faults: readonly string[]): RefusedForm => ({
  id: textIn(form, 'form'),
  texts: form.texts,
  faults,
  hadFiles: form.files.length + form.refused.length > 0,
});
