import { obligationId, periodId } from '../../../../contracts/ids.ts';
import type { Notice } from '../../../../contracts/notice/index.ts';
import type { PlannedPeriod, PlannedTrack } from '../../../../contracts/plan.ts';
import type {
  LetterFacts,
  OwedInLetter,
  Piece,
} from '../../../../dev/rehearsal/cast/receive/facts.ts';
import { planProcess } from '../../../../domain/plan/planProcess.ts';

/** A piece as a rehearsal of the notice plays it. */
export function pieceOf(notice: Notice, seed = 1): Piece {
  const holder = (id: string) =>
    notice.positions.list.find((position) => position.id === id)?.holder ?? null;
  const chair = holder(notice.roles.chair);
  const unit = (id: string) => notice.units?.list.find((one) => one.id === id);
  return {
    seed,
    notice,
    office: holder(notice.roles.office),
    chair,
    inCharge: (party) => (unit(party) ? holder(unit(party)?.supervisor ?? '') : chair),
  };
}

/** Every period of the reporting cycles. */
export const runningPeriods = (notice: Notice): PlannedPeriod[] =>
  notice.directives
    .flatMap(({ processes }) => processes)
    .filter(({ kind }) => kind === 'reporting-cycle')
    .flatMap(({ id }) => planProcess(notice, id))
    .filter(({ beforeStart }) => !beforeStart);

/** The prompt to each person about each track of each period, read when it comes. */
export function plannedLetters(notice: Notice): LetterFacts[] {
  return runningPeriods(notice).flatMap((period) =>
    period.tracks.flatMap((track) => lettersOf(notice, period, track)),
  );
}

function lettersOf(notice: Notice, period: PlannedPeriod, track: PlannedTrack): LetterFacts[] {
  const prompt = track.steps.find((step) => step.kind === 'prompt');
  if (!prompt) return [];
  const byPerson = new Map<string, OwedInLetter[]>();
  for (const partyId of track.parties) {
    const person = receiverOf(notice, partyId);
    if (person === undefined) continue;
    byPerson.set(person, [...(byPerson.get(person) ?? []), owedBy(period, track, partyId)]);
  }
  return [...byPerson].map(([receiver, owed]) => ({
    kind: 'prompt',
    receiver,
    positions: owed.map(({ partyId }) => partyId),
    now: prompt.at,
    period: { processId: period.processId, periodKey: period.key },
    owed,
    links: [
      { to: 'report', path: `/r/${receiver}`, subject: owed[0]?.obligationId ?? '' },
      { to: 'desk', path: `/d/${receiver}`, subject: notice.id },
      { to: 'finding', path: `/f/${receiver}`, subject: 'a finding' },
    ],
  }));
}

function receiverOf(notice: Notice, partyId: string): string | undefined {
  const position = notice.positions.list.find(({ id }) => id === partyId);
  if (position) return position.holder ?? undefined;
  return notice.units?.list.find(({ id }) => id === partyId)?.addressees[0]?.id;
}

function owedBy(period: PlannedPeriod, track: PlannedTrack, partyId: string): OwedInLetter {
  const id = periodId(period.noticeId, period.processId, period.key);
  return {
    obligationId: obligationId(id, track.key, partyId),
    periodId: id,
    processId: period.processId,
    periodKey: period.key,
    partyId,
    track: track.key,
    deliverable: track.deliverable,
    dueAt: track.dueAt,
    lastDay: track.lastDay,
    lockAt: track.lockAt,
    own: true,
  };
}
