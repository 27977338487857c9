import type { Instant } from '../contracts/plan.ts';
import type { ClaimedLetter } from '../db/letters/claimLetters.ts';
import { deferLetters } from '../db/letters/deferLetters.ts';
import { readNotice } from '../db/notices/readNotice.ts';
import type { Transaction } from '../db/transaction.ts';
import { calendarOf } from '../domain/plan/calendarOf.ts';
import { isOnTime, mayLeaveAt } from '../domain/plan/lateLetter.ts';

/** The claimed letters that may leave now; those that trouble with the mail has kept until after hours are put off. */
export async function inOfficeHours(
  transaction: Transaction,
  letters: ClaimedLetter[],
  now: Instant,
): Promise<ClaimedLetter[]> {
  const leaving: ClaimedLetter[] = [];
  const later: { id: string; notBefore: Instant }[] = [];
  for (const letter of letters) {
    if (isOnTime(letter.notBefore, now)) {
      leaving.push(letter);
      continue;
    }
    const { notice } = await readNotice(transaction, letter.noticeId);
    const notBefore = mayLeaveAt(calendarOf(notice), letter.notBefore, now);
    if (notBefore <= now) leaving.push(letter);
    else later.push({ id: letter.id, notBefore });
  }
  if (later.length > 0) await deferLetters(transaction, later);
  return leaving;
}
