import { judgePeak } from '../../db/campaign/judgePeak.ts';
import { readCampaign } from '../../db/campaign/readCampaign.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { readStanding } from '../../db/people/readStanding.ts';
import { returnsNeeded } from '../../domain/campaign/isHeld.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { letterTime } from './letterTime.ts';
import type { WhenClosed } from './whenClosed.ts';

/**
 * The close of a peak: it counts for its year's quota, or it is missed, and then whoever leads the campaign (the office
 * where that post is vacant or has no address) is told what came in, what the year still lacks, and asked for days to
 * make up for it.
 */
export const judgeCampaign: WhenClosed = async (transaction, context, { periodId, now }) => {
  const { notice, process, processId, ladder } = context;
  const { peak } = context.plan;
  if (process.kind !== 'campaign' || peak === undefined) return [];
  const { countsFrom } = process;
  const judged = await judgePeak(transaction, {
    noticeId: notice.id,
    processId,
    periodId,
    peak,
    countsFrom,
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
  if (personId === null || year === undefined) return [judged.entry];
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
        matter: matterOf(notice, processId),
        from: peak.from,
        until: peak.to,
        owed: judged.owed,
        returned: judged.returned,
        needed: returnsNeeded(judged.owed, countsFrom),
        year,
      },
      noticeHead(notice),
    ),
  };
  const queued = await queueLetters(transaction, { noticeId: notice.id, now, letters: [letter] });
  return [judged.entry, ...queued];
};
