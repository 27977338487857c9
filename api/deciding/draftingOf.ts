import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { partiesHeld } from '../../db/reading/visibleParties.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import type { Drafting } from '../../domain/plan/drafting.ts';
import { type Caller, mustSee } from '../auth/caller.ts';
import type { ApiDeps } from '../deps.ts';

/** A drafting of a notice. @throws NotFound for anything else */
export async function draftingOf(
  deps: ApiDeps,
  noticeId: string,
  processId: string,
): Promise<Drafting> {
  const { notice } = await readNotice(deps.pool, noticeId);
  const { process } = findProcess(notice, processId);
  if (process.kind === 'drafting') return process;
  throw new PermanentFailure(FAILURES.notFound, `the process ${processId} drafts nothing`);
}

/**
 * Refuses whoever neither drafts this document nor keeps the register: comments are answered by those who draft (clause
 * 4: "Văn phòng NTM huyện tiếp thu"), or entered for them by the office. @throws NotAllowed
 */
export async function mustDraft(
  deps: ApiDeps,
  caller: Caller,
  noticeId: string,
  process: Drafting,
): Promise<void> {
  mustSee(caller, noticeId);
  if (caller.role === 'admin' || caller.role === 'office' || caller.role === 'head') return;
  const drafters = [process.by, ...process.stages.flatMap(({ by }) => by ?? [])];
  const now = await deps.now(noticeId);
  const held =
    caller.personId === null ? [] : await partiesHeld(deps.pool, noticeId, caller.personId, now);
  if (held.some(({ id }) => drafters.includes(id))) return;
  throw new PermanentFailure(FAILURES.notAllowed, 'those who draft it and the office see to this');
}
