/** How the cast behaves: weights, of which only the ratio within a record counts. */

/** What sort of person somebody is, for good; negligent people make misses in a row, and so proposals. */
export const CHARACTERS = {
  diligent: 55,
  ordinary: 35,
  negligent: 10,
};
export type Character = keyof typeof CHARACTERS;

/** What somebody does about something owed, by the sort of person. */
export const ANSWERS: Record<Character, Record<Answer, number>> = {
  diligent: {
    'in time': 74,
    'in time, twice': 8,
    'nothing to report': 6,
    'after the due time': 3,
    late: 1,
    never: 0,
    'on paper': 3,
    excused: 3,
    'asks for time': 2,
  },
  ordinary: {
    'in time': 56,
    'in time, twice': 5,
    'nothing to report': 9,
    'after the due time': 9,
    late: 7,
    never: 4,
    'on paper': 4,
    excused: 3,
    'asks for time': 3,
  },
  negligent: {
    'in time': 8,
    'in time, twice': 1,
    'nothing to report': 7,
    'after the due time': 7,
    late: 22,
    never: 51,
    'on paper': 1,
    excused: 1,
    'asks for time': 2,
  },
};
export type Answer =
  /** one report before the due time */
  | 'in time'
  /** a second version, still before it */
  | 'in time, twice'
  /** the confirmed word that there is nothing to report */
  | 'nothing to report'
  /** past the due time, before the lock */
  | 'after the due time'
  /** past the lock, with a finding made */
  | 'late'
  | 'never'
  /** in hand in time at the office, which keys it in only after the lock */
  | 'on paper'
  /** tells the office of leave, sickness or mission before the due time */
  | 'excused'
  /** asks the chair, who gives three days more */
  | 'asks for time';

/** Whether somebody hands in the last report once more, word for word; in a reporting cycle, by the sort of person. */
export const WRITES: Record<Character, { anew: number; 'the last one again': number }> = {
  diligent: { anew: 100, 'the last one again': 0 },
  ordinary: { anew: 97, 'the last one again': 3 },
  negligent: { anew: 60, 'the last one again': 40 },
};

/** What becomes of a supplement that was asked for. */
export const SUPPLEMENT_ANSWERS = { 'hands it in': 85, never: 15 };
/** What becomes of a report whose date was moved. */
export const EXTENDED_ANSWERS = { 'in time': 80, late: 10, never: 10 };
/** One report in so many carries a file. */
export const HAS_FILE = { none: 84, pdf: 11, png: 5 };

/** Whether a dossier has one of its parts when it is first sent. */
export const HAS_PART = { sent: 92, forgotten: 8 };
/** What the office does with a dossier that lacks a part. */
export const ON_INCOMPLETE = { supplement: 80, accept: 20 };

/** When the office certifies its incoming book: before the lock, or late, which keeps the lock waiting. */
export const CERTIFIES = { 'in time': 90, 'the same afternoon': 7, 'the next day': 3 };
/** What the office does with a report; what it leaves is accepted by the passing of time. */
export const REVIEWS = { accept: 83, supplement: 4, leave: 13 };
/** What the office does with a finding that waits for release. */
export const RELEASES = { release: 86, hold: 9, leave: 5 };
/** When the office releases: at the request, or a working day later. */
export const RELEASES_WHEN = { 'the same day': 92, 'the next day': 8 };
/** What the office does with a digest, and when. */
export const DIGESTS = { release: 58, 'edit and release': 34, 'release the next day': 8 };

/** So many weeks after its lock the chair closes a collection that something is still missing from. */
export const CLOSES_AFTER_WEEKS = { '2': 30, '3': 50, '5': 20 };

/** What a deputy does about one silent party in a round's letter. */
export const DEPUTY_ON_SILENCE = { nothing: 88, 'hold 1': 8, 'hold 2': 4 };
/** What the chair does about one silent member in a round's letter. */
export const CHAIR_ON_SILENCE = { nothing: 95, excuse: 5 };
/** Whether a person found answers the finding. */
export const ANSWERS_FINDING = { nothing: 70, answer: 30 };
/** What whoever is above does about a finding that was answered. */
export const ON_ANSWER = { nothing: 60, reverse: 40 };
/** When the chair decides on what a digest proposes: on the day, a working day later, or not at all. */
export const DECIDES_PROPOSALS = { 'the same day': 78, 'the next day': 14, never: 8 };
/** What the chair decides on one proposal; 'as proposed' follows it. */
export const ON_PROPOSAL = {
  'as proposed': 70,
  'ask-for-explanation': 12,
  remind: 9,
  none: 6,
  leave: 3,
};

/** What a consulted body says of a draft. */
export const OPINIONS = { agrees: 60, comments: 40 };
/** Whether an optional document ("có thể") is proposed at all. */
export const PROPOSES = { document: 55, nothing: 45 };
/** Whether a comment is absorbed. */
export const ABSORBS = { yes: 70, no: 30 };
/** How far a candidate for a target has come. */
export const CANDIDATES = { prepared: 75, attained: 20, dropped: 5 };
/** By how many days the session meets later that is put off. */
export const SESSION_MOVES_BY_DAYS = { 2: 1, 3: 2, 6: 2, 7: 1 };
