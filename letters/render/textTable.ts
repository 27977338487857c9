import { COLUMNS, lengthOf, wrapText } from './wrapText.ts';

const GAP = '  ';

/**
 * A table in plain text: in columns where they fit the page, else a numbered record for each row, with the heads as
 * labels; either way it reads without a fixed-width font.
 */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(lengthOf(title), ...rows.map((row) => lengthOf(row[column] ?? ''))),
  );
  const total = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
  const isOneLine = rows.every((row) => row.every((cell) => !cell.includes('\n')));
  return isOneLine && total <= COLUMNS ? inColumns(head, rows, widths) : inRecords(head, rows);
}

function inColumns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): string[] {
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? '';
        return cell + ' '.repeat(Math.max(0, width - lengthOf(cell)));
      })
      .join(GAP)
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join(GAP), ...rows.map(line)];
}

function inRecords(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row, index) => {
    const number = `${index + 1}. `;
    const indent = ' '.repeat(number.length);
    const [name = '', ...others] = row;
    return [
      ...wrapText(`${head[0] ?? ''}: ${name}`, number, indent),
      ...others.flatMap((cell, column) => field(head[column + 1] ?? '', cell, indent)),
    ];
  });
}

function field(label: string, value: string, indent: string): string[] {
  const lines = value.split('\n');
  if (lines.length === 1) return wrapText(`${label}: ${value}`, indent, `${indent}  `);
  return [
    `${indent}${label}:`,
    ...lines.flatMap((line) => wrapText(line, `${indent}- `, `${indent}  `)),
  ];
}
