import type { Notice } from '../../contracts/notice/index.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import type { Gate } from '../../domain/preview/gates.ts';
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
    ...section('Letters a person, if nobody answers', [
      UPPER_BOUND,
      ...letterLines(preview.letters.nobodyAnswers),
    ]),
    ...section('If nobody at all answers', gateLines(preview, notice)),
    ...section('The top positions, if nobody answers', [UPPER_BOUND, ...topLines(preview, notice)]),
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

const UPPER_BOUND =
  'At most: what others wait for, and what waits for a release, is taken to come in time.';

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

const STANDS_STILL: Record<Gate['what'], string> = {
  certificate: 'nothing is found and nothing climbs without the certificate of',
  guidance: 'the others are asked later, at its lock at the latest, without the guidance of',
  document: 'no peak is called without the document of',
  draft: 'nobody is consulted without the draft of',
};

/** What stands still where not even those answer whom others wait for. */
function gateLines({ gates }: Preview, notice: Notice): string[] {
  const { by, escalationsHeldInFirstPeriods: held } = notice.settings.release;
  const titles = by.map((position) => partyTitle(notice, position)).join(' or ');
  return [
    ...gates.map(
      ({ processId, what, by: owing }) =>
        `${processId.padEnd(18)} ${STANDS_STILL[what]} ${partyTitle(notice, owing)}, who is followed up for it`,
    ),
    `The clause's own words wait until released by ${titles}.`,
    ...(held === 0
      ? []
      : [
          `In the first ${held} periods what climbs waits until released by ${partyTitle(notice, notice.roles.office)}.`,
        ]),
  ];
}

/** Every letter, with everybody whom it names. */
function topLines({ top }: Preview, notice: Notice): string[] {
  return top.flatMap(({ title, person, nobodyAnswers }) => [
    `${title} (${person ?? 'vacant'}): ${nobodyAnswers.length} letters`,
    ...nobodyAnswers.flatMap(({ at, kind, about }) => [
      `    ${when(at, notice)}  ${kind}`,
      ...about.map(({ processId, periodKey, parties }) => {
        const names = parties.map((party) => partyTitle(notice, party));
        return `        ${[processId, periodKey].join(' ').trim()} (${parties.length}): ${names.join('; ')}`;
      }),
    ]),
  ]);
}
