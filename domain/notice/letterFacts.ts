import type { Matter, NoticeHead } from '../../contracts/letters.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import { findProcess } from './findProcess.ts';
import { partyTitle } from './roster.ts';

/** What every letter says of its notice. */
export function noticeHead(notice: Notice): NoticeHead {
  const { head, language, zone } = notice;
  return {
    language,
    zone,
    title: head.title,
    committee: head.committee,
    issuer: head.issuer,
    place: head.place,
    number: head.number,
    symbol: head.symbol,
    concludedOn: head.concludedOn,
    issuedOn: head.issuedOn,
    office: partyTitle(notice, notice.roles.office),
  };
}

const unitsOf = new WeakMap<Notice, ReadonlySet<string>>();

/** Whether a letter to a party speaks to a person or to a unit's mailbox. */
export function addresseeOf(notice: Notice, partyId: string): 'person' | 'unit' {
  const units = unitsOf.get(notice) ?? new Set(notice.units?.list.map(({ id }) => id));
  unitsOf.set(notice, units);
  return units.has(partyId) ? 'unit' : 'person';
}

/** What a letter is about. The clause is cited only where the process comes from the notice itself, in its own sentence. */
export function matterOf(notice: Notice, processId: string): Matter {
  const { process, directive } = findProcess(notice, processId);
  const provenance = process.provenance ?? directive.provenance;
  return {
    directive: directive.no,
    process: process.title,
    asks: process.asks,
    sentence: provenance.source === 'notice' ? provenance.sentence : null,
  };
}
