import { CastFailed, outcomeOf } from './castFailed.ts';
import { type FormField, type PageForm, readForms } from './readForms.ts';

/** Longer than any page takes on a busy machine. */
const ANSWER_WITHIN_MS = 60_000;

/** A file to be sent along. */
export interface FileToSend {
  name: string;
  type: string;
  content: Buffer;
}

/** A page that somebody opened, or why it could not be. */
export type Opened = { url: string; forms: PageForm[] } | { refused: string };

/** Opens the page behind a link. @throws CastFailed where the server does not answer as a server should */
export async function openPage(apiUrl: string, path: string): Promise<Opened> {
  const url = new URL(path, apiUrl).href;
  const answer = await ask(url, {});
  if (!answer.ok) return { refused: await outcomeOf(`GET ${shown(url)}`, answer) };
  return { url, forms: readForms(await answer.text()) };
}

/** What to put into a field: new values for a name in place of those that stand there, or undefined to leave it as it is. */
export type Fill = (field: FormField) => string | undefined;

/** Sends a form as a browser does, with what is filled in; ticks and choices that are filled in are set. */
export async function sendForm(
  page: { url: string },
  form: PageForm,
  fill: Fill,
  files: FileToSend[] = [],
): Promise<string> {
  const url = new URL(form.action || page.url, page.url).href;
  const entries = form.fields.flatMap((field): [string, string][] => {
    const filled = fill(field);
    if (filled === undefined && !field.isSet) return [];
    return field.type === 'file' ? [] : [[field.name, filled ?? field.value]];
  });
  const answer = await ask(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin },
    body: form.isMultipart ? multipart(entries, files) : new URLSearchParams(entries),
  });
  return outcomeOf(`POST ${shown(url)}`, answer);
}

function multipart(entries: [string, string][], files: FileToSend[]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  for (const { name, type, content } of files) {
    data.append('files', new Blob([new Uint8Array(content)], { type }), name);
  }
  return data;
}

/** Asks the server; not to be answered at all is a failure. */
export async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new CastFailed(`${init.method ?? 'GET'} ${shown(url)}: no answer: ${String(cause)}`);
  }
}

/** A link's token is nobody else's business: messages carry its beginning. */
const shown = (url: string): string => url.replace(/(\/[rdf]\/.{8})[^/?]*/, '$1…');
