import { occurrences } from '../../time/recurrence.ts';
import { dueDays, LONGEST_YEARS, yearsOf } from './dates.ts';
import { dayExists } from './days.ts';
import type { MeaningError, MeaningWarning } from './faults.ts';
import type { NoticeParts } from './parts.ts';
import { whoOwes } from './partsRoster.ts';
import { ladderUses } from './processUses.ts';

type LocatedProcess = NoticeParts['processes'][number];

/** Cycles that draw on, and programmes asked inside, something that is not a reporting cycle, or themselves in a circle. */
export function brokenChains({ processes }: NoticeParts): MeaningError[] {
  const byId = new Map(processes.map((process) => [process.value.id, process.value]));
  return processes.flatMap(({ path, value }): MeaningError[] => {
    const [named, ...keys] = chainedTo(value);
    if (named === undefined) return [];
    const target = byId.get(named);
    if (!target) return []; // unknown or broken: told of elsewhere
    const at = [...path, ...keys];
    if (target.kind !== 'reporting-cycle') {
      return [{ path: at, code: 'not-a-reporting-cycle', process: named, kind: target.kind }];
    }
    const way = [value.id];
    let next: string | undefined = named;
    while (next !== undefined && !way.includes(next)) {
      way.push(next);
      const process = byId.get(next);
      next = process ? chainedTo(process)[0] : undefined;
    }
    return next === value.id ? [{ path: at, code: 'draws-on-circle', circle: [...way, next] }] : [];
  });
}

/** The process that another depends on, and the keys under which it is named. */
function chainedTo(process: LocatedProcess['value']): [string | undefined, ...string[]] {
  if (process.kind === 'reporting-cycle') return [process.drawsOn?.process, 'drawsOn', 'process'];
  if (process.kind === 'programme' && 'inside' in process.checkIn) {
    return [process.checkIn.inside, 'checkIn', 'inside'];
  }
  return [undefined];
}

/** Times that contradict each other: a lock before its due time, a data cut-off after it. */
export function contradictingTimes(parts: NoticeParts): MeaningError[] {
  const ladders = new Map(parts.ladders.map((ladder) => [ladder.value.id, ladder]));
  const early = new Map<string, MeaningError>();
  for (const { ladder: id, dueTime, path } of parts.processes.flatMap(ladderUses)) {
    const lock = ladders.get(id)?.value.lock;
    if (lock === undefined || lock === 'at-due') continue;
    // the due time of a certificate is the lock of its cycle, which no ladder of its own can precede knowingly
    const dueByClock = path.at(-1) === 'certification' ? '00:00' : (dueTime ?? '24:00');
    const before = lock.workingDays < 0 || (lock.workingDays === 0 && lock.at < dueByClock);
    const ladderPath = ladders.get(id)?.path ?? [];
    if (before)
      early.set(id, { path: [...ladderPath, 'lock'], code: 'lock-before-due', ladder: id });
  }
  const cutOffs = parts.processes.flatMap(({ path, value }): MeaningError[] => {
    if (value.kind !== 'reporting-cycle' || !value.drawsOn || !value.dueTime) return [];
    const { dueTime } = value;
    const { cutOff } = value.drawsOn;
    if (cutOff <= dueTime) return [];
    return [{ path: [...path, 'drawsOn', 'cutOff'], code: 'cut-off-after-due', cutOff, dueTime }];
  });
  return [...early.values(), ...cutOffs];
}

/** Campaigns whose peaks are not those that the notice asks for (clause 6: one in 2020, three in 2021 and in 2022). */
export function unmetQuotas({ processes }: NoticeParts): MeaningError[] {
  return processes.flatMap(({ path, value }): MeaningError[] => {
    if (value.kind !== 'campaign') return [];
    const counts = value.quota.flatMap(({ year, peaks: quota }, at): MeaningError[] => {
      const peaks = value.peaks.filter((peak) => peak.year === year).length;
      if (peaks === quota) return [];
      return [{ path: [...path, 'quota', at, 'peaks'], code: 'quota-not-met', year, quota, peaks }];
    });
    const stray = value.peaks.flatMap(({ year, from }, at): MeaningError[] =>
      from.startsWith(`${year}-`)
        ? []
        : [
            {
              path: [...path, 'peaks', at, 'from'],
              code: 'outside-year',
              day: from,
              year: `${year}`,
            },
          ],
    );
    return [...counts, ...stray];
  });
}

