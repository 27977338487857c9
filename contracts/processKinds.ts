import type { ProcessKind } from './notice/index.ts';

/** The kinds of process that have a workflow; the others are planned and previewed, and wait. */
export const RUNNABLE_KINDS: readonly ProcessKind[] = ['reporting-cycle'];
