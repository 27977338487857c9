import type { Problem } from './problem.ts';
import type { ReadNotice } from './readNotice.ts';

/**
 * What a check found, as a compiler prints it: errors, then warnings, one block each (`file:line:column`, the field,
 * what is wrong, what would be right), and a last line that counts them. Ends with a line break.
 */
export function printProblems({ fileName, problems, warnings }: ReadNotice): string {
  const blocks = [
    ...problems.map((problem) => printed(fileName, problem, 'error')),
    ...warnings.map((warning) => printed(fileName, warning, 'warning')),
  ];
  const counts = [
    problems.length === 0 ? 'no errors' : counted(problems.length, 'error'),
    ...(warnings.length === 0 ? [] : [counted(warnings.length, 'warning')]),
  ].join(', ');
  return `${[...blocks, `${fileName}: ${counts}`].join('\n')}\n`;
}

function printed(fileName: string, problem: Problem, severity: 'error' | 'warning'): string {
  const { line, column, tier, code, field, message, expected } = problem;
  return [
    `${fileName}:${line}:${column} ${severity} (${tier}: ${code})`,
    ...(field === '' ? [] : [`  ${field}`]),
    `  ${message}`,
    `  right: ${expected}`,
    '',
  ]
    .map(visible)
    .join('\n');
}

/** A file may carry control characters, which a terminal would obey. */
const visible = (line: string): string =>
  line.replace(
    /\p{Cc}/gu,
    (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
