import type { Notice } from '../../contracts/notice/index.ts';
import type { AmendmentPreview } from '../../domain/amendment/previewAmendment.ts';
import { localDate, localTime } from '../../domain/time/zone.ts';
import { formatDateNote } from '../../letters/format/dateNote.ts';

/** The preview of an amendment as a terminal shows it: what cannot be, fields, periods, steps, owners, letters. */
export function printAmendment(preview: AmendmentPreview, notice: Notice): string {
  const when = (instant: string | null): string =>
    instant === null
      ? '-'
      : `${localDate(instant, notice.zone)} ${localTime(instant, notice.zone)}`;
  const { refused, changes, complete, periods, steps, owners, letters } = preview;
  return [
    ...section(
      'Cannot be amended',
      refused.map(({ pointer, reason }) => `${pointer}  ${reason}`),
    ),
    ...section(
      'Fields',
      changes.map(
        ({ path, kind, before, after }) =>
          `${kind.padEnd(9)} ${path}: ${shown(before)} -> ${shown(after)}`,
      ),
    ),
    ...section('Starts, since its data is complete now', complete),
    ...section(
      'Periods',
      periods.map(
        ({ what, processId, periodKey, dueBefore, dueAfter }) =>
          `${what.padEnd(11)} ${processId} ${periodKey}: ${when(dueBefore)} -> ${when(dueAfter)}`,
      ),
    ),
    ...section(
      'Steps',
      steps.flatMap(({ processId, periodKey, track, step, before, after, why }) => [
        `${processId} ${periodKey} ${track} ${step}: ${when(before)} -> ${when(after)}`,
        ...why.map((note) => `    ${formatDateNote(note, notice)}`),
      ]),
    ),
    ...section(
      'Who owes',
      owners.map(
        ({ processId, periodKey, track, added, removed }) =>
          `${processId} ${periodKey} ${track}: ${[...added.map((id) => `+${id}`), ...removed.map((id) => `-${id}`)].join(' ')}`,
      ),
    ),
    ...section(
      'Letters a person, if everybody reports in time / if nobody answers',
      letters.map(
        ({ person, everybodyInTime, nobodyAnswers }) =>
          `${person}: ${everybodyInTime.before} -> ${everybodyInTime.after} / ${nobodyAnswers.before} -> ${nobodyAnswers.after}`,
      ),
    ),
    ...(changes.length === 0 ? ['The two files say the same.', ''] : []),
  ].join('\n');
}

/** A part with its heading; nothing where there is nothing to show. */
const section = (title: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [title, '-'.repeat(title.length), ...lines, ''];

const shown = (value: unknown): string => (value === undefined ? '(none)' : JSON.stringify(value));
