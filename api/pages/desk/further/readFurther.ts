import { readNoticeSubject, readPartySubjects } from '../../../../db/decisions/subjectFacts.ts';
import type { FindingOnDesk, SilentOnDesk } from '../../../../db/reading/desk.ts';
import { listProcesses } from '../../../../db/reading/notices.ts';
import { listParties, type PartyRow } from '../../../../db/reading/parties.ts';
import { type DossierPart, dossierParts } from '../../../../domain/notice/dossier.ts';
import { findProcess } from '../../../../domain/notice/findProcess.ts';
import type { DecisionKind } from '../../../../domain/rights/decisionKinds.ts';
import type { ActorFacts } from '../../../../domain/rights/facts.ts';
import { mayDecide } from '../../../../domain/rights/mayDecide.ts';
import { ownWord } from '../../../../domain/submissions/ownWord.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Opened } from '../../openLink.ts';
import type { Rights } from '../rightsOn.ts';
import { readSplits, type SplitOnDesk } from './readSplits.ts';
import { readTurns, type Turns } from './readTurns.ts';

/** What a person may decide without anything waiting for it: on what, by decision. Empty where there is no right. */
export interface Further {
  keyIn: SilentOnDesk[];
  /** before the due time, by the office */
  excuse: SilentOnDesk[];
  /** before the due time */
  extend: SilentOnDesk[];
  reassign: SilentOnDesk[];
  /** findings that stand */
  reverse: FindingOnDesk[];
  /** periods to be skipped or merged */
  turns: Turns[];
  /** ids of the campaigns to which a peak may be added */
  campaigns: string[];
  splits: SplitOnDesk[];
  /** posts and units whose holders may be changed */
  posts: PartyRow[];
  /** to whom something may be passed on */
  takers: PartyRow[];
  /** what the dossiers consist of that may be keyed in */
  dossiers: { processId: string; parts: readonly DossierPart[] }[];
}

/** What has been read for the desk already. */
interface OnDesk {
  actor: ActorFacts;
  may: Rights;
  /** parties that stand under this person */
  under: readonly string[];
  /** open obligations that concern this person, and those below among them */
  open: readonly SilentOnDesk[];
  below: readonly SilentOnDesk[];
  standing: readonly FindingOnDesk[];
}

/** Posts and units that a form lists at most; beyond that the API takes the decision. */
const LISTED = 1000;

/** Reads what this person may decide of his own accord. */
export async function readFurther(
  deps: ApiDeps,
  opened: Opened,
  { actor, may, under, open, below, standing }: OnDesk,
): Promise<Further> {
  const { noticeId, notice, now } = opened;
  const subject = await readNoticeSubject(deps.pool, noticeId, now);
  const mayOnNotice = (kind: DecisionKind, lead: string | null = null): boolean =>
    mayDecide(kind, actor, { ...subject, lead }).allowed;
  const processes = await listProcesses(deps.pool, noticeId);
  const running = processes.filter(({ state }) => state === 'running' || state === 'paused');
  const campaigns = running.filter(({ id }) => {
    const { process } = findProcess(notice, id);
    return process.kind === 'campaign' && mayOnNotice('add-peak', process.lead);
  });
  const isWord = ({ deliverable }: SilentOnDesk) => ownWord(deliverable) !== undefined;
  const keyIn = open.filter((one) => !isWord(one) && may('key-in', one.obligationId));
  const isOffice = mayOnNotice('certify');
  const { takers, posts } =
    isOffice || under.length > 0 ? await onParties(deps, opened, actor) : { takers: [], posts: [] };
  return {
    keyIn,
    dossiers: dossiersIn(opened, keyIn),
    excuse: isOffice ? open.filter((one) => !one.overdue && may('excuse', one.obligationId)) : [],
    extend: below.filter((one) => !one.overdue && may('extend', one.obligationId)),
    reassign: below.filter(
      (one) =>
        !isWord(one) &&
        may('reassign', one.obligationId) &&
        takers.some(({ id }) => id !== one.partyId),
    ),
    takers,
    reverse: standing.filter(({ obligationId }) => may('reverse-finding', obligationId)),
    turns: mayOnNotice('skip-period') ? await readTurns(deps, opened, running) : [],
    campaigns: campaigns.map(({ id }) => id),
    splits: mayOnNotice('record-supervision') ? await readSplits(deps, opened, processes) : [],
    posts,
  };
}

/** Posts and units on which this person may decide. */
async function onParties(
  { pool }: ApiDeps,
  { noticeId, now }: Opened,
  actor: ActorFacts,
): Promise<{ takers: PartyRow[]; posts: PartyRow[] }> {
  const { items } = await listParties(pool, { noticeId, now, limit: LISTED });
  const ids = items.map(({ id }) => id);
  const subjects = await readPartySubjects(pool, noticeId, ids, now);
  const mayOn = (kind: DecisionKind) => (party: PartyRow) => {
    const subject = subjects.get(party.id);
    return subject !== undefined && mayDecide(kind, actor, subject).allowed;
  };
  return {
    takers: items.filter(mayOn('reassign')),
    posts: items.filter(mayOn('change-holder')),
  };
}

/** The parts of each dossier among these obligations, once for each process. */
function dossiersIn({ notice }: Opened, open: readonly SilentOnDesk[]): Further['dossiers'] {
  const byProcess = new Map<string, readonly DossierPart[]>();
  for (const { processId, deliverable } of open) {
    const parts = dossierParts(notice, processId, deliverable);
    if (parts.length > 0) byProcess.set(processId, parts);
  }
  return [...byProcess].map(([processId, parts]) => ({ processId, parts }));
}
