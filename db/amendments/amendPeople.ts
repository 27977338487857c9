import type { Notice, Person } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { parties, supervisorChain } from '../../domain/notice/roster.ts';
import type { LogEntry } from '../log.ts';
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
  // whoever was erased stays so, whatever an old file still says
  await transaction.query(
    `insert into person_contact (notice_id, person_id, name, address)
     select $1, p.id, p.name, p.address from jsonb_to_recordset($2) as p(id text, name text, address text)
     join person q on q.notice_id = $1 and q.id = p.id and q.erased_at is null
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
  party: string;
  person: string;
  sole: boolean;
}

const holdingsOf = ({ positions, units }: Notice): Held[] => [
  ...positions.list.flatMap(({ id, holder }) =>
    holder === null ? [] : [{ party: id, person: holder, sole: true }],
  ),
  ...(units?.list.flatMap(({ id, addressees }) =>
    addressees.map((person) => ({ party: id, person: person.id, sole: false })),
  ) ?? []),
];

async function changeHoldings(
  transaction: Transaction,
  { before, after, by }: PeopleChange,
): Promise<LogEntry[]> {
  const name = ({ party, person }: Held) => `${party} ${person}`;
  const old = new Set(holdingsOf(before).map(name));
  const now = new Set(holdingsOf(after).map(name));
  const gone = holdingsOf(before).filter((held) => !now.has(name(held)));
  const come = holdingsOf(after).filter((held) => !old.has(name(held)));
  // whoever holds a post that the file gives to somebody else leaves it, also where a decision had put him there
  await transaction.query(
    `update holding h set until = greatest($4, h.since + interval '1 millisecond')
     where h.notice_id = $1 and h.until is null and (
       exists (select from jsonb_to_recordset($2) as g(party text, person text) where g.party = h.party_id and g.person = h.person_id)
       or h.sole and exists (select from jsonb_to_recordset($3) as c(party text, person text, sole boolean)
         where c.sole and c.party = h.party_id and c.person <> h.person_id))`,
    [after.id, JSON.stringify(gone), JSON.stringify(come), by.at],
  );
  await transaction.query(
    `insert into holding (notice_id, party_id, person_id, sole, since)
     select $1, c.party, c.person, c.sole,
       greatest($3, (select max(h.until) from holding h where h.notice_id = $1 and h.party_id = c.party and c.sole))
     from jsonb_to_recordset($2) as c(party text, person text, sole boolean)
     where not exists (select from holding h
       where h.notice_id = $1 and h.party_id = c.party and h.person_id = c.person and h.until is null)`,
    [after.id, JSON.stringify(come), by.at],
  );
  const entry = (action: string) => (held: Held) => ({
    actor: by.actor,
    action,
    subject: `${after.id}/${held.party}`,
    detail: { decision: by.decisionId, person: held.person },
  });
  return [...gone.map(entry('holder-left')), ...come.map(entry('holder-entered'))];
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
