import type { Notice } from '../../../contracts/notice/index.ts';

/** The titles of the sections of a process's outline, by their ids; empty where it has none. */
export function findOutline(notice: Notice, processId: string): Map<string, string> {
  for (const { processes } of notice.directives) {
    const process = processes.find(({ id }) => id === processId);
    if (!process || !('outline' in process)) continue;
    return sectionsOf(notice, process.outline);
  }
  return new Map();
}

/** The same of the explanations that the chair asks for. */
export const outlineOfExplanation = (notice: Notice): Map<string, string> =>
  sectionsOf(notice, notice.settings.explanation?.outline);

function sectionsOf(notice: Notice, outlineId: string | undefined): Map<string, string> {
  const outline = notice.outlines.list.find(({ id }) => id === outlineId);
  return new Map(outline?.sections.map(({ id, title }) => [id, title]) ?? []);
}
