import type { LetterBlock, LetterLink } from '../../contracts/letters.ts';
import { styles } from './styles.ts';

interface BlockProps {
  block: LetterBlock;
  linkUrl: (link: LetterLink) => string;
}

/** One piece of a letter. Preact escapes every text; addresses come from the post office alone. */
export function Block({ block, linkUrl }: BlockProps) {
  switch (block.type) {
    case 'text':
      return <p style={block.strong ? styles.strong : styles.text}>{block.text}</p>;
    case 'quote':
      return (
        <blockquote style={styles.quote}>
          “{block.text}” <span style={styles.source}>({block.source})</span>
        </blockquote>
      );
    case 'facts':
      return <Facts rows={block.rows} />;
    case 'list':
      return <List {...block} />;
    case 'table':
      return <Table {...block} />;
    case 'heading':
      return <h2 style={styles.heading}>{block.text}</h2>;
    case 'link': {
      const url = linkUrl(block.link);
      return (
        <div style={styles.linkBox}>
          <a href={url} style={styles.button}>
            {block.label}
          </a>
          <p style={styles.address}>
            <a href={url} style={styles.bare}>
              {url}
            </a>
          </p>
        </div>
      );
    }
  }
}

function Facts({ rows }: { rows: { label: string; value: string }[] }) {
  return (
    <table style={styles.table}>
      <tbody>
        {rows.map(({ label, value }) => (
          <tr>
            <th scope="row" style={styles.factLabel}>
              {label}
            </th>
            <td style={styles.factValue}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function List({ title, items, numbered }: Extract<LetterBlock, { type: 'list' }>) {
  const lines = items.map((item) => <li style={styles.item}>{item}</li>);
  return (
    <div>
      {title === undefined ? null : <p style={styles.listTitle}>{title}</p>}
      {numbered ? <ol style={styles.list}>{lines}</ol> : <ul style={styles.list}>{lines}</ul>}
    </div>
  );
}

function Table({ title, head, rows }: Extract<LetterBlock, { type: 'table' }>) {
  return (
    <div>
      {title === undefined ? null : <p style={styles.listTitle}>{title}</p>}
      <table style={styles.table}>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col" style={styles.headCell}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td style={styles.cell}>
                  {cell.includes('\n')
                    ? cell.split('\n').map((line) => <div style={styles.cellLine}>{line}</div>)
                    : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
