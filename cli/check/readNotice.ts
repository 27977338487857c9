import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import { checkMeaning } from '../../domain/notice/meaning/checkMeaning.ts';
import { isWarning } from '../../domain/notice/meaning/faults.ts';
import { type Fault, type MessageTable, word } from './messages.ts';
import { type Language, languageOf, MESSAGE_TABLES } from './messageTables.ts';
import { parseNoticeText, type ReadText } from './noticeText.ts';
import { placeOf, placeOfKey } from './placeOf.ts';
import { type Problem, pointer, type Tier } from './problem.ts';
import { readParts } from './readParts.ts';
import { shapeFaults } from './shapeFaults.ts';

/** What a check found. `notice` is there exactly when `problems` is empty; warnings never keep a file from being used. */
export interface ReadNotice {
  fileName: string;
  notice?: Notice;
  problems: Problem[];
  warnings: Problem[];
}

export interface ReadNoticeOptions {
  fileName: string;
  /** of the messages; where not given the notice's own, as far as that can be read, else English */
  language?: Language | undefined;
}

/**
 * Reads and checks the text of a notice file. Gives every problem of a tier at once: syntax alone, or shape together
 * with what can be said of the meaning of the parts that have their shape. Never throws for what a file contains.
 */
export function readNotice(text: string, options: ReadNoticeOptions): ReadNotice {
  const { fileName, language = languageOf(text) } = options;
  const messages = MESSAGE_TABLES[language];
  const normal = text.normalize('NFC');
  const read = parseNoticeText(normal);
  const problem = problemIn(read, messages);
  const remarks: Problem[] = normal === text ? [] : [problem('syntax', notNormal(text, normal))];
  if (!read.parsed) {
    const problems = read.faults.map((fault) => problem('syntax', fault));
    return { fileName, problems: inOrder(problems), warnings: remarks };
  }
  const { value } = read.parsed;
  const shape = shapeFaults(NoticeFile, value).map((fault) => problem('shape', fault));
  const found = checkMeaning(readParts(value));
  const problems = [
    ...shape,
    ...found.filter((fault) => !isWarning(fault)).map((fault) => problem('meaning', fault)),
  ];
  const warnings = [
    ...remarks,
    ...found.filter(isWarning).map((fault) => problem('meaning', fault)),
  ];
  const result = { fileName, problems: inOrder(problems), warnings: inOrder(warnings) };
  return problems.length > 0 ? result : { ...result, notice: NoticeFile.parse(value) };
}

function problemIn(read: ReadText, messages: MessageTable) {
  const document = read.parsed?.document;
  const lineOf = (path: readonly PropertyKey[]): number =>
    document ? read.lines.linePos(placeOf(document, path)).line : 1;
  return (tier: Tier, fault: Fault): Problem => {
    const { line, col } = read.lines.linePos(offsetOf(fault, document));
    const field =
      'offset' in fault
        ? ''
        : pointer(fault.code === 'unknown-key' ? [...fault.path, fault.key] : fault.path);
    return {
      tier,
      code: fault.code,
      line: Math.max(1, line), // an empty file has no first line of its own
      column: Math.max(1, col),
      field,
      ...word(messages, fault, lineOf),
    };
  };
}

function offsetOf(fault: Fault, document: NonNullable<ReadText['parsed']>['document'] | undefined) {
  if ('offset' in fault) return fault.offset;
  if (!document) return 0;
  return fault.code === 'unknown-key' || fault.code === 'bad-year'
    ? placeOfKey(
        document,
        fault.code === 'bad-year' ? fault.path.slice(0, -1) : fault.path,
        fault.key,
      )
    : placeOf(document, fault.path);
}

function notNormal(text: string, normal: string): Fault {
  const letters = [...normal];
  const first = [...text].findIndex((letter, at) => letter !== letters[at]);
  const offset = letters.slice(0, Math.max(0, first)).join('').length;
  return { code: 'not-nfc', offset, count: Math.abs(text.length - normal.length) };
}

const inOrder = (problems: Problem[]): Problem[] =>
  problems.toSorted((one, other) => one.line - other.line || one.column - other.column);
