import type { PeriodRow } from '../../../db/reading/periods.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { start } from '../catalogue/start.ts';
import { dueWords } from '../dueWords.ts';
import type { RegisterPaths } from '../story/registerPaths.ts';
import { Table } from './Table.tsx';

/** Periods, each leading to its own page, with how many are in time, late and open. */
export function PeriodTable(props: {
  writing: Writing;
  periods: readonly PeriodRow[];
  paths: RegisterPaths;
  nameOf: (period: PeriodRow) => string;
}) {
  const { writing, periods, paths, nameOf } = props;
  const say = writing.say(start);
  return (
    <Table
      columns={[
        { label: say.period },
        { label: say.due },
        { label: say.onTime, figures: true },
        { label: say.late, figures: true },
        { label: say.open, figures: true },
      ]}
      rows={periods.map((period) => [
        <a href={paths.period(period.processId, period.key)}>{nameOf(period)}</a>,
        dueWords(writing, period.dueAt),
        ...['on-time', 'late', 'open'].map((outcome) => countOf(period, outcome)),
      ])}
    />
  );
}

/** Of the track that everybody owes; an explanation's is its only one. */
function countOf({ counts }: PeriodRow, outcome: string): number {
  const [first] = Object.values(counts);
  return (counts.main ?? first)?.[outcome] ?? 0;
}
