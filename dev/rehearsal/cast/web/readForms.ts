/** A form as a page shows it: where it goes, and the fields with what stands in them. */
export interface PageForm {
  action: string;
  isMultipart: boolean;
  fields: FormField[];
}

export interface FormField {
  name: string;
  type: 'hidden' | 'text' | 'choice' | 'file' | 'textarea' | 'select';
  value: string;
  /** what a browser would send untouched: not an empty tick */
  isSet: boolean;
}

/**
 * The forms of a page of ours: well-formed HTML, attributes in double quotes, as the pages' renderer writes it. Not a
 * parser for the web at large.
 */
export function readForms(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => {
    const { action = '', enctype = '' } = attributesOf(head);
    return {
      action,
      isMultipart: enctype === 'multipart/form-data',
      fields: fieldsIn(body),
    };
  });
}

const FIELD =
  /<input\b([^>]*?)\/?>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;

function fieldsIn(body: string): FormField[] {
  return [...body.matchAll(FIELD)].flatMap(
    ([, input, textarea, text = '', select, options = '']): FormField[] => {
      if (input !== undefined) return inputField(attributesOf(input));
      if (textarea !== undefined) {
        const { name = '' } = attributesOf(textarea);
        return [{ name, type: 'textarea', value: decoded(text), isSet: true }];
      }
      const { name = '' } = attributesOf(select ?? '');
      return [{ name, type: 'select', value: chosenOption(options), isSet: true }];
    },
  );
}

function inputField(attributes: Record<string, string>): FormField[] {
  const { name, type = 'text', value = '' } = attributes;
  if (name === undefined) return [];
  switch (type) {
    case 'checkbox':
    case 'radio':
      return [{ name, type: 'choice', value, isSet: 'checked' in attributes }];
    case 'file':
      return [{ name, type: 'file', value: '', isSet: false }];
    default:
      return [{ name, type: type === 'hidden' ? 'hidden' : 'text', value, isSet: true }];
  }
}

/** The option that is chosen, or the first, as a browser takes it. */
function chosenOption(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) =>
    attributesOf(head),
  );
  return (all.find((one) => 'selected' in one) ?? all[0])?.value ?? '';
}

function attributesOf(head: string): Record<string, string> {
  return Object.fromEntries(
    [...head.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decoded(value),
    ]),
  );
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

const decoded = (text: string): string =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
