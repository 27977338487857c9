import type {
  ExtendUpdate,
  ReassignUpdate,
  SkipPeriodUpdate,
  SupplementUpdate,
} from '../contracts/messages.ts';
import type { Notice } from '../contracts/notice/index.ts';
import type { Affected } from '../db/decisions/affected.ts';
import type { NewLetter } from '../db/letters/queueLetters.ts';
import { spokenOf } from '../domain/drafting/spokenOf.ts';
import { addresseeOf, matterOf, noticeHead } from '../domain/notice/letterFacts.ts';
import { capacityTitle } from '../domain/notice/roster.ts';
import { calendarBeyondTables } from '../domain/plan/calendarOf.ts';
import { composeLetter } from '../letters/compose/composeLetter.ts';

/** One person's share of what a decision is about. */
interface Share<Item extends Affected> {
  personId: string;
  name: string;
  items: Item[];
}

/** The letters that tell the people concerned of their new due day; one each, for all their capacities. */
export function extendedLetters(notice: Notice, { decisionId, at, actor, decision }: ExtendUpdate) {
  return ({ items }: { items: (Affected & { oldLastDay: string })[] }): NewLetter[] =>
    sharesOf(items).map((share) => {
      const first = share.items[0] as Affected & { oldLastDay: string };
      return letter(notice, `extended/${decisionId}/${share.personId}`, 'extended', share, at, () =>
        composeLetter(
          'extended',
          {
            to: share.name,
            matter: matterOf(notice, first.processId, first.deliverable),
            owed: share.items.map(({ obligationId, capacity }) => ({ obligationId, capacity })),
            addressee: addresseeOf(notice, first.partyId),
            periodKey: first.periodKey,
            deliverable: spokenOf(notice, first),
            oldLastDay: first.oldLastDay,
            lastDay: first.lastDay,
            dueAt: first.dueAt,
            by: capacityTitle(notice, actor.capacity),
            reason: decision.reason,
          },
          noticeHead(notice),
        ),
      );
    });
}

/** The letters that ask the people concerned for a supplement, with the comment of whoever asks. */
export function supplementLetters(
  notice: Notice,
  { decisionId, at, actor, decision }: SupplementUpdate,
) {
  return ({ items, of }: { items: Affected[]; of: string }): NewLetter[] =>
    sharesOf(items).map((share) => {
      const first = share.items[0] as Affected;
      return letter(
        notice,
        `supplement/${decisionId}/${share.personId}`,
        'supplement',
        share,
        at,
        () =>
          composeLetter(
            'supplement',
            {
              to: share.name,
              matter: matterOf(notice, first.processId, first.deliverable),
              owed: share.items.map(({ obligationId, capacity }) => ({ obligationId, capacity })),
              addressee: addresseeOf(notice, first.partyId),
              periodKey: first.periodKey,
              of: spokenOf(notice, { ...first, deliverable: of }),
              by: capacityTitle(notice, actor.capacity),
              comment: decision.comment,
              missing: decision.missing,
              dueAt: first.dueAt,
              lastDay: first.lastDay,
            },
            noticeHead(notice),
          ),
      );
    });
}

/** The letters that tell people who were asked already that a period is skipped or merged; one each. */
export function takenOutLetters(
  notice: Notice,
  given: Pick<SkipPeriodUpdate, 'decisionId' | 'at' | 'actor'> & {
    decision: { into: string | null; reason: string };
  },
) {
  const { decisionId, at, actor, decision } = given;
  return (items: Affected[]): NewLetter[] =>
    sharesOf(items).map((share) => {
      const first = share.items[0] as Affected;
      const key = `period-taken-out/${decisionId}/${share.personId}`;
      return letter(notice, key, 'period-taken-out', share, at, () =>
        composeLetter(
          'period-taken-out',
          {
            to: share.name,
            addressee: addresseeOf(notice, first.partyId),
            matter: matterOf(notice, first.processId, first.deliverable),
            lastDay: first.lastDay,
            periodKey: first.periodKey,
            capacities: share.items.map(({ capacity }) => capacity),
            into: decision.into,
            by: capacityTitle(notice, actor.capacity),
            reason: decision.reason,
          },
          noticeHead(notice),
        ),
      );
    });
}

/** The short letters to those whom something owed was taken off; whoever owes it now gets a prompt. */
export function reassignedLetters(
  notice: Notice,
  { decisionId, at, actor, decision }: ReassignUpdate,
) {
  return ({ items, now }: { items: Affected[]; now: string }): NewLetter[] =>
    sharesOf(items).map((share) => {
      const first = share.items[0] as Affected;
      const key = `reassigned/${decisionId}/${share.personId}`;
      return letter(notice, key, 'reassigned', share, at, () =>
        composeLetter(
          'reassigned',
          {
            to: share.name,
            addressee: addresseeOf(notice, first.partyId),
            matter: matterOf(notice, first.processId, first.deliverable),
            lastDay: first.lastDay,
            periodKey: first.periodKey,
            capacity: first.capacity,
            now,
            by: capacityTitle(notice, actor.capacity),
            reason: decision.reason,
            deliverable: spokenOf(notice, first),
          },
          noticeHead(notice),
        ),
      );
    });
}

function letter(
  notice: Notice,
  key: string,
  kind: 'extended' | 'supplement' | 'period-taken-out' | 'reassigned',
  share: Share<Affected>,
  at: string,
  compose: () => NewLetter['document'],
): NewLetter {
  return {
    key,
    kind,
    personId: share.personId,
    periodId: share.items[0]?.periodId ?? null,
    obligations: share.items.map(({ obligationId }) => obligationId),
    notBefore: calendarBeyondTables(notice).deferToOffice(at),
    document: compose(),
  };
}

/** Each person with the items in which they are a holder, in the order of the items. */
function sharesOf<Item extends Affected>(items: Item[]): Share<Item>[] {
  const shares = new Map<string, Share<Item>>();
  for (const item of items) {
    for (const { personId, name } of item.holders) {
      const share = shares.get(personId) ?? { personId, name, items: [] };
      share.items.push(item);
      shares.set(personId, share);
    }
  }
  return [...shares.values()];
}
