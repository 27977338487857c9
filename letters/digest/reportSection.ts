import type { DigestParty, DigestReport } from '../../contracts/digest.ts';
import type { DigestParagraph, NoticeHead } from '../../contracts/letters.ts';
import { common } from '../catalogue/common.ts';
import { digest, doubtReasons, findingStates } from '../catalogue/digest.ts';
import { inLanguage } from '../catalogue/phrases.ts';
import { formatDay, formatInstant } from '../format/date.ts';
import { whoIs } from './whoIs.ts';

/**
 * One period of reports: totals, the office's certificate, and everybody by what became of their report; of a period that
 * was told before, those whom that digest left open.
 */
export function reportSection(report: DigestReport, head: NoticeHead): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  const period = inLanguage(common, head.language).period(formatDay(report.lastDay, head.language));
  const of = (status: DigestParty['status']): DigestParty[] =>
    report.parties.filter((party) => party.status === status);
  return [
    { type: 'heading', text: report.again ? say.reportsAgain(period) : say.reports(period) },
    ...(report.trial ? [text(say.trial)] : []),
    text(report.again ? say.totalsAgain(report.totals) : say.totals(report.totals)),
    ...rate(report, head),
    ...certificate(report, head),
    names(say.onTime, of('on-time'), head),
    ...lateTable(of('late'), head),
    ...missingTable(of('missing'), head),
    ...(['extended', 'paused', 'awaiting', 'excused', 'other'] as const).flatMap((status) => {
      const parties = of(status);
      return parties.length === 0 ? [] : [names(say[status], parties, head)];
    }),
  ];
}

const text = (words: string): DigestParagraph => ({ type: 'text', text: words });

/** The office's word that nothing lies about; nothing where none is asked for, as in a trial period. */
function certificate(
  { asksCertificate, certifiedAt }: DigestReport,
  head: NoticeHead,
): DigestParagraph[] {
  if (!asksCertificate) return [];
  const say = inLanguage(digest, head.language);
  return [
    text(certifiedAt === null ? say.notCertified : say.certified(formatInstant(certifiedAt, head))),
  ];
}

/**
 * Of those who owed a report and were not excused; nothing where nobody owed any (0 of 0 is not 100 %), nothing while the
 * lock of some is still to come, and nothing for a trial period, which stands in no rate.
 */
function rate(
  { totals, trial, parties, again }: DigestReport,
  head: NoticeHead,
): DigestParagraph[] {
  const { onTime, late, missing } = again?.whole ?? totals;
  const counted = onTime + late + missing;
  if (counted === 0 || trial || parties.some(({ status }) => status === 'awaiting')) return [];
  const tenths = Math.round((onTime * 1000) / counted);
  const decimal = head.language === 'vi' ? ',' : '.';
  const percent = `${Math.floor(tenths / 10)}${decimal}${tenths % 10} % (${onTime}/${counted})`;
  const say = inLanguage(digest, head.language);
  return [text(again ? say.onTimeRateOfAll(percent) : say.onTimeRate(percent))];
}

function names(label: string, parties: DigestParty[], head: NoticeHead): DigestParagraph {
  const say = inLanguage(digest, head.language);
  const listed = parties.map(whoIs).join('; ');
  return text(say.nameLine(label, listed === '' ? say.nobody : listed));
}

function lateTable(parties: DigestParty[], head: NoticeHead): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  if (parties.length === 0) return [names(say.late, [], head)];
  return [
    {
      type: 'table',
      head: [say.late, say.receivedAt],
      rows: parties.map((party) => [
        whoIs(party),
        party.receivedAt === null ? '' : formatInstant(party.receivedAt, head),
      ]),
    },
  ];
}

function missingTable(parties: DigestParty[], head: NoticeHead): DigestParagraph[] {
  const say = inLanguage(digest, head.language);
  if (parties.length === 0) return [names(say.missing, [], head)];
  return [
    {
      type: 'table',
      head: [say.missing, say.inARow, say.inAll, say.record],
      rows: parties.map((party) => [
        whoIs(party),
        String(party.missesInARow),
        String(party.missesInAll),
        onRecord(party, head),
      ]),
    },
  ];
}

function onRecord({ finding, doubts }: DigestParty, { language }: NoticeHead): string {
  const state = findingStates[finding][language];
  if (doubts.length === 0) return state;
  return `${state} (${doubts.map((doubt) => doubtReasons[doubt]?.[language] ?? doubt).join(', ')})`;
}
