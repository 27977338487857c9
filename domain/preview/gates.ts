import type { Notice, Process } from '../../contracts/notice/index.ts';

/**
 * Something that others wait for until somebody has done it. If nobody at all answers, it is all that happens there: it
 * is followed up itself, and what stands behind it stands still.
 */
export interface Gate {
  processId: string;
  what: 'certificate' | 'guidance' | 'document' | 'draft';
  /** the position that owes it */
  by: string;
}

/** What holds something back in a notice, in the file's order. */
export function gatesIn(notice: Notice): Gate[] {
  return notice.directives.flatMap(({ processes }) => processes).flatMap(gatesOf);
}

function gatesOf(process: Process): Gate[] {
  const processId = process.id;
  switch (process.kind) {
    case 'reporting-cycle': {
      const { certification } = process;
      return certification ? [{ processId, what: 'certificate', by: certification.by }] : [];
    }
    case 'collection':
      return process.guidance ? [{ processId, what: 'guidance', by: process.guidance.by }] : [];
    case 'campaign':
      return [{ processId, what: 'document', by: process.document.by }];
    case 'drafting':
      return process.stages.some(({ kind }) => kind === 'consult')
        ? [{ processId, what: 'draft', by: process.by }]
        : [];
    case 'programme':
      return [];
    default:
      return process satisfies never;
  }
}