/** Drafting stages that end after the one that follows them. */
export function disorderedStages({ processes }: NoticeParts): MeaningError[] {
  return processes.flatMap(({ path, value }): MeaningError[] => {
    if (value.kind !== 'drafting') return [];
    return value.stages.flatMap((stage, at): MeaningError[] => {
      const before = value.stages[at - 1];
      if (!before || before.endsWorkingDaysBefore >= stage.endsWorkingDaysBefore) return [];
      return [
        {
          path: [...path, 'stages', at, 'endsWorkingDaysBefore'],
          code: 'stages-out-of-order',
          stage: stage.id,
          before: before.id,
        },
      ];
    });
  });
}

/** Rules that name nobody. Said only where every list that a rule may draw on could be read. */
export function owedByNobody(parts: NoticeParts): MeaningError[] {
  const { declared } = parts;
  const readable =
    declared.position?.length === parts.positions.length &&
    declared.unit?.length === parts.units.length &&
    declared.subcommittee?.length === parts.subcommittees.length;
  if (!readable) return [];
  return parts.processes.flatMap(({ path, value }): MeaningError[] => {
    if ('owes' in value && whoOwes(parts, value.owes).length === 0) {
      return [{ path: [...path, 'owes'], code: 'nobody-owes' }];
    }
    if (value.kind !== 'drafting') return [];
    return value.stages.flatMap(({ with: consulted }, at): MeaningError[] =>
      consulted !== undefined && whoOwes(parts, consulted).length === 0
        ? [{ path: [...path, 'stages', at, 'with'], code: 'nobody-owes' }]
        : [],
    );
  });
}

/** Consultations behind which nobody has to say what became of the opinions (clause 4: every comment absorbed, or why not). */
export function unansweredConsultations({ processes }: NoticeParts): MeaningWarning[] {
  return processes.flatMap(({ path, value }) => {
    if (value.kind !== 'drafting') return [];
    const { stages } = value;
    return stages.flatMap(({ id, kind }, at): MeaningWarning[] =>
      kind === 'consult' && !stages.slice(at + 1).some((later) => later.kind === 'absorb')
        ? [{ path: [...path, 'stages', at], code: 'consultation-unanswered', stage: id }]
        : [],
    );
  });
}

/** `fieldProvenance` entries for a field that the block does not have. */
export function unknownFields({ processes, head }: NoticeParts): MeaningError[] {
  const blocks = [...processes, ...(head ? [{ path: ['head'], value: head }] : [])];
  return blocks.flatMap(({ path, value }) =>
    (value.fieldProvenance ?? []).flatMap(({ field }, at): MeaningError[] => {
      const fields = Object.keys(value).filter((key) => !key.endsWith('rovenance'));
      if (fields.includes(field)) return [];
      return [
        { path: [...path, 'fieldProvenance', at, 'field'], code: 'field-unknown', field, fields },
      ];
    }),
  );
}

/** Recurring processes without a single date between start and end, and a notice in which nothing at all is due. */
export function nothingDue(parts: NoticeParts): (MeaningError | MeaningWarning)[] {
  const { head, processes } = parts;
  if (!head || ![head.start.on, head.endsOn].every(dayExists)) return [];
  if (yearsOf(head) > LONGEST_YEARS) return [];
  const [startsOn, endsOn] = [head.start.on, head.endsOn];
  if (endsOn < startsOn || processes.length === 0) return [];
  const within = (day: string) => day >= startsOn && day <= endsOn;
  const idle = processes.filter((process) => {
    const rule = recurrenceOf(process.value);
    if (rule === 'inside') return true;
    const written = dueDays(process).map(({ value }) => value.day);
    if (!written.every(dayExists)) return false;
    if (rule === undefined || rule.every === 'dates') return !written.some(within);
    if (rule.every === 'week' && rule.anchor !== undefined && !dayExists(rule.anchor)) return false;
    return occurrences(rule, startsOn, endsOn).length === 0;
  });
  if (idle.length === processes.length && processes.length === parts.declared.process?.length) {
    return [{ path: ['directives'], code: 'nothing-left', startsOn, endsOn }];
  }
  return idle
    .filter(({ value }) => recurrenceOf(value) !== 'inside')
    .map(({ path, value }) => ({ path, code: 'never-due', process: value.id, startsOn, endsOn }));
}

function recurrenceOf(process: LocatedProcess['value']) {
  if (process.kind === 'reporting-cycle') return process.recurrence;
  if (process.kind !== 'programme') return undefined;
  return 'inside' in process.checkIn ? 'inside' : process.checkIn.recurrence;
}
