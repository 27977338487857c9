import { createHash } from 'node:crypto';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { Notice, Person } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { parties, supervisorChain } from '../../domain/notice/roster.ts';
import { appendLog } from '../log.ts';
import type { Pool } from '../pool.ts';
import { inTransaction, type Transaction } from '../transaction.ts';

export interface LoadedNotice {
  noticeId: string;
  /** false where the very same notice was there before. */
  created: boolean;
}

/**
 * Enters a checked notice into the register: its people, posts, units, supervision and processes, in one transaction.
 * @throws Conflict where another text was loaded under the same id: what runs is changed by an amendment, not by loading.
 */
export async function loadNotice(
  pool: Pool,
  input: { notice: Notice; now: Instant; clock: 'live' | 'rehearsal'; actor?: string },
): Promise<LoadedNotice> {
  const { notice, now, clock } = input;
  const content = JSON.stringify(notice);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query<{ id: string }>(
      `insert into notice (id, title, zone, language, content, content_sha256, clock, loaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
      [notice.id, notice.head.title, notice.zone, notice.language, content, sha256, clock, now],
    );
    if (rows.length === 0) return sameOrRefused(transaction, notice.id, sha256);
    await enterPeople(transaction, notice);
    await enterParties(transaction, notice);
    await enterHoldings(transaction, notice, now);
    await enterSupervision(transaction, notice, now);
    await transaction.query(
      `insert into process (notice_id, id, directive, kind, state)
       select $1, p.id, p.directive, p.kind, 'waiting' from jsonb_to_recordset($2) as p(id text, directive text, kind text)`,
      [notice.id, JSON.stringify(processesOf(notice))],
    );
    await appendLog(transaction, notice.id, now, [
      {
        actor: input.actor ?? 'engine',
        action: 'notice-loaded',
        subject: notice.id,
        detail: { sha256 },
      },
    ]);
    return { noticeId: notice.id, created: true };
  });
}

async function sameOrRefused(
  transaction: Transaction,
  noticeId: string,
  sha256: string,
): Promise<LoadedNotice> {
  // the text as it was loaded is still the same notice where a person was erased from it, or an amendment made, since
  const { rowCount } = await transaction.query(
    `select 1 from notice where id = $1 and $2 in (content_sha256, loaded_sha256)
     union all select 1 from notice_version where notice_id = $1 and number = 1 and content_sha256 = $2`,
    [noticeId, sha256],
  );
  if (rowCount !== null && rowCount > 0) return { noticeId, created: false };
  throw new PermanentFailure(
    FAILURES.conflict,
    `another text of the notice ${noticeId} is loaded already; give the new one an id of its own`,
    '/id',
  );
}

const processesOf = (notice: Notice) =>
  notice.directives.flatMap(({ no, processes }) =>
    processes.map(({ id, kind }) => ({ id, kind, directive: no })),
  );

async function enterPeople(transaction: Transaction, notice: Notice): Promise<void> {
  const people: Person[] = [
    ...notice.people.list,
    ...(notice.units?.list.flatMap((unit) => unit.addressees) ?? []),
  ];
  const rows = JSON.stringify(people.map(({ id, name, address }) => ({ id, name, address })));
  await transaction.query(
    `insert into person (notice_id, id) select $1, p.id from jsonb_to_recordset($2) as p(id text)`,
    [notice.id, rows],
  );
  await transaction.query(
    `insert into person_contact (notice_id, person_id, name, address)
     select $1, p.id, p.name, p.address from jsonb_to_recordset($2) as p(id text, name text, address text)`,
    [notice.id, rows],
  );
}

async function enterParties(transaction: Transaction, notice: Notice): Promise<void> {
  await transaction.query(
    `insert into party (notice_id, id, kind, title)
     select $1, p.id, p.kind, p.title from jsonb_to_recordset($2) as p(id text, kind text, title text)`,
    [notice.id, JSON.stringify(parties(notice))],
  );
}

async function enterHoldings(
  transaction: Transaction,
  notice: Notice,
  now: Instant,
): Promise<void> {
  const holdings = [
    ...notice.positions.list.flatMap(({ id, holder }) =>
      holder ? [{ party: id, person: holder, sole: true }] : [],
    ),
    ...(notice.units?.list.flatMap(({ id, addressees }) =>
      addressees.map((person) => ({ party: id, person: person.id, sole: false })),
    ) ?? []),
  ];
  await transaction.query(
    `insert into holding (notice_id, party_id, person_id, sole, since)
     select $1, h.party, h.person, h.sole, $3 from jsonb_to_recordset($2) as h(party text, person text, sole boolean)`,
    [notice.id, JSON.stringify(holdings), now],
  );
}

async function enterSupervision(
  transaction: Transaction,
  notice: Notice,
  now: Instant,
): Promise<void> {
  const lines = parties(notice).flatMap(({ id }) => {
    const supervisor = supervisorChain(notice, id)[0];
    return supervisor === undefined ? [] : [{ party: id, supervisor }];
  });
  await transaction.query(
    `insert into supervision (notice_id, party_id, supervisor_id, since)
     select $1, s.party, s.supervisor, $3 from jsonb_to_recordset($2) as s(party text, supervisor text)`,
    [notice.id, JSON.stringify(lines), now],
  );
}
