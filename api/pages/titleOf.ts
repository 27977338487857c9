import type { Notice } from '../../contracts/notice/index.ts';

/** A process's title, for readers; its id where an amendment has taken it out of the notice. */
export function titleOf(notice: Notice, processId: string): string {
  for (const { processes } of notice.directives) {
    const found = processes.find(({ id }) => id === processId);
    if (found) return found.title;
  }
  return processId;
}
