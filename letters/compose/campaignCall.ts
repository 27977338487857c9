import type { LetterParams } from '../../contracts/letters/params.ts';
import type { LetterDocument } from '../../contracts/letters.ts';
import { localDate } from '../../domain/time/zone.ts';
import { campaign } from '../catalogue/campaign.ts';
import { common } from '../catalogue/common.ts';
import { formatDay } from '../format/date.ts';
import {
  dateNotes,
  dutyFacts,
  dutyLink,
  dutyWords,
  insteadBlock,
  whatFollows,
} from './dutyParts.ts';
import { letter, quoteOf, type Writing } from './writing.ts';

/**
 * The call to a campaign's peak (clause 6: "tổ chức đợt cao điểm"). The clause is quoted for the campaign that it
 * asks for; the return that follows rests on the follow-up alone, and the row about the clause says so.
 */
export function composeCampaignCall(
  writing: Writing,
  params: LetterParams['campaign-call'],
): LetterDocument {
  const words = dutyWords(writing, params);
  const say = writing.say(campaign);
  const from = writing.day(params.from);
  const until = writing.day(params.until);
  const subject = say.callSubject(from, until, writing.directive(params.matter.directive));
  return letter(writing, params, 'reminder', subject, [
    ...insteadBlock(writing, params),
    { type: 'text', text: say.call(words.you, from, until) },
    ...quoteOf(writing, params.matter),
    { type: 'text', text: say.report(words.asks, words.due) },
    ...dutyFacts(writing, params, words, documentRow(writing, params)),
    ...dateNotes(writing, params),
    ...dutyLink(writing, params),
    { type: 'text', text: writing.say(common).otherChannels(writing.head.office) },
    ...whatFollows(writing, params, words),
  ]);
}

/** The document that the campaign rests on; nothing where it was excused and never came. */
function documentRow(
  { head, say }: Writing,
  { document }: LetterParams['campaign-call'],
): { label: string; value: string }[] {
  if (document === null) return [];
  const words = say(campaign);
  const day = formatDay(localDate(document.receivedAt, head.zone), head.language);
  const { issuedBy, number, receiptNo } = document;
  return [{ label: words.document, value: words.documentIs(issuedBy, number, receiptNo, day) }];
}
