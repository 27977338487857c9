import type { Pause } from '../../contracts/letters/campaigns.ts';
import type { Campaign, Notice } from '../../contracts/notice/index.ts';
import type { Instant, PlannedPeak } from '../../contracts/plan.ts';
import { judgePeak } from '../../db/campaign/judgePeak.ts';
import { readCampaign } from '../../db/campaign/readCampaign.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import type { LogEntry } from '../../db/log.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import type { Transaction } from '../../db/transaction.ts';
import { returnsNeeded } from '../../domain/campaign/isHeld.ts';
import { peakDays } from '../../domain/campaign/peakDays.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { letterTime } from './letterTime.ts';
import type { WhenClosed } from './whenClosed.ts';

/** A peak whose period closes. */
export interface ClosingPeak {
  notice: Notice;
  process: Campaign;
  periodId: string;
  /** with the days on which it was to be held at last */
  peak: PlannedPeak;
  /** set where it lay wholly inside a pause */
  pause: Pause | null;
  now: Instant;
}

/** The close of a peak at its own time. */
export const judgeCampaign: WhenClosed = async (transaction, context, { periodId, now }) => {
  const { notice, process } = context;
  const { peak } = context.plan;
  if (process.kind !== 'campaign' || peak === undefined) return [];
  const held = { ...peak, ...peakDays(peak, context) };
  return judge(transaction, { notice, process, periodId, peak: held, pause: null, now });
};

/**
 * A peak counts for its year's quota, or it is missed, and then whoever leads the campaign (the office where that post
 * is vacant or has no address) is told what came in, what the year still lacks, and asked for days to make up for it.
 */
export async function judge(transaction: Transaction, closing: ClosingPeak): Promise<LogEntry[]> {
  const { notice, process, periodId, peak, pause, now } = closing;
  const { countsFrom } = process;
  const judged = await judgePeak(transaction, {
    noticeId: notice.id,
    processId: process.id,
    periodId,
    peak,
    countsFrom,
    inPause: pause !== null,
    now,
  });
  if (judged.counted) return [judged.entry];

  const { years, thisYear } = await readCampaign(transaction, notice.id, process, now);
  // made up for in the year that runs, or in the peak's own where that is the last
  const year = years.findLast((each) => each.year <= Math.max(thisYear, peak.year));
  const standing = await readStanding(transaction, notice.id, now);
  const lead = standing.personOf(process.lead);
  const isReached = lead !== null && standing.contactOf(lead)?.hasAddress === true;
  const personId = isReached ? lead : standing.personOf(notice.roles.office);
  const ladder = notice.ladders.list.find(({ id }) => id === process.ladder);
  if (personId === null || year === undefined || ladder === undefined) return [judged.entry];
  const letter: NewLetter = {
    key: `peak-missed/${periodId}`,
    kind: 'peak-missed',
    personId,
    periodId,
    obligations: [],
    notBefore: letterTime(notice, ladder, now),
    document: composeLetter(
      'peak-missed',
      {
        to: standing.contactOf(personId)?.name ?? '',
        insteadOf: isReached ? null : partyTitle(notice, process.lead),
        matter: matterOf(notice, process.id),
        from: peak.from,
        until: peak.to,
        owed: judged.owed,
        returned: judged.returned,
        needed: returnsNeeded(judged.owed, countsFrom),
        year,
        ...(pause && { pause }),
      },
      noticeHead(notice),
    ),
  };
  const queued = await queueLetters(transaction, { noticeId: notice.id, now, letters: [letter] });
  return [judged.entry, ...queued];
}
