import type { DecisionKind } from './decisionKinds.ts';
import type { ActorFacts, Right, SubjectFacts } from './facts.ts';

type Rule = (actor: ActorFacts, subject: SubjectFacts) => Right;

/**
 * Whether an actor may take a decision on a subject, in which capacity, or why not (the domain's "Escalation", "Who
 * excuses", "Submissions" and "Starting"). Relations in the notice decide: what the actor holds, what the party stands
 * under. An admin looks after the machinery: loads, starts, pauses and cancels, and decides on nobody.
 */
export function mayDecide(decision: DecisionKind, actor: ActorFacts, subject: SubjectFacts): Right {
  return RULES[decision](actor, subject);
}

const allowed = (capacity: string): Right => ({ allowed: true, capacity });
const refused = (why: string): Right => ({ allowed: false, why });

/** Relations count for people; an admin's token has none, whoever carries it. */
const holds = (actor: ActorFacts, position: string): boolean =>
  actor.role !== 'admin' && actor.positions.includes(position);

/** Somebody of the office: by the token's role, or as the holder of its position. */
const isOffice = (actor: ActorFacts, subject: SubjectFacts): boolean =>
  actor.role === 'office' || holds(actor, subject.officePosition);

const isOwedByOffice = ({ partyId, officePosition }: SubjectFacts): boolean =>
  partyId === officePosition;

/** "Nobody for himself": any position he holds, any party of which he is a holder, and the office as a whole for its own. */
function isOwn(actor: ActorFacts, subject: SubjectFacts): boolean {
  if (actor.personId !== null && subject.holderIds.includes(actor.personId)) return true;
  if (subject.partyId !== null && actor.positions.includes(subject.partyId)) return true;
  return isOwedByOffice(subject) && isOffice(actor, subject);
}

const OWN = 'nobody decides for himself';
const ADMIN = 'an admin looks after the machinery and decides on nobody';

const technical: Rule = (actor, subject) => {
  if (actor.role === 'admin') return allowed('admin');
  if (!holds(actor, subject.chair)) return refused('an admin or the chair decides this');
  return isOwn(actor, subject) ? refused(OWN) : allowed(subject.chair);
};

const adminAlone =
  (what: string): Rule =>
  (actor) =>
    actor.role === 'admin' ? allowed('admin') : refused(`an admin ${what}`);

/** A period that people answer for is taken out by the chair; the machinery has no say in it. */
const chairAlone: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  return holds(actor, subject.chair) ? allowed(subject.chair) : refused('the chair decides this');
};

/** What stands above a party: the chair for members, the deputy in charge for units, its supervisors for the office. */
function deciders({ partyKind, supervisorChain, chair, ...subject }: SubjectFacts): {
  positions: readonly string[];
  who: string;
} {
  if (subject.partyId === subject.officePosition) {
    return { positions: supervisorChain, who: 'those above the office decide on what it owes' };
  }
  if (partyKind !== 'unit') return { positions: [chair], who: 'the chair decides for members' };
  const [inCharge = chair] = supervisorChain;
  return { positions: [inCharge], who: 'the deputy in charge decides for units' };
}

const above: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  if (isOwn(actor, subject)) return refused(OWN);
  const { positions, who } = deciders(subject);
  const capacity = positions.find((position) => holds(actor, position));
  return capacity === undefined ? refused(who) : allowed(capacity);
};

/** The office's own work; on what the office itself owes, those above it do it. */
const office: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  if (isOwedByOffice(subject)) return above(actor, subject);
  if (isOwn(actor, subject)) return refused(OWN);
  return isOffice(actor, subject)
    ? allowed(subject.officePosition)
    : refused('the office decides this');
};

/** What the office owes to nobody's judgement but its own word. */
const officeItself: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  return isOffice(actor, subject)
    ? allowed(subject.officePosition)
    : refused('the office decides this');
};

/**
 * Who holds a post is a fact that the office enters, or an admin as keeper of the register; whoever is concerned himself
 * does not, and the office's own head is entered by those above it.
 */
const holder: Rule = (actor, subject) =>
  actor.role === 'admin' ? allowed('admin') : office(actor, subject);

