import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import type { DecisionResult } from '../../contracts/messages.ts';
import { type Deciding, decidedBefore, recordDecision } from '../decisions/recordDecision.ts';
import { appendLog } from '../log.ts';
import type { Pool, Queryable } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { announceErasure } from './erasedNames.ts';
import { eraseFromNotice } from './eraseFromNotice.ts';
import { eraseFromTexts } from './eraseFromTexts.ts';

export interface EraseInput extends Deciding {
  personId: string;
  decision: {
    reason: string;
    /** the reports that the person signed, with their files, too; without it they stay as the committee's record */
    reports: boolean;
  };
}

/**
 * Erases a person: name and address, the letters' texts to them, their answers to findings, and their name wherever the
 * engine or anybody wrote it (the notice and its earlier texts, digests, letters to others, reasons, reports), where the
 * title of their post takes its place. What they held, owed, handed in and when stays, under an id that is a post's and
 * not a name's; the log holds ids and stays true. A namesake's name in a text cannot be told apart and goes with it.
 * @throws NotFound, Conflict where the person was erased before
 */
export async function erasePerson(pool: Pool, input: EraseInput): Promise<DecisionResult> {
  const { decisionId, noticeId, personId, actor, at, decision } = input;
  const { name, address, title: replacement, erasedAt } = await readPerson(pool, input);
  const erased = { noticeId, personId, name, address, replacement };
  if (erasedAt === null) await announceErasure(pool, erased);
  return inTransaction(pool, async (transaction) => {
    const person = await readPerson(transaction, input, 'for no key update of p');
    if (await decidedBefore(transaction, input, 'erase-person')) return { decisionId };
    if (person.erasedAt !== null) {
      const why = `nothing was changed: ${personId} was erased at ${person.erasedAt}`;
      throw new PermanentFailure(FAILURES.conflict, why);
    }
    const decided = await recordDecision(transaction, input, {
      kind: 'erase-person',
      subject: personId,
      reason: decision.reason,
      detail: { reports: decision.reports },
    });
    const hashes = await eraseFromNotice(transaction, erased);
    await eraseFromTexts(transaction, { ...erased, reports: decision.reports });
    await transaction.query('delete from person_contact where notice_id = $1 and person_id = $2', [
      noticeId,
      personId,
    ]);
    await transaction.query(
      'update person set erased_at = $3, link_generation = link_generation + 1 where notice_id = $1 and id = $2',
      [noticeId, personId, at],
    );
    await transaction.query(
      `update api_token set revoked_at = coalesce(revoked_at, clock_timestamp()), label = $2
       where notice_id = $1 and person_id = $2`,
      [noticeId, personId],
    );
    await appendLog(transaction, noticeId, at, [
      decided,
      {
        actor: actor.id,
        action: 'person-erased',
        subject: personId,
        detail: { decision: decisionId, ...hashes },
      },
    ]);
    return { decisionId };
  });
}

interface Person {
  name: string | null;
  address: string | null;
  /** of the post held last */
  title: string;
  erasedAt: string | null;
}

async function readPerson(
  queryable: Queryable,
  { noticeId, personId }: EraseInput,
  lock = '',
): Promise<Person> {
  const { rows } = await queryable.query<Person>(
    `select c.name, c.address, p.erased_at as "erasedAt", coalesce((
       select a.title from holding h join party a on a.notice_id = h.notice_id and a.id = h.party_id
       where h.notice_id = p.notice_id and h.person_id = p.id order by h.until desc nulls first, h.since desc, a.id limit 1), p.id) as title
     from person p left join person_contact c on c.notice_id = p.notice_id and c.person_id = p.id
     where p.notice_id = $1 and p.id = $2 ${lock}`,
    [noticeId, personId],
  );
  const person = rows[0];
  if (person) return person;
  throw new PermanentFailure(FAILURES.notFound, `nobody in ${noticeId} is ${personId}`);
}
