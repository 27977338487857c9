import type { RecordSupervision } from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import {
  type RecordedList,
  recordSupervision,
  type SupervisionRecorded,
} from '../../db/decisions/recordSupervision.ts';
import type { NewLetter } from '../../db/letters/queueLetters.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { unitsToSplit } from '../../domain/notice/supervisionLists.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { localDate } from '../../domain/time/zone.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import type { ApiDeps } from '../deps.ts';
import type { Asked } from './decide.ts';
import { mustMay } from './rights.ts';

/** Refuses a process that does not end with a list of who has which units in charge. @throws NotFound */
export function mustProduceSupervision(notice: Notice, processId: string): void {
  const { process } = findProcess(notice, processId);
  if (process.kind === 'drafting' && process.produces === 'supervision') return;
  throw new PermanentFailure(
    FAILURES.notFound,
    `the process ${processId} produces no list of supervision`,
  );
}

/** Records the list that the chair signed; the deputies that it names are told. */
export async function decideSupervision(
  deps: ApiDeps,
  { noticeId, processId }: { noticeId: string; processId: string },
  { caller, decisionId, decision }: Asked<RecordSupervision>,
): Promise<SupervisionRecorded> {
  const at = await deps.now(noticeId);
  const actor = await mustMay(deps.pool, caller, {
    kind: 'record-supervision',
    noticeId,
    now: at,
  });
  const { notice } = await readNotice(deps.pool, noticeId);
  mustProduceSupervision(notice, processId);
  if (decision.signedOn > localDate(at, notice.zone)) {
    throw new PermanentFailure(
      FAILURES.invalid,
      `signed on ${decision.signedOn}, which is still to come`,
      '/signedOn',
    );
  }
  const { personOf } = await readStanding(deps.pool, noticeId, at, { parties: [] });
  const office = personOf(notice.roles.office);
  return recordSupervision(deps.pool, {
    decisionId,
    noticeId,
    processId,
    actor,
    at,
    decision,
    units: unitsToSplit(notice),
    compose: toldDeputies(notice, { decisionId, processId, at, office }),
  });
}

/** Each deputy of the list is told of his units; the office in place of a post that is vacant or without an address. */
const toldDeputies =
  (
    notice: Notice,
    about: { decisionId: string; processId: string; at: Instant; office: string | null },
  ) =>
  ({ lists, decision }: { lists: RecordedList[]; decision: RecordSupervision }): NewLetter[] =>
    lists.flatMap(({ deputy, units }) => {
      const holder = deputy.holders.find(({ hasAddress }) => hasAddress);
      const personId = holder?.personId ?? about.office;
      if (personId === null) return [];
      return [
        {
          key: `supervision/${about.decisionId}/${deputy.id}`,
          kind: 'supervision' as const,
          personId,
          periodId: null,
          obligations: [],
          notBefore: calendarOf(notice).deferToOffice(about.at),
          document: composeLetter(
            'supervision',
            {
              to: holder?.name ?? noticeHead(notice).office,
              matter: matterOf(notice, about.processId),
              capacity: deputy.title,
              insteadOf: holder ? null : deputy.title,
              signedOn: decision.signedOn,
              number: decision.number ?? null,
              units: units.map(({ title }) => title),
            },
            noticeHead(notice),
          ),
        },
      ];
    });
