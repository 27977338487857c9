import type { ComponentChildren } from 'preact';

export interface Column {
  label: string;
  /** figures, set to the right */
  figures?: boolean;
}

/** A table; on a narrow screen each row stands as a block, every cell under its column's name. */
export function Table(props: {
  caption?: string;
  columns: readonly Column[];
  rows: readonly (readonly ComponentChildren[])[];
}) {
  const { caption, columns, rows } = props;
  return (
    <div class="wide">
      <table class="stack">
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ label, figures }) => (
              <th scope="col" {...(figures && { class: 'n' })}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, at) => (
                <td data-label={columns[at]?.label} {...(columns[at]?.figures && { class: 'n' })}>
                  <div>{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
