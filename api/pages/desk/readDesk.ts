import {
  type CertificateOnDesk,
  certificatesDue,
  type DigestOnDesk,
  digestsToRelease,
  type EscalationOnDesk,
  escalationsToRelease,
  type FindingOnDesk,
  findingsStanding,
  findingsToRelease,
  type ReviewOnDesk,
  type SilentOnDesk,
  silentParties,
  toReview,
} from '../../../db/reading/desk.ts';
import { listObligations, type ObligationRow } from '../../../db/reading/obligations.ts';
import { partiesUnder } from '../../../db/reading/visibleParties.ts';
import { parties } from '../../../domain/notice/roster.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Opened } from '../openLink.ts';

/** How many of a kind a desk shows. */
export const SHOWN = 300;

/** What waits on a person's desk. What the person has no part in is empty. */
export interface Desk {
  isOffice: boolean;
  own: ObligationRow[];
  certificates: CertificateOnDesk[];
  reviews: ReviewOnDesk[];
  release: FindingOnDesk[];
  escalations: EscalationOnDesk[];
  digests: DigestOnDesk[];
  /** open obligations of everybody: what the office keys in and excuses */
  everybody: SilentOnDesk[];
  /** the open obligations of those below, overdue ones first */
  below: SilentOnDesk[];
  standing: FindingOnDesk[];
}

/** Reads a desk by the positions that its person holds now: the office's, a releaser's, a superior's. */
export async function readDesk(deps: ApiDeps, opened: Opened): Promise<Desk> {
  const { pool } = deps;
  const { noticeId, notice, holder, now } = opened;
  const held = holder.parties.map(({ id }) => id);
  const isOffice = held.includes(notice.roles.office);
  const mayRelease = notice.settings.release.by.some((position) => held.includes(position));
  const under = (await partiesUnder(pool, noticeId, holder.personId, now)).filter(
    (party) => !held.includes(party),
  );
  const everybody = parties(notice).map(({ id }) => id);
  const silent = { noticeId, now, limit: SHOWN + 1 };
  const own = await listObligations(pool, { noticeId, now, parties: held, limit: 200, overdue: undefined });
  return {
    isOffice,
    own: own.items.filter(({ status }) => status === 'open-in-time' || status === 'open-overdue'),
    certificates: isOffice ? await certificatesDue(pool, { noticeId, parties: held }) : [],
    reviews: isOffice ? await toReview(pool, { noticeId, limit: SHOWN + 1 }) : [],
    release: mayRelease ? await findingsToRelease(pool, noticeId) : [],
    escalations: isOffice ? await escalationsToRelease(pool, noticeId) : [],
    digests: isOffice ? await digestsToRelease(pool, noticeId) : [],
    everybody: isOffice ? await silentParties(pool, { ...silent, parties: everybody }) : [],
    below: under.length > 0 ? await silentParties(pool, { ...silent, parties: under }) : [],
    standing: under.length > 0 ? await findingsStanding(pool, noticeId, under) : [],
  };
}
