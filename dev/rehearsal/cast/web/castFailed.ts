/** The cast cannot go on: a page or the API failed where a person would have got an answer. It says who did what, and where. */
export class CastFailed extends Error {
  override readonly name = 'CastFailed';
}

/** Refusals that are an outcome: somebody else was faster, the record has moved on, a link was made void, a right has passed. */
const OUTCOMES = new Set([403, 404, 409, 410, 422]);

/**
 * An answer as an outcome in words: done, or refused and why.
 * @throws CastFailed for whatever no person should ever get: a fault of the server, or a request that makes no sense
 */
export async function outcomeOf(what: string, answer: Response): Promise<string> {
  if (answer.ok) {
    await answer.body?.cancel();
    return 'done';
  }
  const text = await answer.text();
  if (OUTCOMES.has(answer.status)) return `refused (${answer.status}): ${reasonIn(text)}`;
  throw new CastFailed(`${what}: answered ${answer.status}: ${reasonIn(text)}`);
}

/** What a problem or a page gives as its reason, in one line. */
function reasonIn(text: string): string {
  const words = text.startsWith('{') ? problemIn(text) : pageReason(text);
  return words.replace(/\s+/g, ' ').trim().slice(0, 300);
}

function problemIn(text: string): string {
  const { title = '', detail = '' } = JSON.parse(text) as { title?: string; detail?: string };
  return `${title} ${detail}`;
}

function pageReason(html: string): string {
  const alert = /role="alert"[^>]*>(.*?)<\/section>/s.exec(html)?.[1];
  const main = alert ?? /<main[^>]*>(.*?)<\/main>/s.exec(html)?.[1] ?? html;
  return main.replace(/<[^>]*>/g, ' ');
}
