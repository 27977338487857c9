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
import { actorFacts } from '../../deciding/rights.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Opened } from '../openLink.ts';
import { type Further, readFurther } from './further/readFurther.ts';
import { type Rights, rightsOn } from './rightsOn.ts';

/** How many of a kind a desk shows. */
export const SHOWN = 300;
/** The latest of them: older ones stand in the digests and in the API. */
const EXPLANATIONS = 20;

/** What waits on a person's desk, and what the person may decide beside it. What the person has no part in is empty. */
export interface Desk {
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
  /** those below whose due time is over */
  overdue: SilentOnDesk[];
  may: Rights;
  further: Further;
}

/** Reads a desk by the positions that its person holds now: the office's, a releaser's, a superior's. */
export async function readDesk(deps: ApiDeps, opened: Opened): Promise<Desk> {
  const { pool } = deps;
  const { noticeId, notice, holder, now } = opened;
  const { roles, settings } = notice;
  const held = holder.parties.map(({ id }) => id);
  const isOffice = held.includes(roles.office);
  const mayRelease = settings.release.by.some((position) => held.includes(position));
  const charge = await partiesUnder(pool, noticeId, holder.personId, now);
  const told = await partiesToldOf(pool, noticeId, holder.personId, now);
  const under = [...new Set([...charge, ...told])].filter((party) => !held.includes(party));
  const handling = held.includes(roles.chair)
    ? await proposalsOnDesk(pool, noticeId, { open: SHOWN, explanations: EXPLANATIONS })
    : { open: [], explanations: [] };
  const mine = { noticeId, now, parties: held, limit: SHOWN };
  const overdue = await listObligations(pool, { ...mine, status: 'open-overdue' });
  const inTime = await listObligations(pool, { ...mine, status: 'open-in-time' });

  const concerned = isOffice ? parties(notice).map(({ id }) => id) : under;
  const open =
    concerned.length === 0
      ? []
      : await silentParties(pool, { noticeId, now, limit: SHOWN + 1, parties: concerned });
  const standing = under.length === 0 ? [] : await findingsStanding(pool, noticeId, under);
  const reviewed = await reviewsOf(deps, opened, { isOffice, under });
  const actor = await actorFacts(pool, opened.caller, noticeId, now);
  const may = await rightsOn(deps, opened, actor, [
    ...[...open, ...standing].map(({ obligationId }) => obligationId),
    ...reviewed.flatMap(({ covers }) => covers),
  ]);
  const reviews = reviewed.filter(({ covers }) => may('accept', ...covers));
  const below = open.filter(({ partyId }) => under.includes(partyId));
  return {
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
    overdue: below.filter((one) => one.overdue),
    may,
    further: await readFurther(deps, opened, { actor, may, under, open, below, standing }),
  };
}

/** What waits for review: all of it before the office, and before those above the office what it handed in itself. */
async function reviewsOf(
  { pool }: ApiDeps,
  { noticeId, notice }: Opened,
  { isOffice, under }: { isOffice: boolean; under: readonly string[] },
): Promise<ReviewOnDesk[]> {
  const { office } = notice.roles;
  if (!isOffice && !under.includes(office)) return [];
  return toReview(pool, { noticeId, parties: isOffice ? null : [office], limit: SHOWN + 1 });
}
