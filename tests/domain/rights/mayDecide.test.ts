import { describe, expect, test } from 'vitest';
import { DECISION_KINDS, type DecisionKind } from '../../../domain/rights/decisionKinds.ts';
import type { ActorFacts, SubjectFacts } from '../../../domain/rights/facts.ts';
import { mayDecide } from '../../../domain/rights/mayDecide.ts';

const person = (id: string, ...positions: string[]): ActorFacts => ({
  actor: `person:${id}`,
  role: 'party',
  personId: id,
  positions,
});
/** Everybody who might try; the third deputy is above the office, the deputy above the members and the units. */
const ACTORS = {
  admin: { actor: 'token:1', role: 'admin', personId: null, positions: [] },
  'admin who is chair': {
    actor: 'token:2',
    role: 'admin',
    personId: 'p-chair',
    positions: ['chair'],
  },
  chair: person('p-chair', 'chair'),
  deputy: person('p-deputy', 'deputy'),
  third: person('p-third', 'third'),
  'office head': person('p-office', 'office'),
  'office staff': { actor: 'token:3', role: 'office', personId: null, positions: [] },
  ana: person('p-ana', 'ana', 'sub-ana'),
  binh: person('p-binh', 'binh'),
  commune: person('p-unit'),
} satisfies Record<string, ActorFacts>;
type Name = keyof typeof ACTORS;

const NOTICE: SubjectFacts = {
  partyId: null,
  partyKind: null,
  holderIds: [],
  foundIds: [],
  dueAt: null,
  now: '2020-12-14T10:00:00.000Z',
  supervisorChain: [],
  told: [],
  lead: null,
  chair: 'chair',
  officePosition: 'office',
  officeHolder: 'p-office',
  releaseBy: ['office', 'third'],
};
const LED_BY_ANA: SubjectFacts = { ...NOTICE, lead: 'ana' };
const DUE = '2020-12-14T17:00:00.000Z';
const SUBJECTS = {
  notice: NOTICE,
  'a process that ana leads': LED_BY_ANA,
  "ana's": {
    ...NOTICE,
    partyId: 'ana',
    partyKind: 'position',
    holderIds: ['p-ana'],
    foundIds: ['p-ana'],
    dueAt: DUE,
    supervisorChain: ['deputy', 'chair'],
  },
  "the commune's": {
    ...NOTICE,
    partyId: 'unit',
    partyKind: 'unit',
    holderIds: ['p-unit'],
    foundIds: ['p-unit'],
    dueAt: DUE,
    supervisorChain: ['deputy', 'chair'],
  },
  "the office's": {
    ...NOTICE,
    partyId: 'office',
    partyKind: 'position',
    holderIds: ['p-office'],
    foundIds: ['p-office'],
    dueAt: DUE,
    supervisorChain: ['third', 'chair'],
  },
  "the office head's, in another post": {
    ...NOTICE,
    partyId: 'sub-office',
    partyKind: 'position',
    holderIds: ['p-office'],
    foundIds: ['p-office'],
    dueAt: DUE,
    supervisorChain: ['deputy', 'chair'],
  },
  "the third deputy's": {
    ...NOTICE,
    partyId: 'third',
    partyKind: 'position',
    holderIds: ['p-third'],
    foundIds: ['p-third'],
    dueAt: DUE,
    supervisorChain: ['chair'],
  },
} satisfies Record<string, SubjectFacts>;
type Subject = keyof typeof SUBJECTS;

const OFFICE = { 'office head': 'office', 'office staff': 'office' };
const TECHNICAL = { admin: 'admin', 'admin who is chair': 'admin', chair: 'chair' };
const CHAIR = { chair: 'chair' };
const DEPUTY = { deputy: 'deputy' };
const ABOVE_OFFICE = { third: 'third', chair: 'chair' };

