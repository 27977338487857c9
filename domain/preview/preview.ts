import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { partyTitle } from '../notice/roster.ts';
import { calendarOf } from '../plan/calendarOf.ts';
import { ownStart, planProcess } from '../plan/planProcess.ts';
import { type Assumed, assumedIn } from './assumed.ts';
import { countLetters, type PersonLetters } from './counts.ts';
import { type Gate, gatesIn } from './gates.ts';
import { lettersInSilence, lettersInTime } from './letters.ts';
import type { PreviewedPeriod, PreviewLetter } from './previewLetter.ts';
import { type PreviewProcess, previewProcess } from './processes.ts';
import { previewRoster } from './roster.ts';
import { type PreviewStep, previewSteps } from './steps.ts';
import { topPositions } from './topPositions.ts';

export interface PreviewOptions {
  /** Days on the notice's own clock, both included; without them everything. */
  from?: string | undefined;
  to?: string | undefined;
  /** A later real start; without it the notice's own. */
  startsAt?: Instant | undefined;
}

/** A position at the top, with every letter to it in both cases. */
export interface TopPosition {
  position: string;
  title: string;
  /** null for a vacant post */
  person: string | null;
  everybodyInTime: PreviewLetter[];
  nobodyAnswers: PreviewLetter[];
}

/** What would happen, before anything does. JSON-safe. */
export interface Preview {
  noticeId: string;
  title: string;
  zone: string;
  startsAt: Instant;
  from: string | null;
  to: string | null;
  processes: PreviewProcess[];
  /** Every step of every process in the order in which they would be taken. */
  steps: PreviewStep[];
  /** What others wait for: the letters without an answer take it to come in time. */
  gates: Gate[];
  letters: { everybodyInTime: PersonLetters[]; nobodyAnswers: PersonLetters[] };
  top: TopPosition[];
  assumed: Assumed[];
}

/**
 * The preview of a checked notice (the domain's "Starting"), from the very plan that the workflows run. Steps and
 * letters are those whose instants lie in the range; processes that wait are planned like the others.
 */
export function previewNotice(notice: Notice, options: PreviewOptions = {}): Preview {
  const { from, to } = options;
  const calendar = calendarOf(notice);
  const startsAt = options.startsAt ?? ownStart(notice);
  const roster = previewRoster(notice);
  const planned = notice.directives.flatMap(({ no, processes }) =>
    processes.map((process) => ({
      process,
      directive: no,
      periods: planProcess(notice, process.id, { startsAt }),
    })),
  );
  const previewed = planned.flatMap(({ process, periods }) =>
    periods.map((period): PreviewedPeriod => {
      return { process, period, steps: previewSteps(notice, roster, period) };
    }),
  );
  const rangeFrom = from === undefined ? '' : calendar.at(from, '00:00');
  const rangeTo = to === undefined ? '9999' : calendar.endOf(to);
  const inRange = <Dated extends { at: Instant }>(all: readonly Dated[]): Dated[] =>
    all
      .filter(({ at }) => rangeFrom <= at && at < rangeTo)
      .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  const input = {
    ...{ notice, calendar, roster, startsAt, periods: previewed },
    processes: planned.map(({ process }) => process),
  };
  const everybodyInTime = inRange(lettersInTime(input));
  const nobodyAnswers = inRange(lettersInSilence(input));
  const nameOf = namesIn(notice);
  return {
    noticeId: notice.id,
    title: notice.head.title,
    zone: notice.zone,
    startsAt,
    from: from ?? null,
    to: to ?? null,
    processes: planned.map(({ process, directive, periods }) =>
      previewProcess(process, directive, periods),
    ),
    steps: inRange(previewed.flatMap(({ steps }) => steps)),
    gates: gatesIn(notice),
    letters: {
      everybodyInTime: countLetters(everybodyInTime, calendar, nameOf),
      nobodyAnswers: countLetters(nobodyAnswers, calendar, nameOf),
    },
    top: topPositions(notice).map((position) => {
      const person = roster.standing.personOf(position);
      const isTheirs = (letter: PreviewLetter): boolean => letter.person === person;
      return {
        position,
        title: partyTitle(notice, position),
        person,
        everybodyInTime: everybodyInTime.filter(isTheirs),
        nobodyAnswers: nobodyAnswers.filter(isTheirs),
      };
    }),
    assumed: assumedIn(notice),
  };
}

/** Names of everybody who gets letters, the addressees of units among them. */
function namesIn(notice: Notice): (person: string) => string {
  const people = [
    ...notice.people.list,
    ...(notice.units?.list ?? []).flatMap(({ addressees }) => addressees),
  ];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (person) => names.get(person) ?? person;
}
