import type { Notice } from '../../../../contracts/notice/index.ts';
import type { ProcessRow } from '../../../../db/reading/notices.ts';
import { readUnitsInCharge, type UnitInCharge } from '../../../../db/reading/supervision.ts';
import { findProcess } from '../../../../domain/notice/findProcess.ts';
import { type Party, parties } from '../../../../domain/notice/roster.ts';
import { unitsToSplit } from '../../../../domain/notice/supervisionLists.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Opened } from '../../openLink.ts';

/** A list of who has which units in charge: its units as they stand, to be recorded as signed. */
export interface SplitOnDesk {
  processId: string;
  units: UnitInCharge[];
  /** whom the list may name */
  deputies: Party[];
}

/** The lists that processes of a notice produce, once these have started. */
export async function readSplits(
  { pool }: ApiDeps,
  { noticeId, notice, now }: Opened,
  processes: readonly ProcessRow[],
): Promise<SplitOnDesk[]> {
  const producing = processes.filter(({ id, state }) => {
    const { process } = findProcess(notice, id);
    const isStarted = state === 'running' || state === 'paused' || state === 'done';
    return isStarted && process.kind === 'drafting' && process.produces === 'supervision';
  });
  if (producing.length === 0) return [];
  const units = await readUnitsInCharge(pool, { noticeId, units: unitsToSplit(notice), now });
  const deputies = deputiesOf(notice, units);
  return producing.map(({ id }) => ({ processId: id, units, deputies }));
}

/** Those whom the file names for a list and those who have a unit in charge now; every post where there is none. */
function deputiesOf(notice: Notice, units: readonly UnitInCharge[]): Party[] {
  const positions = parties(notice).filter(({ kind }) => kind === 'position');
  const named = new Set([
    ...(notice.supervision?.list.map(({ deputy }) => deputy) ?? []),
    ...units.flatMap(({ deputy }) => deputy?.id ?? []),
  ]);
  return named.size === 0 ? positions : positions.filter(({ id }) => named.has(id));
}
