import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Writing } from '../../letters/compose/writing.ts';
import { phrases } from './catalogue.ts';
import { STYLE } from './style.ts';

/** Where the console's pages lead beside themselves. */
export interface Neighbours {
  apiUrl: string;
  temporalUi: string | undefined;
}

interface Frame {
  writing: Writing;
  neighbours: Neighbours;
  title: string;
  /** which of the console's two parts it is */
  part: 'inbox' | 'rehearsal';
  /** reloads itself after so many seconds */
  refresh?: number;
}

/** A whole page of the console as HTML. Everything is escaped by the renderer, except the one stylesheet, which is ours. */
export function renderPage(frame: Frame, children: ComponentChildren): string {
  const { writing, neighbours, title, part, refresh } = frame;
  const say = writing.say(phrases);
  const current = (one: Frame['part']) => (one === part ? { 'aria-current': 'page' as const } : {});
  return `<!doctype html>\n${renderToString(
    <html lang={writing.head.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refresh === undefined ? null : <meta http-equiv="refresh" content={String(refresh)} />}
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <div>
            <p>{say.trial}</p>
            <a href="/inbox" {...current('inbox')}>
              {say.inbox}
            </a>
            <a href="/rehearsal" {...current('rehearsal')}>
              {say.rehearsal}
            </a>
            <a href={neighbours.apiUrl}>{say.pages}</a>
            <a href={`${neighbours.apiUrl}/docs`}>{say.documents}</a>
            {neighbours.temporalUi === undefined ? null : (
              <a href={neighbours.temporalUi}>{say.temporal}</a>
            )}
          </div>
        </header>
        <main>{children}</main>
      </body>
    </html>,
  )}`;
}
