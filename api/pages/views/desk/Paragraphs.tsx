import type { DigestParagraph } from '../../../../contracts/letters.ts';

/** A digest's paragraphs, as they would be read. */
export function Paragraphs({ paragraphs }: { paragraphs: readonly DigestParagraph[] }) {
  return <>{paragraphs.map(paragraphOf)}</>;
}

function paragraphOf(paragraph: DigestParagraph) {
  switch (paragraph.type) {
    case 'heading':
      return <h3>{paragraph.text}</h3>;
    case 'text':
      return <p>{paragraph.text}</p>;
    case 'list':
      return (
        <ul>
          {paragraph.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div class="wide">
          <table>
            <thead>
              <tr>
                {paragraph.head.map((cell) => (
                  <th scope="col">{cell}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {paragraph.rows.map((row) => (
                <tr>
                  {row.map((cell) => (
                    <td>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    default:
      return paragraph satisfies never;
  }
}
