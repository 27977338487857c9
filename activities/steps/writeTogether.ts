import type { Instant } from '../../contracts/plan.ts';
import { type NewLetter, queueLetters } from '../../db/letters/queueLetters.ts';
import { toldBy } from '../../db/letters/toldBy.ts';
import { appendLog } from '../../db/log.ts';
import { type Duty, dutiesAt } from '../../db/periods/dutiesAt.ts';
import { lockToTell } from '../../db/periods/lockToTell.ts';
import type { StepsTogether, StepTogether } from '../../db/periods/stepsTogether.ts';
import type { Pool, Queryable } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { noticeHead } from '../../domain/notice/letterFacts.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { chunksOf } from './chunksOf.ts';
import { type DutyContext, type DutyKind, readDutyContext } from './dutyContext.ts';
import { dutyKey, dutyLetter, dutyParams, receiverOf } from './dutyLetter.ts';
import { letterTime } from './letterTime.ts';
import { signOfLife } from './signOfLife.ts';
import { readStepContext, type StepContext } from './step.ts';

type Kind = Exclude<DutyKind, 'prompt'>;

/** A batch of one step, and the steps of other schedules that fall on its instant. */
interface Meeting extends StepsTogether {
  kind: Kind;
  mine: StepTogether & { now: Instant };
  duties: readonly Duty[];
  context: StepContext;
  officePerson: string | null;
}

/** What one receiver is told of one step. */
interface Item {
  step: StepTogether;
  duty: Duty;
}

/** The key of the one letter to one receiver about everything of a kind that falls on a planned instant. */
export const togetherKey = (kind: Kind, noticeId: string, at: Instant, receiver: string): string =>
  `${kind}/${noticeId}/~together/${at}/${receiver}`;

/**
 * Writes to the people of a batch about all that they owe at this step and at the others of its instant: one letter
 * each. Whichever step comes first writes it; the others find their obligations told. Both look under the locks of the
 * obligations concerned, so of two that run at once the later one sees the letter of the earlier, and nobody is told of
 * what came in meanwhile.
 */
export async function writeTogether(pool: Pool, meeting: Meeting): Promise<void> {
  const { mine, context } = meeting;
  const noticeId = context.notice.id;
  for (const chunk of chunksOf(meeting.duties)) {
    const seen = obligationsOf(await stillToTell(pool, meeting, chunk));
    await inTransaction(pool, async (transaction) => {
      const open = await lockToTell(transaction, noticeId, [...seen], ['open']);
      const toTell = (await stillToTell(transaction, meeting, chunk)).map((items) =>
        owing(items, ({ obligationId }) => open.has(obligationId)),
      );
      const contexts = await contextsOf(transaction, meeting, toTell.flat());
      const letters = toTell.flatMap((items) => letterOf(meeting, contexts, items) ?? []);
      const entries = await queueLetters(transaction, { noticeId, now: mine.now, letters });
      await appendLog(transaction, noticeId, mine.now, entries);
    });
    signOfLife();
  }
}

/**
 * What each of these receivers still has to be told, from every step of the instant, the earliest due first. Where the
 * letter about all of it is written already, whatever is not in it is left to its own step.
 */
