import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { NoticeHead } from '../../contracts/letters.ts';
import type { Language } from '../../letters/catalogue/phrases.ts';
import { withoutDeceit } from '../../letters/format/plain.ts';
import { STYLE } from './style.ts';

/** What stands around every page. */
export interface Frame {
  language: Language;
  title: string;
  /** the committee and the office at the top; none on pages that belong to no notice */
  head?: Pick<NoticeHead, 'committee' | 'office' | 'issuer'>;
  footer?: string;
}

/**
 * A whole page as HTML. Everything in it is escaped by the renderer, except the one stylesheet, which is ours; as in a
 * letter, nothing in it turns the direction of what stands beside it.
 */
export function renderPage(frame: Frame, children: ComponentChildren): string {
  const { language, title, head, footer } = frame;
  const page = (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
        {/* a constant of this code: escaped it would not be CSS, nor match its hash */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        {head ? (
          <header class="top">
            <div>
              <p class="committee">{head.committee}</p>
              <p>{head.office}</p>
            </div>
          </header>
        ) : null}
        <main>{children}</main>
        {footer === undefined ? null : (
          <footer>
            <p>{footer}</p>
          </footer>
        )}
      </body>
    </html>
  );
  return `<!doctype html>\n${withoutDeceit(renderToString(page))}`;
}
