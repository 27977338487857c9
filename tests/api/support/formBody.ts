/** One part of a multipart form: a text, or a file. */
export type Part = [name: string, value: string | { name: string; type?: string; content: Buffer }];

/** A multipart body with its header, as a browser would send it. */
export function multipart(parts: Part[]): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----tests-4f1b9c';
  const chunks: Buffer[] = parts.map(([name, value]) =>
    typeof value === 'string'
      ? Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        )
      : Buffer.concat([
          Buffer.from(
            `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${value.name}"\r\ncontent-type: ${value.type ?? 'application/octet-stream'}\r\n\r\n`,
          ),
          value.content,
          Buffer.from('\r\n'),
        ]),
  );
  return {
    payload: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** A plain form's body. */
export function form(fields: Record<string, string | string[]>): {
  payload: string;
  headers: Record<string, string>;
} {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) search.append(name, one);
  }
  return {
    payload: search.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}

/** The value of a page's first hidden field with this name. */
export function hidden(html: string, name: string): string {
  const found = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html);
  if (!found) throw new Error(`the page has no hidden field ${name}`);
  return found[1] ?? '';
}
