import type { Notice } from '../../../contracts/notice/index.ts';
import { holderOf, partyTitle, supervisorChain } from '../../../domain/notice/roster.ts';
import { calendarOf, type NoticeCalendar } from '../../../domain/plan/calendarOf.ts';
import { planProcess } from '../../../domain/plan/planProcess.ts';
import { addDays } from '../../../domain/time/day.ts';
import type { LocalDate } from '../../../domain/time/types.ts';
import type { Act } from './acts.ts';
import { pick } from './receive/moments.ts';
import { TIMES } from './times.ts';

/** A post changes hands in March, by the seed on one of these days. */
const HANDED_OVER_ON = { month: '03', days: ['09', '10', '11', '16', '17', '18', '24', '25'] };
/** The chair decides on a period some days before it opens. */
const DAYS_BEFORE_OPENING = 7;

/**
 * What no letter asks for and somebody does all the same: the chair merges the report that Tết swallows into the next,
 * the office enters that a post changes hands, the chair passes a programme's check-in from its lead to a helper. The same for a seed.
 */
export function standingActs(notice: Notice, seed: number): Act[] {
  const calendar = calendarOf(notice);
  const chair = holderOf(notice, notice.roles.chair)?.id;
  const office = holderOf(notice, notice.roles.office)?.id;
  const members = membersWithOnePost(notice);
  const acts: Act[] = [];
  for (const process of reportsOf(notice)) {
    const periods = planProcess(notice, process);
    const swallowed = periods.findIndex(
      ({ beforeStart, trial, tracks }) =>
        !beforeStart && !trial && (tracks[0] ? isInQuietPeriod(tracks[0].steps) : false),
    );
    const [period, next] = periods.slice(swallowed, swallowed + 2);
    if (chair !== undefined && swallowed > 0 && period && next) {
      const day = addDays(calendar.dayOf(period.opensAt), -DAYS_BEFORE_OPENING);
      acts.push({
        id: `${notice.id}/${process}/${period.key}/merge`,
        actor: chair,
        act: 'merge period',
        subject: { process, periodKey: period.key, into: next.key },
        at: workingTime(calendar, day, TIMES.mergePeriod),
      });
    }
  }
  if (chair !== undefined) acts.push(...passedOn(notice, calendar, { chair, seed }));
  const post = pick(members, seed, 'hand-over');
  const day = pick(HANDED_OVER_ON.days, seed, 'day of the hand-over');
  if (office !== undefined && post !== undefined) {
    const year = Number(notice.head.start.on.slice(0, 4)) + 1;
    const on = `${year}-${HANDED_OVER_ON.month}-${day}`;
    if (on <= notice.head.endsOn) acts.push(handOver(notice, calendar, { post, office, on }));
  }
  return acts;
}

/**
 * One check-in of a programme passes from whoever leads it to one of those who coordinate, who owes nothing there, as
 * soon as it has been asked for and before anybody answers.
 */
function passedOn(
  notice: Notice,
  calendar: NoticeCalendar,
  { chair, seed }: { chair: string; seed: number },
): Act[] {
  for (const process of notice.directives.flatMap(({ processes }) => processes)) {
    if (process.kind !== 'programme') continue;
    const period = planProcess(notice, process.id).find(({ ordinal }) => ordinal === 2);
    const helpers = process.coordinates.filter((id) => id !== notice.roles.office);
    const to = pick(helpers, seed, 'takes on');
    if (!period || to === undefined || process.lead === notice.roles.office) continue;
    const at = workingTime(calendar, calendar.dayOf(period.opensAt), TIMES.reassign);
    if (at <= period.opensAt) continue;
    return [
      {
        id: `${notice.id}/${process.id}/${period.key}/reassign`,
        actor: chair,
        act: 'reassign',
        subject: { obligation: `${notice.id}/${process.id}/${period.key}/${process.lead}`, to },
        at,
      },
    ];
  }
  return [];
}

function handOver(
  notice: Notice,
  calendar: NoticeCalendar,
  { post, office, on }: { post: string; office: string; on: LocalDate },
): Act {
  const id = `${post}-b`;
  const address = `${id}@example.test`;
  return {
    id: `${notice.id}/${post}/hand-over`,
    actor: office,
    act: 'hand over',
    subject: { party: post, holder: { id, name: partyTitle(notice, post), address } },
    at: workingTime(calendar, on, TIMES.handOver),
  };
}

const workingTime = (
  calendar: NoticeCalendar,
  day: LocalDate,
  time: (typeof TIMES)[keyof typeof TIMES],
) => calendar.at(calendar.onOrNextOpen(day), time);

/** Reporting cycles of members' own reports, not of the digest that is drawn from them. */
const reportsOf = (notice: Notice): string[] =>
  notice.directives.flatMap(({ processes }) =>
    processes.flatMap((process) =>
      process.kind === 'reporting-cycle' && process.drawsOn === undefined && process.owes.members
        ? [process.id]
        : [],
    ),
  );

const isInQuietPeriod = (steps: { kind: string; notes: { code: string }[] }[]): boolean =>
  steps.some(
    ({ kind, notes }) => kind === 'lock' && notes.some(({ code }) => code === 'quiet-period'),
  );

/** Members who hold one post, stand under somebody and above nobody: an ordinary member's. */
function membersWithOnePost(notice: Notice): string[] {
  const above = new Set(
    notice.positions.list
      .flatMap(({ id }) => supervisorChain(notice, id))
      .concat(notice.settings.release.by),
  );
  const held = notice.positions.list.map(({ holder }) => holder);
  return notice.positions.list
    .filter(
      ({ id, holder, member, supervisor }) =>
        member &&
        holder !== null &&
        supervisor !== undefined &&
        !above.has(id) &&
        held.filter((one) => one === holder).length === 1,
    )
    .map(({ id }) => id);
}
