import { z } from 'zod';
import {
  Certify,
  ClosePeriod,
  MergePeriod,
  Release,
  SkipPeriod,
} from '../../contracts/decisions.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { obligationId, periodId } from '../../contracts/ids.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readGuidance } from '../../db/reading/guidance.ts';
import { type ObligationRow, readObligation } from '../../db/reading/obligations.ts';
import { listPeriods, readPeriod } from '../../db/reading/periods.ts';
import { readContained } from '../../db/submissions/readContained.ts';
import { dossierParts, missingParts } from '../../domain/notice/dossier.ts';
import { hasGuidance } from '../../domain/notice/guidanceText.ts';
import { callerIn, mustSee, only } from '../auth/caller.ts';
import { mustSeeParty } from '../auth/visible.ts';
import { decideClosePeriod, decideTakeOut } from '../deciding/decide.ts';
import {
  decideCertify,
  decideReleaseEscalations,
  type PeriodName,
} from '../deciding/decideAsOffice.ts';
import type { ApiDeps, Routes } from '../deps.ts';
import {
  Decided,
  InNotice,
  InPeriod,
  PartyId,
  ProcessId,
  pageOf,
  paging,
} from '../schemas/common.ts';
import { operation } from '../schemas/operation.ts';
import { ObligationRead, Period, Step } from '../schemas/record.ts';
import { decisionRoute } from './decisionRoute.ts';

const PERIOD = '/api/v1/notices/:notice/processes/:process/periods/:key';

