import type { LetterLink } from '../contracts/letters.ts';
import { type LinkClaim, makeLinkToken } from '../security/linkToken.ts';

export interface LinkSettings {
  linkSecret: string;
  /** Where people reach the pages, without a trailing slash. */
  baseUrl: string;
}

/** Whom a letter's links stand for. */
export interface LinkHolder {
  noticeId: string;
  personId: string;
  linkGeneration: number;
}

/** The address of the page that a link of a letter names, for its one receiver. The same link gives the same address. */
export function linkUrl(link: LetterLink, holder: LinkHolder, settings: LinkSettings): string {
  const { noticeId, personId: person, linkGeneration: generation } = holder;
  const address = (path: string, purpose: LinkClaim['purpose'], subject: string): string => {
    const claim = { purpose, noticeId, subject, person, generation };
    return `${settings.baseUrl}/${path}/${makeLinkToken(claim, settings.linkSecret)}`;
  };
  switch (link.to) {
    case 'report':
      return address('r', 'report', link.obligationId);
    case 'finding':
      return address('f', 'finding', link.findingId);
    case 'desk':
      return address('d', 'desk', noticeId);
  }
}
