import type { Notice } from '../../../contracts/notice/index.ts';

/** The titles of the sections of a process's outline, by their ids; empty where it has none. */
export function findOutline(notice: Notice, processId: string): Map<string, string> {
  for (const { processes } of notice.directives) {
    const process = processes.find(({ id }) => id === processId);
    if (!process || !('outline' in process)) continue;
    const outline = notice.outlines.list.find(({ id }) => id === process.outline);
    return new Map(outline?.sections.map(({ id, title }) => [id, title]) ?? []);
  }
  return new Map();
}