/** A campaign's days are set by the office or whoever leads it. */
const officeOrLead: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  if (isOffice(actor, subject)) return allowed(subject.officePosition);
  const { lead } = subject;
  return lead !== null && holds(actor, lead)
    ? allowed(lead)
    : refused('the office or whoever leads the process decides this');
};

/** A digest is the word of whoever owes it: the office, or in a chain of digests the office of its own tier. */
const ownDigest: Rule = (actor, subject) => {
  if (isOwedByOffice(subject)) return officeItself(actor, subject);
  if (actor.role === 'admin') return refused(ADMIN);
  return subject.partyId !== null && isOwn(actor, subject)
    ? allowed(subject.partyId)
    : refused('whoever owes a digest edits and releases it');
};

const excuse: Rule = (actor, subject) => {
  const isBeforeDue = subject.dueAt !== null && subject.now < subject.dueAt;
  return isBeforeDue && !isOfItsHead(subject) ? office(actor, subject) : above(actor, subject);
};

/** Owed by the head of the office in another post: nobody decides for himself, nor his staff for him. */
const isOfItsHead = ({ holderIds, officeHolder }: SubjectFacts): boolean =>
  officeHolder !== null && holderIds.includes(officeHolder);

const releaseWords: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  if (isOwn(actor, subject)) return refused(OWN);
  const capacity = subject.releaseBy.find((position) => holds(actor, position));
  return capacity === undefined
    ? refused(`the words are released by ${subject.releaseBy.join(' or ')}`)
    : allowed(capacity);
};

/** The supervisor whom a rung has told before the one that is held; before any, the nearest. */
const holdRung: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  if (isOwn(actor, subject)) return refused(OWN);
  const named = subject.told.length > 0 ? subject.told : subject.supervisorChain.slice(0, 1);
  const capacity = named.find((position) => holds(actor, position));
  return capacity === undefined
    ? refused('the supervisor whom the ladder has turned to holds a rung')
    : allowed(capacity);
};

/**
 * A date of the notice is the chair's to move. The office enters the day of a session as it was announced, and not for a
 * document that it owes itself ("the Office can neither extend nor excuse what it owes").
 */
const moveDue: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  if (holds(actor, subject.chair)) return allowed(subject.chair);
  if (!isOffice(actor, subject) || subject.isSession !== true) {
    return refused('the chair moves a date; the office enters the day of a session');
  }
  return isOwedByOffice(subject)
    ? refused('the office does not move what it owes itself')
    : allowed(subject.officePosition);
};

const personFound: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  if (actor.personId === null || !subject.foundIds.includes(actor.personId)) {
    return refused('the person found answers');
  }
  return allowed(subject.partyId ?? actor.actor);
};

/** What is proposed about a person ("đề xuất … xử lý những cán bộ không triển khai thực hiện theo quy định") goes to the chair, whoever the person is under. */
const proposal: Rule = (actor, subject) => {
  if (actor.role === 'admin') return refused(ADMIN);
  if (isOwn(actor, subject)) return refused(OWN);
  return holds(actor, subject.chair)
    ? allowed(subject.chair)
    : refused('the chair decides each proposal');
};

const RULES: Record<DecisionKind, Rule> = {
  extend: above,
  excuse,
  cancel: technical,
  'hold-rung': holdRung,
  accept: office,
  supplement: office,
  certify: officeItself,
  'key-in': office,
  'signed-original': office,
  'edit-digest': ownDigest,
  'release-digest': ownDigest,
  'release-escalations': officeItself,
  'release-finding': releaseWords,
  'hold-finding': releaseWords,
  'answer-finding': personFound,
  'reverse-finding': above,
  'decide-proposal': proposal,
  pause: technical,
  resume: technical,
  'cancel-process': technical,
  'add-peak': officeOrLead,
  'close-period': technical,
  'record-supervision': officeItself,
  'skip-period': chairAlone,
  'merge-period': chairAlone,
  reassign: above,
  'change-holder': holder,
  'erase-person': adminAlone('erases a person'),
  start: technical,
  load: adminAlone('loads notices'),
  amend: technical,
  'move-due': moveDue,
  'change-ladder': technical,
};
