import type { Matter, NoticeHead } from '../../contracts/letters.ts';
import type { Notice, Process, Provenance } from '../../contracts/notice/index.ts';
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

/**
 * What a letter is about. The clause is cited only where what is owed comes from the notice itself, in its own sentence;
 * guidance and a programme's check-ins have a sentence of their own or none, and a campaign's document is named by its
 * outline, since the process's `asks` speaks of the returns.
 */
export function matterOf(notice: Notice, processId: string, deliverable?: string): Matter {
  const { process, directive } = findProcess(notice, processId);
  const whole = process.provenance ?? directive.provenance;
  const provenance = deliverable === undefined ? whole : ofDeliverable(process, deliverable, whole);
  return {
    directive: directive.no,
    process: process.title,
    asks:
      deliverable === 'document' && process.kind === 'campaign'
        ? inSentence(outlineTitle(notice, process.document.outline) ?? process.asks)
        : process.asks,
    sentence: provenance?.source === 'notice' ? provenance.sentence : null,
    ...((!RECURRING.has(process.kind) || deliverable === 'explanation') && { once: true }),
  };
}

/** Where it is said that this is owed. */
function ofDeliverable(
  process: Process,
  deliverable: string,
  whole: Provenance,
): Provenance | undefined {
  if (deliverable === 'guidance' && process.kind === 'collection')
    return process.guidance?.provenance;
  if (deliverable === 'check-in' && process.kind === 'programme' && 'provenance' in process.checkIn)
    return process.checkIn.provenance ?? whole;
  return whole;
}

/** What of these kinds is owed comes back period after period; of all others it comes once. */
const RECURRING: ReadonlySet<Process['kind']> = new Set(['reporting-cycle', 'programme']);

const outlineTitle = (notice: Notice, outlineId: string): string | undefined =>
  notice.outlines.list.find(({ id }) => id === outlineId)?.title;

/** A title in the middle of a sentence; one that begins with an abbreviation keeps it. */
const inSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
