import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import { findLinkHolder, isPerson, type LinkHolder } from '../../db/reading/linkHolder.ts';
import { noticeHead } from '../../domain/notice/letterFacts.ts';
import { type Writing, writingFor } from '../../letters/compose/writing.ts';
import { type LinkPurpose, makeLinkToken, readLinkToken } from '../../security/linkToken.ts';
import type { Caller } from '../auth/caller.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/problem.ts';

/** What a link opened: for whom, in which notice, and the means to write its page. */
export interface Opened {
  token: string;
  /** the link's own path: forms post back to it */
  path: string;
  /** the obligation, the finding, or the notice that it is about */
  subject: string;
  noticeId: string;
  notice: Notice;
  /** of the notice in the register */
  state: string;
  holder: LinkHolder;
  now: Instant;
  writing: Writing;
  /** whoever was sent the link decides in person; the relations in the notice say what */
  caller: Caller;
  deskPath: string;
  /** the person's link generation, for further links on the page */
  generation: number;
}

const PATHS: Record<LinkPurpose, string> = { report: 'r', finding: 'f', desk: 'd' };

/**
 * Opens a link. Nothing is kept of it: no session, no cookie.
 * @throws Problem `not-found` for anything that was not signed here for this purpose, `gone` where the person's links were made void
 */
export async function openLink(
  deps: ApiDeps,
  token: string,
  purpose: LinkPurpose,
): Promise<Opened> {
  const claim = readLinkToken(token, deps.linkSecret);
  if (!claim || claim.purpose !== purpose) throw new Problem('not-found', 'no such link');
  const { noticeId, person, generation, subject } = claim;
  const now = await deps.now(noticeId);
  const holder = await findLinkHolder(deps.pool, { noticeId, person, generation, now });
  if (!holder) {
    const known = await isPerson(deps.pool, noticeId, person);
    throw known ? new Problem('gone', 'void link') : new Problem('not-found', 'no such link');
  }
  const { notice, state } = await readNotice(deps.pool, noticeId);
  return {
    token,
    path: `/${PATHS[purpose]}/${token}`,
    subject,
    noticeId,
    notice,
    state,
    holder,
    now,
    writing: writingFor(noticeHead(notice)),
    caller: { actor: `person:${person}`, role: 'party', noticeId, personId: person },
    generation,
    deskPath: linkPath(deps, { noticeId, person, generation }, 'desk', noticeId),
  };
}

/** The path of a further link of the person who opened one. */
export const ownLinkPath = (
  deps: ApiDeps,
  { noticeId, generation, holder }: Opened,
  purpose: LinkPurpose,
  subject: string,
): string => linkPath(deps, { noticeId, person: holder.personId, generation }, purpose, subject);

/** The path of a link of this person. */
const linkPath = (
  deps: ApiDeps,
  { noticeId, person, generation }: { noticeId: string; person: string; generation: number },
  purpose: LinkPurpose,
  subject: string,
): string =>
  `/${PATHS[purpose]}/${makeLinkToken({ purpose, noticeId, subject, person, generation }, deps.linkSecret)}`;
