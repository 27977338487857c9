import { calendarOf } from '../../../../domain/plan/calendarOf.ts';
import type { Act } from '../acts.ts';
import { choose } from '../chance.ts';
import { TIMES } from '../times.ts';
import { CERTIFIES } from '../weights.ts';
import type { LetterFacts, Piece } from './facts.ts';
import type { OwedGroup } from './groupOwed.ts';
import { nextWorkingTime, workingDaysLater } from './moments.ts';

/** The office looks through its book, tray and Zalo, mostly before the lock. */
export function certify(
  { receiver, now }: LetterFacts,
  { seed, notice }: Piece,
  { first, page }: OwedGroup,
): Act[] {
  const calendar = calendarOf(notice);
  const morning = nextWorkingTime(calendar, now, TIMES.certify);
  const when = {
    'in time': morning,
    'the same afternoon': nextWorkingTime(calendar, now, TIMES.certifyLate),
    'the next day': workingDaysLater(calendar, morning, 1),
  };
  const at = when[choose(CERTIFIES, seed, 'certify', first.obligationId)];
  const id = `${first.obligationId}/certify`;
  return [{ id, actor: receiver, act: 'certify', subject: { page }, at }];
}
