import type { DigestParagraph } from '../../../../contracts/letters.ts';
import { Table } from '../Table.tsx';

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
      return <Table columns={paragraph.head.map((label) => ({ label }))} rows={paragraph.rows} />;
    default:
      return paragraph satisfies never;
  }
}
