import { readSubjectFacts } from '../../../db/decisions/subjectFacts.ts';
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
import { type ProposalOnDesk, proposalsOnDesk } from '../../../db/reading/proposals.ts';
import { partiesToldOf, partiesUnder } from '../../../db/reading/visibleParties.ts';
import { readContained } from '../../../db/submissions/readContained.ts';
import { parties } from '../../../domain/notice/roster.ts';
import { mayDecide } from '../../../domain/rights/mayDecide.ts';
import { actorFacts } from '../../deciding/rights.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Opened } from '../openLink.ts';

/** How many of a kind a desk shows. */
export const SHOWN = 300;
/** The latest of them: older ones stand in the digests and in the API. */
const EXPLANATIONS = 20;

/** What waits on a person's desk. What the person has no part in is empty. */
export interface Desk {
  isOffice: boolean;
  own: ObligationRow[];
  certificates: CertificateOnDesk[];
  reviews: ReviewOnDesk[];
  /** parts of the dossier that are in, by the obligation of a review */
  contained: Map<string, string[]>;
  release: FindingOnDesk[];
  escalations: EscalationOnDesk[];
  digests: DigestOnDesk[];
  /** the chair's: what is proposed about somebody, and the explanations asked for */
  proposals: ProposalOnDesk[];
  explanations: ProposalOnDesk[];
  /** open obligations of everybody: what the office keys in and excuses */
  everybody: SilentOnDesk[];
  /** the open obligations of those below, overdue ones first */
  below: SilentOnDesk[];
  standing: FindingOnDesk[];
  /** what may be decided for those below, by obligation */
  rights: Map<string, Set<RightAbove>>;
}

/** Reads a desk by the positions that its person holds now: the office's, a releaser's, a superior's. */
export async function readDesk(deps: ApiDeps, opened: Opened): Promise<Desk> {
  const { pool } = deps;
  const { noticeId, notice, holder, now } = opened;
  const held = holder.parties.map(({ id }) => id);
  const isOffice = held.includes(notice.roles.office);
  const mayRelease = notice.settings.release.by.some((position) => held.includes(position));
  const charge = await partiesUnder(pool, noticeId, holder.personId, now);
  const told = await partiesToldOf(pool, noticeId, holder.personId, now);
  const under = [...new Set([...charge, ...told])].filter((party) => !held.includes(party));
  const handling = held.includes(notice.roles.chair)
    ? await proposalsOnDesk(pool, noticeId, { open: SHOWN, explanations: EXPLANATIONS })
    : { open: [], explanations: [] };
  const everybody = parties(notice).map(({ id }) => id);
  const silent = { noticeId, now, limit: SHOWN + 1 };
  const mine = { noticeId, now, parties: held, limit: SHOWN };
  const overdue = await listObligations(pool, { ...mine, status: 'open-overdue' });
  const inTime = await listObligations(pool, { ...mine, status: 'open-in-time' });
  const below = under.length > 0 ? await silentParties(pool, { ...silent, parties: under }) : [];
  const standing = under.length > 0 ? await findingsStanding(pool, noticeId, under) : [];
  const reviews = isOffice ? await toReview(pool, { noticeId, limit: SHOWN + 1 }) : [];
  return {
    isOffice,
    own: [...overdue.items, ...inTime.items],
    certificates: isOffice ? await certificatesDue(pool, { noticeId, parties: held }) : [],
    reviews,
    contained: await readContained(
      pool,
      reviews.map(({ obligationId }) => obligationId),
    ),
    release: mayRelease ? await findingsToRelease(pool, noticeId) : [],
    escalations: isOffice ? await escalationsToRelease(pool, noticeId) : [],
    digests: await digestsToRelease(pool, noticeId, held),
    proposals: handling.open,
    explanations: handling.explanations,
    everybody: isOffice ? await silentParties(pool, { ...silent, parties: everybody }) : [],
    below,
    standing,
    rights: await rightsOn(
      deps,
      opened,
      [...below, ...standing].map(({ obligationId }) => obligationId),
    ),
  };
}

const ABOVE = ['hold-rung', 'extend', 'excuse', 'reverse-finding'] as const;
export type RightAbove = (typeof ABOVE)[number];

/** What this person may decide for each of these obligations: a form is shown only where it would be taken. */
async function rightsOn(
  { pool }: ApiDeps,
  { noticeId, caller, now }: Opened,
  obligationIds: string[],
): Promise<Map<string, Set<RightAbove>>> {
  const ids = [...new Set(obligationIds)];
  if (ids.length === 0) return new Map();
  const actor = await actorFacts(pool, caller, noticeId, now);
  const subjects = await readSubjectFacts(pool, noticeId, ids, now);
  return new Map(
    [...subjects].map(([id, subject]) => [
      id,
      new Set(ABOVE.filter((kind) => mayDecide(kind, actor, subject).allowed)),
    ]),
  );
}
