import type { MeaningFault } from '../../domain/notice/meaning/faults.ts';
import type { MessageTable } from './messages.ts';

type MeaningTable = Pick<MessageTable, MeaningFault['code']>;

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `did you mean "${nearest}"?`;

const BLOCK_OF: Record<string, string> = {
  person: 'people',
  position: 'positions',
  unit: 'units',
  party: 'positions or units',
  subcommittee: 'subcommittees',
  cluster: 'clusters',
  ladder: 'ladders',
  outline: 'outlines',
  directive: 'directives',
  process: "the directives' processes",
};

/** The words for what a notice file means, in English. */
export const englishMeaning: MeaningTable = {
  'duplicate-id': ({ space, id, first }, lineOf) => ({
    message: `the ${space} "${id}" is already there, on line ${lineOf(first)}`,
    expected: 'an id of its own for each',
  }),
  'unknown-id': ({ space, id, nearest }) => ({
    message: `there is no ${space} "${id}"`,
    expected: meant(nearest, `an id from ${BLOCK_OF[space] ?? space}`),
  }),
  'unknown-unit-kind': ({ kind, kinds }) => ({
    message: `no unit is of the kind "${kind}"`,
    expected: kinds.length === 0 ? 'a block "units"' : `one of ${kinds.join(', ')}`,
  }),
  'rung-without-recipient': ({ rung, position, nearest }) => ({
    message: `the rung "${rung}" has no recipient: there is no position "${position}"`,
    expected: meant(nearest, 'a position of the file, or { supervisor: 1 }'),
  }),
  'fallback-vacant': () => ({
    message: 'every position of the fallback is vacant, so a rung could reach nobody',
    expected: 'at least one position with a holder',
  }),
  'role-vacant': ({ role, position }) => ({
    message: `"${position}" is vacant, and it is the notice's ${role}`,
    expected: 'a position with a holder',
  }),
  'letters-without-outline': ({ outline, nearest }) => ({
    message: `there is no outline "${outline}", so its letters could not say what the report must contain`,
    expected: meant(nearest, 'an id from outlines'),
  }),
  'not-a-reporting-cycle': ({ process, kind }) => ({
    message: `"${process}" is of the kind ${kind}`,
    expected: 'a process of the kind reporting-cycle',
  }),
  'draws-on-circle': ({ circle }) => ({
    message: `these cycles wait for each other: ${circle.join(' → ')}`,
    expected: 'a cycle draws on an earlier one, never on itself',
  }),
  'unit-under-two': ({ unit, deputy, other, first }, lineOf) => ({
    message:
      deputy === other
        ? `"${unit}" is listed twice under "${deputy}", first on line ${lineOf(first)}`
        : `"${unit}" is under "${deputy}" and, on line ${lineOf(first)}, under "${other}"`,
    expected: 'each unit under one deputy only',
  }),
  'supervisor-circle': ({ circle }) => ({
    message: `these positions supervise each other in a circle: ${circle.join(' → ')}`,
    expected: 'a chain that ends with the chair',
  }),
  'supervisor-missing': ({ party, ladder, process, level, endsAt }) => ({
    message:
      party === endsAt
        ? `"${endsAt}" has no supervisor, but owes in "${process}", whose ladder "${ladder}" climbs ${level} up`
        : `"${endsAt}" has no supervisor, but the ladder "${ladder}" of "${process}" climbs ${level} up from "${party}"`,
    expected: 'supervisor: the position above it, up to the chair',
  }),
  'no-such-day': ({ day, lastDay }) => ({
    message: `there is no day ${day}`,
    expected:
      lastDay === undefined
        ? 'a month from 01 to 12'
        : `that month's last day is ${lastDay}; a recurring "month" rule finds it by itself`,
  }),
  'span-reversed': ({ from, to }) => ({
    message: `${to} is before ${from}`,
    expected: `a day on or after ${from}`,
  }),
  'end-before-start': ({ endsOn, startsOn }) => ({
    message: `the notice ends on ${endsOn}, before it starts on ${startsOn}`,
    expected: `a day on or after ${startsOn}`,
  }),
  'too-long': ({ most }) => ({
    message: 'the notice runs too long to be planned',
    expected: `at most ${most} years from the start`,
  }),
  'before-conclusion': ({ day, concludedOn }) => ({
    message: `${day} leaves no time after the notice's conclusion on ${concludedOn}`,
    expected: `a day after ${concludedOn}, or another date of conclusion`,
  }),
  'outside-year': ({ day, year }) => ({
    message: `${day} stands under ${year}`,
    expected: `a day in ${year}`,
  }),
  'calendar-year-missing': ({ year, until, counting }) => ({
    message: counting
      ? `${year} has no table of days off, and counting working days from ${until} steps into it`
      : `${year} has no table of days off, and the notice runs to ${until}`,
    expected: `"${year}": { daysOff: [ … ] } with the source of each day`,
  }),
  'zone-unknown': ({ zone }) => ({
    message: `this machine knows no time zone "${zone}"`,
    expected: 'an IANA name such as Asia/Ho_Chi_Minh',
  }),
  'hours-reversed': ({ from, to }) => ({
    message: `office hours end at ${to}, before they begin at ${from}`,
    expected: `a time after ${from}`,
  }),
  'lock-before-due': ({ ladder }) => ({
    message: `the ladder "${ladder}" locks before the due time that it is used for`,
    expected: 'a lock after the due time, or at-due',
  }),
  'cut-off-after-due': ({ cutOff, dueTime }) => ({
    message: `the data are cut off at ${cutOff}, after the digest itself is due at ${dueTime}`,
    expected: `a time up to ${dueTime}`,
  }),
  'quota-not-met': ({ year, quota, peaks }) => ({
    message: `${quota} peaks are asked for in ${year}, and ${peaks} are listed`,
    expected: `${quota} entries of peaks with year: ${year}`,
  }),
  'stages-out-of-order': ({ stage, before }) => ({
    message: `the stage "${stage}" ends before "${before}", which comes ahead of it`,
    expected: 'as many working days before the due day as the stage ahead of it, or fewer',
  }),
  'field-unknown': ({ field, fields }) => ({
    message: `the block has no field "${field}"`,
    expected: `one of ${fields.join(', ')}`,
  }),
  'nobody-owes': () => ({
    message: 'nobody owes this',
    expected: 'members, subcommittees, unitKinds or parties that name somebody',
  }),
  'explanation-unplanned': () => ({
    message: 'an explanation may be asked for, and nothing says how it is followed up',
    expected: 'settings.explanation with ladder, outline and withinWorkingDays',
  }),
  'nothing-left': ({ startsOn, endsOn }) => ({
    message: `nothing is due between the start, ${startsOn}, and the end, ${endsOn}`,
    expected: 'at least one date in between',
  }),
  'before-on-day-off': ({ before, lastDay, name }) => ({
    message: `"before ${before}" ends with ${lastDay}, a day off (${name}); it stays there, since rolling on would contradict "before"`,
    expected: 'nothing, if that is what the notice means; else "by" with a roll rule',
  }),
  'split-not-signed': ({ deputy, units }) => ({
    message: `the ${units} units of "${deputy}" are assumed, not signed (chưa đủ dữ liệu); until then each stands under its own supervisor, and without one its rungs go where they say "otherwise", else to the fallback`,
    expected: 'provenance office, with who decided it, once the list is signed',
  }),
  'units-without-supervisor': ({ units }) => ({
    message: `${units.length} units have nobody in charge (chưa đủ dữ liệu), so their rungs go where they say "otherwise", else to the fallback: ${units.slice(0, 5).join(', ')}${units.length > 5 ? ', …' : ''}`,
    expected: 'a supervisor for each, or a signed list of a deputy that names it',
  }),
  contradiction: ({ where, says, against }) => ({
    message: `the notice contradicts itself (${where}): ${says}; against it: ${against}`,
    expected: 'nothing: it is shown, not corrected',
  }),
  'number-blank': () => ({
    message: "the notice's number is blank",
    expected: 'the number, once it is known; letters leave the place empty until then',
  }),
  'issue-day-blank': () => ({
    message: "the notice's day of issue is blank",
    expected: 'the day, once it is known; letters leave the place empty until then',
  }),
  'person-without-address': ({ person }) => ({
    message: `"${person}" has no address; the office is told instead`,
    expected: 'an e-mail address',
  }),
  'position-vacant': ({ position }) => ({
    message: `"${position}" is vacant: its letters go to the office, and nothing is found against it`,
    expected: 'a holder, once there is one',
  }),
  'waits-for': ({ process, data }) => ({
    message: `"${process}" does not start yet (chưa đủ dữ liệu): ${data.join('; ')}`,
    expected: 'take waitsFor out once the data are there',
  }),
  'never-due': ({ process, startsOn, endsOn }) => ({
    message: `"${process}" is never due between ${startsOn} and ${endsOn}`,
    expected: 'a date in between, or the process left out',
  }),
  'consultation-unanswered': ({ stage }) => ({
    message: `no later stage says what became of the opinions that "${stage}" brings`,
    expected: 'a stage of the kind "absorb" behind it',
  }),
};
