import type { Owes, Process } from '../../../contracts/notice/index.ts';
import type { Located, Path } from './parts.ts';

/** One place of a process where a ladder follows somebody up, with what it asks for. */
export interface LadderUse {
  path: Path;
  process: string;
  ladder: string;
  /** null for the certificate, which is a yes or no and has no outline */
  outline: string | null;
  /** who is followed up there: a party's id, or a rule that names several */
  who: string | Owes;
  /** the time of day of the due time; undefined where the day's end is the limit, or the ladder of a cycle gives it */
  dueTime: string | undefined;
}

/** Everything that a process follows up, with the path of the block that says so. */
export function ladderUses({ path, value }: Located<Process>): LadderUse[] {
  const use = (
    inside: Path,
    { ladder, outline }: { ladder: string; outline?: string },
    who: string | Owes,
    dueTime?: string,
  ): LadderUse => ({
    path: [...path, ...inside],
    process: value.id,
    ladder,
    outline: outline ?? null,
    who,
    dueTime,
  });
  switch (value.kind) {
    case 'reporting-cycle': {
      const { certification } = value;
      const reports = use([], value, value.owes, value.dueTime);
      return certification
        ? [reports, use(['certification'], certification, certification.by)]
        : [reports];
    }
    case 'collection': {
      const { guidance } = value;
      const reports = use([], value, value.owes, value.due.time);
      return guidance
        ? [reports, use(['guidance'], guidance, guidance.by, guidance.due.time)]
        : [reports];
    }
    case 'campaign':
      return [
        use(['document'], value.document, value.document.by, value.document.due.time),
        use([], value, value.owes),
      ];
    case 'drafting':
      return [
        use([], value, value.by, value.due.time),
        ...value.stages.flatMap((stage, index) => {
          const { ladder = value.ladder, outline } = stage;
          const asked =
            stage.kind === 'consult' && outline === undefined
              ? { ladder }
              : { ladder, outline: outline ?? value.outline };
          const named = [stage.by, stage.with].filter((who) => who !== undefined);
          const isOwn = stage.ladder !== undefined || outline !== undefined;
          const followed = named.length === 0 && isOwn ? [value.by] : named;
          return followed.map((who) => use(['stages', index], asked, who));
        }),
      ];
    case 'programme':
      return 'inside' in value.checkIn ? [] : [use(['checkIn'], value.checkIn, value.lead)];
  }
}
