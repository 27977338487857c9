import type { Notice } from '../../contracts/notice/index.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import type { Preview } from '../../domain/preview/preview.ts';
import type { PreviewStep } from '../../domain/preview/steps.ts';
import { localDate, localTime } from '../../domain/time/zone.ts';
import { formatDateNote } from '../../letters/format/dateNote.ts';

/** A preview as a terminal shows it: processes, steps in order, letters by person, the top in full, and what is assumed. */
export function printPreview(preview: Preview, notice: Notice): string {
  return [
    `${preview.title}`,
    `${preview.noticeId}, follow-up from ${when(preview.startsAt, notice)}`,
    ...section('Processes', processLines(preview)),
    ...section(
      'Steps',
      preview.steps.flatMap((step) => stepLines(step, notice)),
    ),
    ...section(
      'Letters a person, if everybody reports in time',
      letterLines(preview.letters.everybodyInTime),
    ),
    ...section('Letters a person, if nobody answers', letterLines(preview.letters.nobodyAnswers)),
    ...section('The top positions, if nobody answers', topLines(preview, notice)),
    ...section(
      'Assumed',
      preview.assumed.flatMap(({ path, why, sentence }) => [
        `${path}  ${why}`,
        ...(sentence === null ? [] : [`    beside: "${sentence}"`]),
      ]),
    ),
    '',
  ].join('\n');
}

const section = (title: string, lines: string[]): string[] => [
  '',
  `${title}`,
  '-'.repeat(title.length),
  ...lines,
];

const when = (instant: string, { zone }: Notice): string =>
  `${localDate(instant, zone)} ${localTime(instant, zone)}`;

function processLines({ processes }: Preview): string[] {
  return processes.flatMap(({ id, directive, title, state, waitsFor, periods, peaks = [] }) => {
    const trial = periods.filter((period) => period.trial).length;
    const past = periods.filter((period) => period.beforeStart).length;
    const counts = [
      `${periods.length} periods`,
      ...(trial > 0 ? [`${trial} on trial`] : []),
      ...(past > 0 ? [`${past} before the start`] : []),
    ];
    const why = waitsFor.length > 0 ? `: ${waitsFor.join('; ')}` : '';
    const years = peaks.map(
      ({ year, asked, planned, lacking }) =>
        `    peaks in ${year}: ${planned} planned of ${asked}${lacking > 0 ? `, ${lacking} lacking` : ''}`,
    );
    const line = `${directive.padEnd(8)} ${id.padEnd(18)} ${state.padEnd(7)} ${counts.join(', ')}  ${title}${why}`;
    return [line, ...years];
  });
}

function stepLines(step: PreviewStep, notice: Notice): string[] {
  const what = `${step.kind}${step.rung === null ? '' : ` ${step.rung}`}`;
  const notes = step.notes.map((note) => `    ${formatDateNote(note, notice)}`);
  const to = step.recipients.map(({ person, position, parties }) =>
    position === null ? person : `${partyTitle(notice, position)} (${parties.length})`,
  );
  const line = `${when(step.at, notice)}  ${what.padEnd(20)} ${step.processId} ${step.periodKey}`;
  return [to.length === 0 ? line : `${line}  -> ${to.join(', ')}`, ...notes];
}

function letterLines(letters: Preview['letters']['everybodyInTime']): string[] {
  return letters.map(({ name, total, byMonth, worstDay }) => {
    const months = Object.entries(byMonth).map(([month, n]) => `${month} ${n}`);
    return `${String(total).padStart(5)}  worst day ${worstDay.day} with ${worstDay.letters}  ${name}  ${months.join(', ')}`;
  });
}

function topLines({ top }: Preview, notice: Notice): string[] {
  return top.flatMap(({ title, person, nobodyAnswers }) => [
    `${title} (${person ?? 'vacant'}): ${nobodyAnswers.length} letters`,
    ...nobodyAnswers.map(({ at, kind, about }) => {
      const items = about.map(
        ({ processId, periodKey, parties }) =>
          `${[processId, periodKey].join(' ').trim()} (${parties.length})`,
      );
      return `    ${when(at, notice)}  ${kind.padEnd(16)} ${items.join(', ')}`;
    }),
  ]);
}
