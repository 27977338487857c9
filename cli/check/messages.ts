import type { MeaningFault } from '../../domain/notice/meaning/faults.ts';
import type { ShapeFault } from './shapeFaults.ts';
import type { TextFault } from './textFaults.ts';

/** Remarks on the text that do not keep the file from being used. */
export type TextRemark = { offset: number; code: 'not-nfc'; count: number };

export type Fault = TextFault | TextRemark | ShapeFault | MeaningFault;

/** What is wrong and what would be right, each a sentence without a full stop. */
export interface Wording {
  message: string;
  expected: string;
}

/** The words for every fault that a check knows. A second language is a second table of this type. */
export type MessageTable = {
  [Code in Fault['code']]: (
    fault: Extract<Fault, { code: Code }>,
    lineOf: (path: readonly PropertyKey[]) => number,
  ) => Wording;
};

/** A fault in the words of a table. */
export function word(
  table: MessageTable,
  fault: Fault,
  lineOf: (path: readonly PropertyKey[]) => number,
): Wording {
  // the table has a function for each code that takes that code's fault, which TypeScript cannot see through the index
  const wordings = table as Record<string, (fault: Fault, of: typeof lineOf) => Wording>;
  const wording = wordings[fault.code];
  if (!wording) throw new Error(`the message table has no words for "${fault.code}"`);
  return wording(fault, lineOf);
}
