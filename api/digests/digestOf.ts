import type { DigestDraft } from '../../contracts/digest.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { periodId } from '../../contracts/ids.ts';
import type { DigestParagraph } from '../../contracts/letters.ts';
import type { DecisionResult } from '../../contracts/messages.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { editDigest, releaseDigest } from '../../db/digests/editAndRelease.ts';
import type { NewLetter } from '../../db/letters/queueLetters.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { readStanding, type StandingNow } from '../../db/people/readStanding.ts';
import { type DigestOnDesk, digestOwner, readDigest } from '../../db/reading/desk.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { noticeHead } from '../../domain/notice/letterFacts.ts';
import { calendarOf } from '../../domain/plan/calendarOf.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { digestParagraphs } from '../../letters/digest/digestParagraphs.ts';
import type { Asked } from '../deciding/decide.ts';
import type { PeriodName } from '../deciding/decideAsOffice.ts';
import { mustMay } from '../deciding/rights.ts';
import type { ApiDeps } from '../deps.ts';

/** The words of a digest: what the office wrote, else what the catalogue makes of the draft. */
export const wordsOf = (notice: Notice, digest: DigestOnDesk): DigestParagraph[] =>
  digest.edited?.paragraphs ?? digestParagraphs(digest.draft, noticeHead(notice), notice.settings);

/** Keeps the office's words in place of the draft's. */
export async function decideEdit(
  deps: ApiDeps,
  period: PeriodName,
  { caller, decisionId, decision }: Asked<{ paragraphs: DigestParagraph[]; reason: string | null }>,
): Promise<DecisionResult> {
  const { noticeId } = period;
  const at = await deps.now(noticeId);
  const id = periodId(noticeId, period.processId, period.key);
  const wish = {
    kind: 'edit-digest',
    noticeId,
    partyId: await ownerOf(deps, id),
    now: at,
  } as const;
  const actor = await mustMay(deps.pool, caller, wish);
  return editDigest(deps.pool, { decisionId, noticeId, actor, at, periodId: id, ...decision });
}

/** Releases a digest to the position that its process reports to. */
export async function decideReleaseDigest(
  deps: ApiDeps,
  period: PeriodName,
  { caller, decisionId, decision }: Asked<{ reason: string }>,
): Promise<DecisionResult> {
  const { noticeId, processId } = period;
  const at = await deps.now(noticeId);
  const id = periodId(noticeId, processId, period.key);
  const partyId = await ownerOf(deps, id);
  const wish = { kind: 'release-digest', noticeId, partyId, now: at } as const;
  const actor = await mustMay(deps.pool, caller, wish);
  const { notice } = await readNotice(deps.pool, noticeId);
  const digest = await readDigest(deps.pool, id);
  if (!digest) {
    throw new PermanentFailure(FAILURES.notFound, `no digest has been drafted for ${id}`);
  }
  const standing = await readStanding(deps.pool, noticeId, at);
  const personId = caller.personId ?? standing.personOf(partyId);
  if (personId === null) {
    throw new PermanentFailure(
      FAILURES.conflict,
      'nobody holds the post that owes this digest, so nobody can release it',
    );
  }
  const paragraphs = wordsOf(notice, digest);
  return releaseDigest(deps.pool, {
    decisionId,
    noticeId,
    actor,
    at,
    periodId: id,
    reason: decision.reason,
    personId,
    channel: caller.actor.startsWith('person:') ? 'link' : 'api',
    paragraphs,
    letter: letterOf(notice, period, {
      id,
      paragraphs,
      hasProposals: hasProposals(digest.draft),
      at,
      standing,
    }),
  });
}

/** The party whose word a digest is. @throws NotFound */
export async function ownerOf({ pool }: ApiDeps, id: string): Promise<string> {
  const owner = await digestOwner(pool, id);
  if (owner !== undefined) return owner;
  throw new PermanentFailure(FAILURES.notFound, `no digest has been drafted for ${id}`);
}

/** Proposals that wait for the chair: this digest's own, and those of earlier ones that nobody has decided. */
const hasProposals = ({ proposals, earlier = [] }: DigestDraft): boolean =>
  proposals.some(({ withdrawn }) => !withdrawn) ||
  earlier.some(({ became }) => became === 'undecided');

function letterOf(
  notice: Notice,
  period: PeriodName,
  about: {
    id: string;
    paragraphs: DigestParagraph[];
    hasProposals: boolean;
    at: Instant;
    standing: StandingNow;
  },
): NewLetter {
  const { id, paragraphs, hasProposals, at, standing } = about;
  const { process } = findProcess(notice, period.processId);
  const to = process.kind === 'reporting-cycle' ? process.to : notice.roles.chair;
  const person = [to, ...notice.roles.fallback]
    .map((position) => standing.personOf(position))
    .find((one) => one !== null && standing.contactOf(one)?.hasAddress);
  if (!person) {
    throw new PermanentFailure(
      FAILURES.conflict,
      'neither the position that it reports to nor any of the fallback can be written to',
    );
  }
  const calendar = calendarOf(notice);
  return {
    key: `digest/${id}`,
    kind: 'digest',
    personId: person,
    periodId: id,
    obligations: [],
    notBefore: calendar.deferToOffice(at),
    document: composeLetter(
      'digest',
      {
        to: standing.contactOf(person)?.name ?? '',
        day: calendar.dayOf(at),
        paragraphs,
        hasProposals,
      },
      noticeHead(notice),
    ),
  };
}
