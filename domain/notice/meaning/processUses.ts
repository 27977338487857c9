import type { Owes, Process } from '../../../contracts/notice/index.ts';
import type { Located, Path } from './parts.ts';

/** One place of a process where a ladder follows somebody up, with what it asks for. */
export interface LadderUse {
  path: Path;
  process: string;
  ladder: string;
  /** null for the certificate, which is a yes or no and has no outline. */
  outline: string | null;
  /** who is followed up there: a party's id, or a rule that names several */
  who: string | Owes;
  /** the time of day of the due time, where it is not the end of the day */
  dueTime: string | undefined;
}

/** Everything that a process follows up, with the path of the block that says so. */
export function ladderUses({ path, value }: Located<Process>): LadderUse[] {
  const own = { path, process: value.id };
  switch (value.kind) {
    case 'reporting-cycle':
      return [
        { ...own, ...value, who: value.owes, dueTime: value.dueTime },
        ...(value.certification
          ? [
              {
                ...own,
                path: [...path, 'certification'],
                ladder: value.certification.ladder,
                outline: null,
                who: value.certification.by,
                dueTime: undefined, // due at the lock of the cycle, whose time its own ladder gives
              },
            ]
          : []),
      ].map(pick);
    case 'collection':
      return [
        { ...own, ...value, who: value.owes, dueTime: value.due.time },
        ...(value.guidance
          ? [
              {
                ...value.guidance,
                ...own,
                path: [...path, 'guidance'],
                who: value.guidance.by,
                dueTime: value.guidance.due.time,
              },
            ]
          : []),
      ].map(pick);
    case 'campaign':
      return [
        {
          ...value.document,
          ...own,
          path: [...path, 'document'],
          who: value.document.by,
          dueTime: value.document.due.time,
        },
        { ...own, ...value, who: value.owes, dueTime: undefined },
      ].map(pick);
    case 'drafting':
      return [
        { ...own, ...value, who: value.by, dueTime: value.due.time },
        ...value.stages.flatMap((stage, index) => [
          ...(stage.by === undefined ? [] : [{ who: stage.by, index }]),
          ...(stage.with === undefined ? [] : [{ who: stage.with, index }]),
        ]).map(({ who, index }) => ({
          ...own,
          ...value,
          path: [...path, 'stages', index],
          who,
          dueTime: undefined,
        })),
      ].map(pick);
    case 'programme':
      if ('inside' in value.checkIn) return [];
      return [
        {
          ...own,
          ...value.checkIn,
          path: [...path, 'checkIn'],
          who: value.lead,
          dueTime: undefined,
        },
      ].map(pick);
  }
}

const pick = ({ path, process, ladder, outline, who, dueTime }: LadderUse): LadderUse => ({
  path,
  process,
  ladder,
  outline,
  who,
  dueTime,
});
