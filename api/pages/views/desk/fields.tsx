import type { Given } from '../../desk/refusedForm.ts';
import { Field } from '../parts.tsx';

interface Common {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  given: Given;
}

/** A day. */
export function DayField(props: Common & { required?: boolean }) {
  const { id, name, label, hint, given, required = true } = props;
  return (
    <Field id={id} label={label} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          type="date"
          name={name}
          value={given.text(name)}
          required={required}
        />
      )}
    </Field>
  );
}

/** A line of text. */
export function LineField(props: Common & { maxLength: number; inputMode?: 'text' | 'email' }) {
  const { id, name, label, hint, given, maxLength, inputMode = 'text' } = props;
  return (
    <Field id={id} label={label} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          inputMode={inputMode}
          name={name}
          value={given.text(name)}
          maxLength={maxLength}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextField(
  props: Common & { required?: boolean; maxLength: number; rows: number; value?: string },
) {
  const { id, name, label, hint, given, required = false, maxLength, rows, value = '' } = props;
  return (
    <Field id={id} label={label} hint={hint}>
      {(attributes) => (
        <textarea
          {...attributes}
          name={name}
          required={required}
          minLength={required ? 3 : undefined}
          maxLength={maxLength}
          rows={rows}
        >
          {given.text(name) ?? value}
        </textarea>
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of a list, in groups where the options have them. */
export function ChoiceField(
  props: Common & {
    options: readonly Option[];
    /** further options under headings of their own */
    groups?: readonly { label: string; options: readonly Option[] }[];
    /** the words of the empty choice; none where there is always one */
    empty?: string;
    required?: boolean;
    value?: string | undefined;
  },
) {
  const { id, name, label, hint, given, options, groups = [], empty, required = true } = props;
  const chosen = given.text(name) ?? props.value;
  const optionOf = ({ value, label: words }: Option) => (
    <option value={value} selected={value === chosen}>
      {words}
    </option>
  );
  return (
    <Field id={id} label={label} hint={hint}>
      {(attributes) => (
        <select {...attributes} name={name} required={required}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map(optionOf)}
          {groups
            .filter((group) => group.options.length > 0)
            .map((group) => (
              <optgroup label={group.label}>{group.options.map(optionOf)}</optgroup>
            ))}
        </select>
      )}
    </Field>
  );
}
