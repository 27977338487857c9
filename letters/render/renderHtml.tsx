import { renderToString } from 'preact-render-to-string';
import type { LetterDocument, LetterLink } from '../../contracts/letters.ts';
import { Block } from './Block.tsx';
import { datedHead } from './datedHead.ts';
import { styles } from './styles.ts';

/**
 * A letter as a page for mail clients: one column of at most 640 px, laid out like an office's letter (Decree 30/2020:
 * issuer at the upper left, place and day at the upper right). Every text is escaped. Pure, as `renderText` is.
 */
export function renderHtml(
  document: LetterDocument,
  linkUrl: (link: LetterLink) => string,
  datedOn: string,
): string {
  const { language, subject, head, salutation, blocks, closing } = document;
  const [issuer = '', ...others] = head.left;
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={styles.page}>
        <div style={styles.sheet}>
          <table role="presentation" style={styles.headTable}>
            <tr>
              <td style={styles.headLeft}>
                <div style={styles.issuer}>{issuer}</div>
                {others.map((line) => (
                  <div>{line}</div>
                ))}
              </td>
              <td style={styles.headRight}>
                {datedHead(document, datedOn).map((line) => (
                  <div>{line}</div>
                ))}
              </td>
            </tr>
          </table>
          <p style={styles.salutation}>{salutation}</p>
          {blocks.map((block) => (
            <Block block={block} linkUrl={linkUrl} />
          ))}
          <div style={styles.foot}>
            {closing.map((line) => (
              <p style={styles.footLine}>{line}</p>
            ))}
          </div>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}`;
}
