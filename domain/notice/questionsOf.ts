import type { Notice } from '../../contracts/notice/index.ts';
import { findProcess } from './findProcess.ts';

/** Where the questions of a programme are asked: in which cycle's report, and in which sections of its outline. */
export interface Questions {
  cycle: string;
  sections: { id: string; title: string }[];
}

/** The questions of a programme that are asked inside another cycle's report; null for every other process. @throws NotFound */
export function questionsOf(notice: Notice, processId: string): Questions | null {
  const { process } = findProcess(notice, processId);
  if (process.kind !== 'programme' || !('inside' in process.checkIn)) return null;
  const cycle = findProcess(notice, process.checkIn.inside).process;
  const outline = notice.outlines.list.find(({ id }) => 'outline' in cycle && id === cycle.outline);
  const sections = (outline?.sections ?? []).filter((section) => section.of === processId);
  return { cycle: cycle.id, sections: sections.map(({ id, title }) => ({ id, title })) };
}