type Allowed = Partial<Record<Name, string>>;
type When = 'before the due time' | 'after it';
type Row = [DecisionKind, Subject, When, Allowed, string];
const both = (kind: DecisionKind, subject: Subject, allowed: Allowed, why: string): Row[] => [
  [kind, subject, 'before the due time', allowed, why],
  [kind, subject, 'after it', allowed, why],
];
/** Work of the office on others' reports; on its own those above it decide. */
const officeWork = (kind: DecisionKind, why: string): Row[] => [
  ...both(kind, "ana's", OFFICE, why),
  ...both(kind, "the commune's", OFFICE, why),
  ...both(kind, "the third deputy's", OFFICE, why),
  ...both(kind, "the office's", ABOVE_OFFICE, 'nobody for himself'),
];
const byTheChairAlone = (kind: DecisionKind, why: string): Row[] => [
  ...both(kind, "ana's", CHAIR, why),
  ...both(kind, "the commune's", CHAIR, why),
  ...both(kind, "the office's", CHAIR, why),
  ...both(kind, "the third deputy's", CHAIR, why),
];
const byThoseAbove = (kind: DecisionKind, why: string): Row[] => [
  ...both(kind, "ana's", CHAIR, why),
  ...both(kind, "the third deputy's", CHAIR, 'Deputies answer to the chair'),
  ...both(kind, "the commune's", DEPUTY, why),
  ...both(
    kind,
    "the office's",
    ABOVE_OFFICE,
    'its own lateness goes to the third deputy, then the chair',
  ),
];
/** In a chain of digests each tier's is the word of whoever owes it. */
const ownDigest = (kind: DecisionKind): Row[] => [
  ...both(kind, "the office's", OFFICE, 'The Office edits and releases it'),
  ...both(kind, "ana's", { ana: 'ana' }, 'a digest of her own tier'),
  ...both(kind, "the commune's", { commune: 'unit' }, 'a digest of its own tier'),
  ...both(kind, "the third deputy's", { third: 'third' }, 'a digest of his own tier'),
];
const releasing = (kind: DecisionKind): Row[] => {
  const why = "once the Office's head or the third deputy releases them";
  return [
    ...both(kind, "ana's", { 'office head': 'office', third: 'third' }, why),
    ...both(kind, "the commune's", { 'office head': 'office', third: 'third' }, why),
    ...both(kind, "the third deputy's", { 'office head': 'office' }, 'nobody for himself'),
    ...both(kind, "the office's", { third: 'third' }, 'nobody for himself'),
  ];
};
const technical = (kind: DecisionKind, subjects: Subject[]): Row[] =>
  subjects.flatMap((subject) =>
    both(kind, subject, TECHNICAL, 'start, pause, cancel: an admin or the chair'),
  );

const ROWS: Row[] = [
  ['excuse', "ana's", 'before the due time', OFFICE, 'entered before the due time, by the Office'],
  ['excuse', "ana's", 'after it', CHAIR, 'after it the chair for members'],
  [
    'excuse',
    "the third deputy's",
    'before the due time',
    OFFICE,
    'entered before the due time, by the Office',
  ],
  ['excuse', "the third deputy's", 'after it', CHAIR, 'after it the chair for members'],
  [
    'excuse',
    "the commune's",
    'before the due time',
    OFFICE,
    'entered before the due time, by the Office',
  ],
  ['excuse', "the commune's", 'after it', DEPUTY, 'after it the deputy in charge for communes'],
  ...both(
    'excuse',
    "the office's",
    ABOVE_OFFICE,
    'the Office can neither extend nor excuse what it owes',
  ),
  ...both('excuse', "the office head's, in another post", CHAIR, 'nobody for himself'),
  ...byThoseAbove('extend', 'the chair for members, the deputy in charge for communes'),
  ...byThoseAbove(
    'reverse-finding',
    'reversed only by a named decision, of the chair or the deputy in charge',
  ),
  ...byTheChairAlone('decide-proposal', 'The chair decides each'),
  ...officeWork('accept', 'The Office accepts'),
  ...officeWork('supplement', 'or asks for a supplement'),
  ...officeWork('key-in', 'keyed in by the Office'),
  ...officeWork('signed-original', 'keyed in by the Office'),
  ...both('certify', "the office's", OFFICE, 'Certifying is an obligation of the Office'),
  ...ownDigest('edit-digest'),
  ...ownDigest('release-digest'),
  ...both('release-escalations', 'notice', OFFICE, 'wait for release by the Office'),
  ...releasing('release-finding'),
  ...releasing('hold-finding'),
  ...both('answer-finding', "ana's", { ana: 'ana' }, 'can be answered by the person'),
  ...both('answer-finding', "the commune's", { commune: 'unit' }, 'can be answered by the person'),
  ...both(
    'answer-finding',
    "the office's",
    { 'office head': 'office' },
    'can be answered by the person',
  ),
  ...both(
    'answer-finding',
    "the third deputy's",
    { third: 'third' },
    'can be answered by the person',
  ),
  ...both('hold-rung', "ana's", DEPUTY, 'The deputy may hold a rung once'),
  ...both('hold-rung', "the commune's", DEPUTY, 'The deputy may hold a rung once'),
  ...both(
    'hold-rung',
    "the office's",
    { third: 'third' },
    'its own lateness goes to the third deputy',
  ),
  ...both('hold-rung', "the third deputy's", CHAIR, 'Deputies answer to the chair'),
  ...technical('cancel', ["ana's", "the commune's", "the office's", "the third deputy's"]),
  ...technical('pause', ['notice']),
  ...technical('resume', ['notice']),
  ...technical('cancel-process', ['notice']),
  ...both('add-peak', 'notice', OFFICE, 'a process that nobody leads is the office’s'),
  ...both(
    'add-peak',
    'a process that ana leads',
    { ...OFFICE, ana: 'ana' },
    'whoever leads a campaign, or the office, sets its days',
  ),
  ...technical('start', ['notice']),
  ...technical('amend', ['notice']),
  ...technical('change-ladder', ['notice']),
  ...both('move-due', 'notice', CHAIR, 'extend: the chair'),
  ...technical('close-period', ['notice']),
  ...both('record-supervision', 'notice', OFFICE, 'the signed list is recorded by the Office'),
  ...both('skip-period', 'notice', CHAIR, 'a decision can skip or merge a period: the chair'),
  ...both('merge-period', 'notice', CHAIR, 'a decision can skip or merge a period: the chair'),
  ...byThoseAbove('reassign', 'the chair for members, the deputy in charge for communes'),
  ...["ana's", "the commune's", "the third deputy's"].flatMap((subject) =>
    both(
      'change-holder',
      subject as Subject,
      { ...OFFICE, admin: 'admin', 'admin who is chair': 'admin' },
      'the office enters who holds a post; nobody for himself',
    ),
  ),
  ...both(
    'change-holder',
    "the office's",
    { ...ABOVE_OFFICE, admin: 'admin', 'admin who is chair': 'admin' },
    'nobody for himself',
  ),
  ...both(
    'erase-person',
    'notice',
    { admin: 'admin', 'admin who is chair': 'admin' },
    'an admin erases',
  ),
  ...both('load', 'notice', { admin: 'admin', 'admin who is chair': 'admin' }, 'an admin loads'),
];

