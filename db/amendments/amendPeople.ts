import type { Notice, Person } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { parties, supervisorChain } from '../../domain/notice/roster.ts';
import type { LogEntry } from '../log.ts';
import { closeDoors } from '../people/closeDoors.ts';
import { type HandedOver, handOver } from '../people/handOver.ts';
import { presentHolders } from '../people/presentHolders.ts';
import type { Transaction } from '../transaction.ts';

export interface PeopleChange {
  before: Notice;
  after: Notice;
  by: { actor: string; decisionId: string; at: Instant };
}

/**
 * Enters what an amended file says otherwise of people, posts, units and supervision. Only what differs between the two
 * files is touched: who was put into a post by a decision in between stays there. Whoever leaves the file stays on record.
 * @returns rows for the log, ids only
 */
export async function amendPeople(
  transaction: Transaction,
  change: PeopleChange,
): Promise<LogEntry[]> {
  await enterPeople(transaction, change);
  await enterParties(transaction, change);
  return [
    ...(await changeHoldings(transaction, change)),
    ...(await changeSupervision(transaction, change)),
  ];
}

const peopleOf = ({ people, units }: Notice): Person[] => [
  ...people.list,
  ...(units?.list.flatMap(({ addressees }) => addressees) ?? []),
];

async function enterPeople(
  transaction: Transaction,
  { before, after }: PeopleChange,
): Promise<void> {
  const known = new Map(peopleOf(before).map((one) => [one.id, keyOf(one)]));
  const changed = peopleOf(after).filter((one) => known.get(one.id) !== keyOf(one));
  const rows = JSON.stringify(changed.map(({ id, name, address }) => ({ id, name, address })));
  await transaction.query(
    `insert into person (notice_id, id) select $1, p.id from jsonb_to_recordset($2) as p(id text)
     on conflict (notice_id, id) do nothing`,
    [after.id, rows],
  );
  await transaction.query(
    `insert into person_contact (notice_id, person_id, name, address)
     select $1, p.id, p.name, p.address from jsonb_to_recordset($2) as p(id text, name text, address text)
     on conflict (notice_id, person_id) do update set name = excluded.name, address = excluded.address`,
    [after.id, rows],
  );
}

const keyOf = ({ name, address }: Person): string => `${name}\n${address ?? ''}`;

async function enterParties(transaction: Transaction, { after }: PeopleChange): Promise<void> {
  await transaction.query(
    `insert into party as p (notice_id, id, kind, title)
     select $1, n.id, n.kind, n.title from jsonb_to_recordset($2) as n(id text, kind text, title text)
     on conflict (notice_id, id) do update set title = excluded.title where p.title <> excluded.title`,
    [after.id, JSON.stringify(parties(after))],
  );
}

interface Held {
  person: string;
  sole: boolean;
}

/** Who holds each party, as a file says it. */
function holdersIn({ positions, units }: Notice): Map<string, Held[]> {
  return new Map([
    ...positions.list.map(({ id, holder }): [string, Held[]] => [
      id,
      holder === null ? [] : [{ person: holder, sole: true }],
    ]),
    ...(units?.list ?? []).map(({ id, addressees }): [string, Held[]] => [
      id,
      addressees.map((one) => ({ person: one.id, sole: false })),
    ]),
  ]);
}

/**
 * An amended holder is a change of holder as any other: the newcomer's letter follows, and the doors of whoever leaves
 * are closed once everybody has his new place. @throws Conflict where a hand-over is entered for later
 */
async function changeHoldings(
  transaction: Transaction,
  { before, after, by }: PeopleChange,
): Promise<LogEntry[]> {
  const [old, now] = [holdersIn(before), holdersIn(after)];
  const changed = [...now.keys()].filter(
    (partyId) => namesOf(old.get(partyId)) !== namesOf(now.get(partyId)),
  );
  await transaction.query(
    'select 1 from party where notice_id = $1 and id = any($2) order by id for no key update',
    [after.id, changed],
  );
  const entries: LogEntry[] = [];
  const left: { partyId: string; personId: string }[] = [];
  for (const partyId of changed.sort()) {
    const moves = await movesOf(transaction, {
      noticeId: after.id,
      partyId,
      at: by.at,
      before: old.get(partyId) ?? [],
      after: now.get(partyId) ?? [],
    });
    for (const move of moves) {
      entries.push(await handOver(transaction, move, by));
      if (move.leaving !== null) left.push({ partyId, personId: move.leaving });
    }
  }
  for (const one of left) {
    entries.push(...(await closeDoors(transaction, { noticeId: after.id, ...one, at: by.at })));
  }
  return entries;
}

const namesOf = (held: readonly Held[] = []): string =>
  held
    .map(({ person }) => person)
    .sort()
    .join(' ');

/**
 * Whoever the file does not name any more leaves, and so does, where it gives a post to somebody, whoever a decision has
 * put there in between.
 */
async function movesOf(
  transaction: Transaction,
  change: { noticeId: string; partyId: string; at: Instant; before: Held[]; after: Held[] },
): Promise<HandedOver[]> {
  const { noticeId, partyId, at, before, after } = change;
  const present = await presentHolders(transaction, change);
  const isThere = (person: string): boolean => present.some((one) => one.person === person);
  const come = after.filter(({ person }) => !isThere(person));
  const stays = (person: string): boolean => after.some((one) => one.person === person);
  const isInPostGiven = after.some(({ sole }) => sole);
  const gone = present.filter(
    ({ person }) =>
      !stays(person) && (isInPostGiven || before.some((one) => one.person === person)),
  );
  const length = Math.max(come.length, gone.length);
  return Array.from({ length }, (_, place) => ({
    noticeId,
    partyId,
    leaving: gone[place]?.person ?? null,
    coming: come[place]?.person ?? null,
    since: at,
    sole: come[place]?.sole ?? true,
  }));
}

async function changeSupervision(
  transaction: Transaction,
  { before, after, by }: PeopleChange,
): Promise<LogEntry[]> {
  const known = new Set(parties(before).map(({ id }) => id));
  const changed = parties(after).flatMap(({ id }) => {
    const from = known.has(id) ? supervisorChain(before, id)[0] : undefined;
    const to = supervisorChain(after, id)[0];
    return from === to ? [] : [{ party: id, to: to ?? null }];
  });
  if (changed.length === 0) return [];
  await transaction.query(
    `update supervision s set until = greatest($3, s.since + interval '1 millisecond')
     from jsonb_to_recordset($2) as c(party text) where s.notice_id = $1 and s.party_id = c.party and s.until is null`,
    [after.id, JSON.stringify(changed), by.at],
  );
  await transaction.query(
    `insert into supervision (notice_id, party_id, supervisor_id, since)
     select $1, c.party, c."to", greatest($3, (select max(s.until) from supervision s where s.notice_id = $1 and s.party_id = c.party))
     from jsonb_to_recordset($2) as c(party text, "to" text) where c."to" is not null`,
    [after.id, JSON.stringify(changed), by.at],
  );
  return changed.map(({ party, to }) => ({
    actor: by.actor,
    action: 'supervision-changed',
    subject: `${after.id}/${party}`,
    detail: { decision: by.decisionId, supervisor: to },
  }));
}
