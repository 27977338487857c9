import type { Comparison } from '../compareSides.ts';
import { spreadOf } from '../measure/spread.ts';
import type { BurstResult } from '../sides/side.ts';
import { engineSides, ratiosToLoop, runsOf } from './faults.ts';

const NOTHING = '-';

const COLUMNS: { title: string; cell: (runs: BurstResult[]) => string }[] = [
  { title: 'obligations/s', cell: (runs) => middle(runs, ({ perSecond }) => perSecond) },
  { title: 'first late ms', cell: (runs) => middle(runs, ({ firstLateMs }) => firstLateMs) },
  { title: 'p95 late ms', cell: (runs) => middle(runs, ({ p95LateMs }) => p95LateMs) },
  { title: 'own CPU s', cell: (runs) => middle(runs, ({ own }) => own?.cpuSeconds, 1) },
  { title: 'own MB', cell: (runs) => middle(runs, ({ own }) => own?.peakMegabytes) },
  {
    title: 'Temporal CPU s',
    cell: (runs) => middle(runs, ({ temporal }) => temporal?.cpuSeconds, 1),
  },
  { title: 'Temporal MB', cell: (runs) => middle(runs, ({ temporal }) => temporal?.peakMegabytes) },
  { title: 'PG CPU s', cell: (runs) => middle(runs, ({ postgres }) => postgres?.cpuSeconds, 1) },
  { title: 'PG MB', cell: (runs) => middle(runs, ({ postgres }) => postgres?.peakMegabytes) },
  { title: 'WAL bytes each', cell: (runs) => middle(runs, ({ walBytesEach }) => walBytesEach) },
  { title: 'events each', cell: (runs) => middle(runs, ({ eventsEach }) => eventsEach, 4) },
  { title: 'ready ms', cell: (runs) => middle(runs, ({ readyMs }) => readyMs) },
];

/** A comparison as a Markdown table of medians, a row for each side, and the ratios to the loop under it. */
export function comparisonTable(comparison: Comparison): string {
  const { n, turns } = comparison;
  const sides = [...engineSides(comparison), 'loop'];
  const rows = [
    [`n = ${n}`, ...COLUMNS.map(({ title }) => title)],
    ['---', ...COLUMNS.map(() => '---:')],
    ...sides.map((side) => {
      const runs = runsOf(comparison, side);
      return [side, ...COLUMNS.map(({ cell }) => cell(runs))];
    }),
  ];
  const ratios = engineSides(comparison).map((side) => {
    const { median, min, max } = spreadOf(ratiosToLoop(comparison, side));
    return `${side}: ${median.toFixed(2)} of the loop (${min.toFixed(2)} to ${max.toFixed(2)}, ${turns.length} turns)`;
  });
  return [...rows.map((cells) => `| ${cells.join(' | ')} |`), '', ...ratios].join('\n');
}

function middle(
  runs: BurstResult[],
  figure: (run: BurstResult) => number | undefined,
  digits = 0,
): string {
  const figures = runs.flatMap((run) => figure(run) ?? []);
  return figures.length === 0 ? NOTHING : spreadOf(figures).median.toFixed(digits);
}