describe.each(ROWS)('%s on %s, %s', (kind, subject, when, allowed, sentence) => {
  const now = when === 'after it' ? '2020-12-14T17:00:00.000Z' : '2020-12-14T16:59:59.999Z';
  const facts: SubjectFacts = { ...SUBJECTS[subject], now };

  test.each(Object.keys(ACTORS) as Name[])(`%s (${sentence})`, (name) => {
    const right = mayDecide(kind, ACTORS[name], facts);
    const capacity = (allowed as Allowed)[name];
    if (capacity === undefined) expect(right).toEqual({ allowed: false, why: expect.any(String) });
    else expect(right).toEqual({ allowed: true, capacity });
  });
});

test('the table has every decision', () => {
  expect([...new Set(ROWS.map(([kind]) => kind))].sort()).toEqual([...DECISION_KINDS].sort());
});

test('an admin is told that he decides on nobody', () => {
  for (const kind of ['extend', 'excuse', 'accept', 'release-finding', 'hold-rung'] as const) {
    expect(mayDecide(kind, ACTORS.admin, SUBJECTS["ana's"])).toEqual({
      allowed: false,
      why: 'an admin looks after the machinery and decides on nobody',
    });
  }
});

test('nobody decides for himself in another position that he holds', () => {
  const chairAsMember = { ...SUBJECTS["ana's"], holderIds: ['p-chair'] };
  for (const kind of ['extend', 'cancel', 'reverse-finding', 'decide-proposal'] as const) {
    expect(mayDecide(kind, ACTORS.chair, { ...chairAsMember, now: DUE })).toEqual({
      allowed: false,
      why: 'nobody decides for himself',
    });
  }
});

test('a rung is held by the supervisor whom the ladder told before, not by the one it will tell', () => {
  const told = { ...SUBJECTS["ana's"], told: ['third'] };
  expect(mayDecide('hold-rung', ACTORS.third, told)).toEqual({ allowed: true, capacity: 'third' });
  expect(mayDecide('hold-rung', ACTORS.deputy, told).allowed).toBe(false);
});

test('a unit that stands under nobody is decided on by the chair', () => {
  const alone = { ...SUBJECTS["the commune's"], supervisorChain: [] };
  expect(mayDecide('extend', ACTORS.chair, alone)).toEqual({ allowed: true, capacity: 'chair' });
});

test('whoever took over a post does not answer for the one found before', () => {
  const handedOver = { ...SUBJECTS["ana's"], holderIds: ['p-binh'], foundIds: ['p-ana'] };
  expect(mayDecide('answer-finding', ACTORS.binh, handedOver).allowed).toBe(false);
  expect(mayDecide('answer-finding', ACTORS.ana, handedOver).allowed).toBe(true);
});

test('the office enters the day of a session as announced, and not for a document of its own', () => {
  const session = { ...NOTICE, partyId: 'culture', isSession: true };
  for (const name of ['office head', 'office staff'] as const) {
    expect(mayDecide('move-due', ACTORS[name], session)).toEqual({
      allowed: true,
      capacity: 'office',
    });
    expect(mayDecide('move-due', ACTORS[name], { ...session, partyId: 'office' })).toEqual({
      allowed: false,
      why: 'the office does not move what it owes itself',
    });
    expect(mayDecide('move-due', ACTORS[name], { ...session, isSession: false }).allowed).toBe(
      false,
    );
  }
  expect(mayDecide('move-due', ACTORS.ana, session).allowed).toBe(false);
});

test('a release setting that names other positions is followed', () => {
  const facts = { ...SUBJECTS["ana's"], releaseBy: ['deputy'] };
  expect(mayDecide('release-finding', ACTORS.deputy, facts)).toEqual({
    allowed: true,
    capacity: 'deputy',
  });
  expect(mayDecide('release-finding', ACTORS['office head'], facts)).toEqual({
    allowed: false,
    why: 'the words are released by deputy',
  });
});
