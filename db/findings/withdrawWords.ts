import type { ReversedBy, WordsWithdrawn } from '../../contracts/reversal.ts';
import { type NewLetter, queueLetters } from '../letters/queueLetters.ts';
import { lettersStopped } from '../letters/stopLetters.ts';
import type { LogEntry } from '../log.ts';
import type { Transaction } from '../transaction.ts';

/** Writes the letters to those who had got the words of findings that are reversed. */
export type ComposeReversed = (
  withdrawn: readonly WordsWithdrawn[],
  by: ReversedBy,
) => readonly NewLetter[];

/**
 * Takes back the words of findings that a decision, entered before, has just reversed: a letter with them that waits to
 * go out, or to go out again, is stopped, and whoever may have got one is told. The post office's own step on a letter is
 * waited for, so that none is missed by both.
 * @returns rows for the log
 */
export async function withdrawWords(
  transaction: Transaction,
  findingIds: readonly string[],
  { decisionId, compose }: { decisionId: string; compose: ComposeReversed },
): Promise<LogEntry[]> {
  if (findingIds.length === 0) return [];
  const { rows: letters } = await transaction.query<{ id: string }>(LOCK, [findingIds]);
  if (letters.length === 0) return [];
  const { rows: told } = await transaction.query<WordsWithdrawn>(TOLD, [findingIds]);
  const { rows: stopped } = await transaction.query<{ id: string }>(
    `update letter set state = 'stopped' where id = any($1) and state in ('queued', 'uncertain') returning id`,
    [letters.map(({ id }) => id)],
  );
  const entries = lettersStopped(stopped);
  if (told.length === 0) return entries;
  const { noticeId, ...by } = await readDecision(transaction, decisionId);
  const input = { noticeId, now: by.at, letters: compose(told, { decisionId, ...by }) };
  return [...entries, ...(await queueLetters(transaction, input))];
}

async function readDecision(
  transaction: Transaction,
  decisionId: string,
): Promise<Omit<ReversedBy, 'decisionId'> & { noticeId: string }> {
  const { rows } = await transaction.query<Omit<ReversedBy, 'decisionId'> & { noticeId: string }>(
    `select notice_id as "noticeId", capacity, at, kind = 'key-in' or capacity = 'engine' as "wasInHand"
     from decision where id = $1`,
    [decisionId],
  );
  const [decision] = rows;
  if (decision) return decision;
  throw new Error(`the decision ${decisionId} is entered before what it reverses`);
}

// an obligation has a finding for each due time that was missed: a letter's key names its own (`releasedLetterKey`)
const IS_ABOUT = "starts_with(l.key, 'finding-released/' || f.id || '/')";

// in one order, as whoever else stops letters does
const LOCK = `
select l.id from letter l
where l.kind = 'finding-released' and l.id in (
  select lo.letter_id from letter_obligation lo join finding f on f.obligation_id = lo.obligation_id
  where f.id = any($1) and ${IS_ABOUT})
order by l.id for no key update of l`;

// by who got the letter, whoever holds the post now; one that failed or came back told nobody anything
const TOLD = `
select distinct on (f.id, l.person_id) f.id as "findingId", l.person_id as "personId", coalesce(c.name, p.title) as name,
  o.id as "obligationId", o.process_id as "processId", o.period_id as "periodId", d.key as "periodKey", o.deliverable,
  p.title as capacity, f.last_day as "lastDay"
from finding f
join obligation o on o.id = f.obligation_id
join period d on d.id = o.period_id
join party p on p.notice_id = o.notice_id and p.id = o.party_id
join letter_obligation lo on lo.obligation_id = o.id
join letter l on l.id = lo.letter_id and l.kind = 'finding-released' and ${IS_ABOUT} and l.state in ('sending', 'sent', 'uncertain')
join person_contact c on c.notice_id = l.notice_id and c.person_id = l.person_id and c.address is not null
where f.id = any($1) order by f.id, l.person_id`;