async function stillToTell(
  queryable: Queryable,
  meeting: Meeting,
  receivers: readonly Duty[],
): Promise<Item[][]> {
  const { kind, at, steps, mine, context, officePerson } = meeting;
  const { id: noticeId } = context.notice;
  const all = new Map(receivers.map((duty): [string, Item[]] => [receiverOf(duty), []]));
  const only = {
    people: receivers.map(({ personId }) => personId),
    parties: receivers.flatMap(({ insteadOf, owed }) =>
      insteadOf === null ? [] : owed.map(({ partyId }) => partyId),
    ),
  };
  for (const step of steps) {
    const { scheduleId } = step;
    const scope = { noticeId, scheduleId, ...EVERYBODY, now: mine.now, officePerson, only };
    for (const duty of await dutiesAt(queryable, scope))
      all.get(receiverOf(duty))?.push({ step, duty });
  }
  const keysOf = (receiver: string, items: readonly Item[]): string[] => [
    togetherKey(kind, noticeId, at, receiver),
    ...items.map(({ step }) => dutyKey(kind, step, receiver)),
  ];
  const told = await toldBy(
    queryable,
    [...all].flatMap(([receiver, items]) => keysOf(receiver, items)),
  );
  return [...all].map(([receiver, items]) => {
    const [joint = '', ...own] = keysOf(receiver, items);
    const isWritten = told.has(joint);
    const left = items.filter(({ step }) => !isWritten || isSame(step, mine));
    const letters = [joint, ...own].flatMap((key) => told.get(key) ?? []);
    return owing(left, ({ obligationId }) => letters.every((about) => !about.has(obligationId)));
  });
}

/** One letter about all of it, or about this step alone; none where this step has nothing left to tell. */
function letterOf(
  { kind, at, mine, context: { notice } }: Meeting,
  contexts: ReadonlyMap<string, DutyContext>,
  items: readonly Item[],
): NewLetter | null {
  const told = items.flatMap(({ step, duty }) => {
    const context = contexts.get(step.scheduleId);
    return context ? [{ step, duty, context }] : [];
  });
  const own = told.find(({ step }) => isSame(step, mine));
  if (!own) return null;
  const { duty, context } = own;
  if (told.length === 1) return dutyLetter(kind, mine, context, { duty, now: mine.now });
  const params = told.map((one) => dutyParams(one.context, one.duty)).toSorted(byDueTime);
  const [notBefore = mine.now] = told
    .map((one) => letterTime(notice, one.context.ladder, mine.now))
    .sort();
  return {
    key: togetherKey(kind, notice.id, at, receiverOf(duty)),
    kind,
    personId: duty.personId,
    periodId: null,
    obligations: [...obligationsOf([items])],
    notBefore,
    document: composeLetter(
      kind,
      {
        to: duty.name,
        addressee: told.some((one) => one.duty.isUnit) ? 'unit' : 'person',
        insteadOf: duty.insteadOf,
        together: params,
      },
      noticeHead(notice),
    ),
  };
}

/** What the letters say of each schedule that is in one of them. */
async function contextsOf(
  queryable: Queryable,
  { kind, mine }: Meeting,
  items: readonly Item[],
): Promise<ReadonlyMap<string, DutyContext>> {
  const contexts = new Map<string, DutyContext>();
  for (const { step } of items) {
    if (contexts.has(step.scheduleId)) continue;
    const duties = items.flatMap((item) => (isSame(item.step, step) ? [item.duty] : []));
    const about = { kind, periodId: step.periodId, duties, now: mine.now };
    const context = await readStepContext(queryable, step.scheduleId);
    contexts.set(step.scheduleId, await readDutyContext(queryable, context, about));
  }
  return contexts;
}

const EVERYBODY = { from: 1, to: 2 ** 31 - 1 };

const isSame = (one: StepTogether, other: StepTogether): boolean =>
  one.scheduleId === other.scheduleId && one.stepKey === other.stepKey;

/** The items with those obligations alone that pass; without those that have none left. */
const owing = (items: readonly Item[], passes: (owed: Duty['owed'][number]) => boolean): Item[] =>
  items.flatMap(({ step, duty }) => {
    const owed = duty.owed.filter(passes);
    return owed.length === 0 ? [] : [{ step, duty: { ...duty, owed } }];
  });

const obligationsOf = (receivers: readonly (readonly Item[])[]): ReadonlySet<string> =>
  new Set(
    receivers.flat().flatMap(({ duty }) => duty.owed.map(({ obligationId }) => obligationId)),
  );

const byDueTime = (a: { dueAt: Instant }, b: { dueAt: Instant }): number =>
  a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt);
