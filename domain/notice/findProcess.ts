import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Directive, Notice, Process } from '../../contracts/notice/index.ts';

/** A process of a notice with the directive that it carries out. @throws NotFound for an id that names none. */
export function findProcess(
  notice: Notice,
  processId: string,
): { process: Process; directive: Directive } {
  for (const directive of notice.directives) {
    const process = directive.processes.find(({ id }) => id === processId);
    if (process) return { process, directive };
  }
  throw new PermanentFailure(
    FAILURES.notFound,
    `the notice ${notice.id} has no process ${processId}`,
  );
}
