import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { TIMES } from '../times.ts';
import type { Piece } from './facts.ts';
import type { OwedGroup } from './groupOwed.ts';
import { nextWorkingTime } from './moments.ts';

/**
 * Once the last stage of the split is handed in, the office records the signed list: planned behind each way in which
 * somebody hands it in, and none where nobody does.
 */
export function recordingSplit(
  { notice, office }: Piece,
  { first }: OwedGroup,
  answers: Act[],
): Act[] {
  const produces = notice.directives.some(({ processes }) =>
    processes.some(
      (process) =>
        process.id === first.processId &&
        process.kind === 'drafting' &&
        process.produces === 'supervision' &&
        first.periodKey.endsWith(`-${process.stages.at(-1)?.id}`),
    ),
  );
  if (!produces || office === null || notice.supervision === undefined) return [];
  const handedIn = answers.find(({ act }) => act === 'hand in' || act === 'key in');
  if (!handedIn) return [];
  const { processId: process, periodKey, partyId: party } = first;
  return [
    {
      id: `${first.periodId}/record supervision`,
      actor: office,
      act: 'record supervision',
      subject: { process, periodKey, party },
      at: nextWorkingTime(calendarOf(notice), handedIn.at, TIMES.recordSplit),
    },
  ];
}