/** Periods: reading them, and the office's decisions about a whole period. */
export const periodRoutes: Routes = (api, deps) => {
  const { pool } = deps;
  const everybody = only(pool, 'admin', 'office', 'supervisor', 'head', 'party');

  api.get(
    '/api/v1/notices/:notice/periods',
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'listPeriods',
          tag: 'periods',
          summary: 'List periods',
          description: 'In the order of their due times, with counts by track and outcome.',
          refuses: [404, 422],
        },
        {
          params: InNotice,
          querystring: z.object({
            ...paging,
            process: ProcessId.optional(),
            state: z.enum(['open', 'paused', 'closed', 'before-start', 'cancelled']).optional(),
          }),
          response: { 200: pageOf(Period) },
        },
      ),
    },
    (request) => {
      mustSee(callerIn(request), request.params.notice);
      const { process, state, ...page } = request.query;
      const filter = { ...(process && { process }), ...(state && { state }) };
      return listPeriods(pool, { noticeId: request.params.notice, ...page, ...filter });
    },
  );

  api.get(
    PERIOD,
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'readPeriod',
          tag: 'periods',
          summary: 'Read a period',
          description: 'With every step of its schedules, those made by decisions included.',
          refuses: [404, 422],
        },
        { params: InPeriod, response: { 200: Period.extend({ steps: z.array(Step) }) } },
      ),
    },
    async (request) => {
      const { notice, process, key } = request.params;
      mustSee(callerIn(request), notice);
      const period = await readPeriod(pool, periodId(notice, process, key));
      if (period) return period;
      throw new PermanentFailure(FAILURES.notFound, `there is no period ${key} of ${process}`);
    },
  );

  api.get(
    `${PERIOD}/parties/:party`,
    {
      onRequest: everybody,
      schema: operation(
        {
          id: 'readObligation',
          tag: 'obligations',
          summary: 'Read what a party owes in a period',
          description:
            'One obligation; `track` tells a certificate or a supplement from the main one.',
          refuses: [404, 422],
        },
        {
          params: InPeriod.extend({ party: PartyId }),
          querystring: z.object({ track: z.string().max(64).default('main') }),
          response: { 200: ObligationRead },
        },
      ),
    },
    async (request) => {
      const { notice, process, key, party } = request.params;
      const now = await deps.now(notice);
      await mustSeeParty(pool, callerIn(request), { noticeId: notice, partyId: party, now });
      const id = obligationId(periodId(notice, process, key), request.query.track, party);
      const obligation = await readObligation(pool, id, now);
      if (obligation) return withDossier(deps, obligation);
      throw new PermanentFailure(FAILURES.notFound, `there is no obligation ${id}`);
    },
  );

  decisionRoute(api, deps, {
    path: `${PERIOD}/certify`,
    roles: ['office'],
    about: {
      id: 'certifyPeriod',
      summary: 'Certify that no report of a period lies unread',
      description:
        "The office's word that its incoming book, mail tray and Zalo are empty. Until it is given nobody of the period is found silent.",
      refuses: [404, 409, 422],
    },
    params: InPeriod,
    body: Certify.meta({ examples: [{ book: true, tray: true, zalo: true }] }),
    answer: Decided,
    decide: (asked, period) => decideCertify(deps, nameOf(period), asked),
  });

  decisionRoute(api, deps, {
    path: `${PERIOD}/skip`,
    roles: ['head'],
    about: {
      id: 'skipPeriod',
      summary: 'Skip a period',
      description:
        'Before it opens or after, for everybody or for some: what is open in it is closed, nobody is prompted for it, and findings already made for it are withdrawn.',
      refuses: [404, 409, 422, 503],
    },
    params: InPeriod,
    body: SkipPeriod.meta({ examples: [{ reason: 'Kỳ báo cáo rơi vào dịp Tết' }] }),
    answer: Decided,
    decide: (asked, period) => decideTakeOut(deps, nameOf(period), asked),
  });

  decisionRoute(api, deps, {
    path: `${PERIOD}/merge`,
    roles: ['head'],
    about: {
      id: 'mergePeriod',
      summary: 'Merge a period into a later one',
      description:
        'As skipping; the letters of the later period say that it covers this one too. A period merged before, or into one that is earlier, closed or unknown, is refused.',
      refuses: [404, 409, 422, 503],
    },
    params: InPeriod,
    body: MergePeriod.meta({
      examples: [{ into: '2021-02-28', reason: 'Kỳ 14/02/2021 là mùng 3 Tết' }],
    }),
    answer: Decided,
    decide: (asked, period) => decideTakeOut(deps, nameOf(period), asked),
  });

  decisionRoute(api, deps, {
    path: `${PERIOD}/release-escalations`,
    roles: ['office'],
    about: {
      id: 'releaseEscalations',
      summary: 'Release letters to superiors',
      description:
        "In a notice's first periods what has climbed waits for this; then it goes out with the next daily round.",
      refuses: [404, 409, 422],
    },
    params: InPeriod,
    body: Release.meta({ examples: [{ reason: 'Đã rà soát' }] }),
    answer: Decided.extend({ released: z.int() }),
    decide: (asked, period) => decideReleaseEscalations(deps, nameOf(period), asked),
  });

  decisionRoute(api, deps, {
    path: `${PERIOD}/close`,
    roles: ['admin', 'head'],
    about: {
      id: 'closePeriod',
      summary: 'Close a period with things missing',
      description:
        'What is missing stays open and overdue on record and is still taken, as late; nothing more is sent for it and nothing climbs. Refused while something in it is not due yet.',
      refuses: [404, 409, 422, 503],
    },
    params: InPeriod,
    body: ClosePeriod.meta({
      examples: [{ reason: 'Đã đôn đốc nhiều lần, các xã còn lại báo cáo vào kỳ sau' }],
    }),
    answer: Decided,
    decide: (asked, period) => decideClosePeriod(deps, nameOf(period), asked),
  });
};

/** A period as a path names it. */
export const nameOf = ({ notice, process, key }: z.output<typeof InPeriod>): PeriodName => ({
  noticeId: notice,
  processId: process,
  key,
});

/** An obligation with what its dossier still lacks, and the guidance for it. */
async function withDossier({ pool }: ApiDeps, obligation: ObligationRow) {
  const { id, noticeId, processId, periodId: period, deliverable, track } = obligation;
  const { notice } = await readNotice(pool, noticeId);
  const parts = dossierParts(notice, processId, deliverable);
  const contained = parts.length === 0 ? new Map() : await readContained(pool, [id]);
  const guidance =
    hasGuidance(notice, processId) && track !== 'guidance'
      ? await readGuidance(pool, period)
      : null;
  return {
    ...obligation,
    missing: parts.length === 0 ? null : missingParts(parts, contained.get(id) ?? []),
    guidance: guidance?.submissionId ?? null,
  };
}
