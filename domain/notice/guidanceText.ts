import type { Notice } from '../../contracts/notice/index.ts';
import { findProcess } from './findProcess.ts';

/** A piece of the guidance: an answer under its section's title, or what was written beside the outline (null). */
export interface GuidancePiece {
  title: string | null;
  text: string;
}

/** The guidance in the order of its outline, what was written beside it last. */
export function guidancePieces(
  notice: Notice,
  processId: string,
  { answers, body }: { answers: Record<string, string>; body: string },
): GuidancePiece[] {
  const { process } = findProcess(notice, processId);
  const outline = process.kind === 'collection' ? process.guidance?.outline : undefined;
  const sections = notice.outlines.list.find(({ id }) => id === outline)?.sections ?? [];
  const answered = sections.flatMap(({ id, title }): GuidancePiece[] => {
    const text = answers[id]?.trim() ?? '';
    return text === '' ? [] : [{ title, text }];
  });
  return body.trim() === '' ? answered : [...answered, { title: null, text: body.trim() }];
}

/** Whether a process sends guidance out first. */
export function hasGuidance(notice: Notice, processId: string): boolean {
  const { process } = findProcess(notice, processId);
  return process.kind === 'collection' && process.guidance !== undefined;
}
