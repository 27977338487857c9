import { randomUUID } from 'node:crypto';
import type { LetterDocument } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { queueLetters } from '../../db/letters/queueLetters.ts';
import { appendLog } from '../../db/log.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import type { Pool } from '../../db/pool.ts';
import { inTransaction } from '../../db/transaction.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { type LaneOptions, lanesOf } from '../../post/lanes.ts';
import { type LivingOffice, openOffice } from '../../post/livingOffice.ts';
import { ServerTrouble } from '../../post/serverTrouble.ts';
import { openTransport } from '../../post/transport.ts';
import { head } from '../letters/samples/facts.ts';
import { samples } from '../letters/samples/samples.ts';
import { smallCommittee } from '../support/smallCommittee.ts';

export const NOW = '2020-12-14T01:00:00.000Z';
export const remind: LetterDocument = composeLetter('remind', samples.remind, head);

/** A notice of its own with an empty outbox. */
export async function loadOutbox(
  pool: Pool,
  clock: 'live' | 'rehearsal' = 'live',
): Promise<string> {
  const id = `o-${randomUUID().slice(0, 8)}`;
  await loadNotice(pool, { notice: smallCommittee(id), now: '2020-11-11T03:00:00.000Z', clock });
  return id;
}

/** A person of the notice with such an address; null: none. */
export async function addPerson(
  pool: Pool,
  noticeId: string,
  address: string | null,
): Promise<string> {
  const id = `p-${randomUUID().slice(0, 8)}`;
  await pool.query('insert into person (notice_id, id) values ($1, $2)', [noticeId, id]);
  await pool.query(
    'insert into person_contact (notice_id, person_id, name, address) values ($1, $2, $3, $4)',
    [noticeId, id, 'Trưởng phòng Kinh tế và Hạ tầng', address],
  );
  return id;
}

/** Queues a reminder to somebody with such an address. @returns the letter's id */
export async function queueTo(
  pool: Pool,
  noticeId: string,
  address: string | null,
  over: { notBefore?: Instant; document?: LetterDocument } = {},
): Promise<string> {
  const personId = await addPerson(pool, noticeId, address);
  const { notBefore = NOW, document = remind } = over;
  const letter = {
    key: `remind/${noticeId}/${personId}`,
    kind: 'remind' as const,
    personId,
    periodId: null,
    obligations: [],
    notBefore,
    document,
  };
  const entries = await inTransaction(pool, async (transaction) => {
    const written = await queueLetters(transaction, { noticeId, now: NOW, letters: [letter] });
    await appendLog(transaction, noticeId, NOW, written);
    return written;
  });
  return entries[0]?.subject ?? '';
}

/** What an office needs to send by this server; the time stands still at NOW. */
export function officeFor(
  pool: Pool,
  url: string,
  over: Partial<LaneOptions> = {},
): LaneOptions & { said: string[] } {
  const said: string[] = [];
  return {
    pool,
    transport: openTransport({ url }),
    mail: {
      url,
      from: 'Văn phòng NTM <van-phong@example.test>',
      replyTo: 'chanh-van-phong@example.test',
    },
    linkSecret: 'a secret of the tests',
    baseUrl: 'https://dondoc.example.test',
    now: async () => NOW,
    say: (line) => said.push(line),
    signal: new AbortController().signal,
    said,
    ...over,
  };
}

/** Lets an office send until nothing is left that it may send. */
export async function drain(
  options: LaneOptions,
  office: LivingOffice,
  trouble: ServerTrouble,
): Promise<void> {
  const lanes = lanesOf(options, office, trouble);
  lanes.open();
  await lanes.rest();
}

/** Sends what is due, once, as one office. @returns with what, and what was said on the way */
export async function sendDue(pool: Pool, url: string, over: Partial<LaneOptions> = {}) {
  const options = officeFor(pool, url, over);
  const office = openOffice(pool);
  try {
    await drain(options, office, new ServerTrouble(options.say));
  } finally {
    await office.close();
    options.transport.close();
  }
  return options;
}

/** A letter as the register has it. */
export async function letterRow(pool: Pool, id: string) {
  const { rows } = await pool.query<{
    state: string;
    attempts: number;
    failure: string | null;
    sent_at: Instant | null;
    bytes_sha256: string | null;
    claimed_by: string | null;
    retry_in: number | null;
    message_id: string;
  }>(
    `select state, attempts, failure, sent_at, bytes_sha256, claimed_by, message_id,
       round(extract(epoch from retry_at - clock_timestamp()))::int as retry_in from letter where id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new Error(`no letter ${id}`);
  return row;
}

/** Its attempts in order, as 'outcome answer'. */
export async function attemptsOf(pool: Pool, id: string): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select outcome || ' ' || answer as line from letter_attempt where letter_id = $1 order by attempt`,
    [id],
  );
  return rows.map(({ line }) => line);
}

/** What the log says of it. */
export async function logOf(pool: Pool, id: string) {
  const { rows } = await pool.query<{ action: string; detail: Record<string, unknown> }>(
    'select action, detail from log where subject = $1 order by seq',
    [id],
  );
  return rows;
}

/** Lets the machine's waiting time before the next attempt be over. */
export const waitIsOver = (pool: Pool, id: string) =>
  pool.query(`update letter set retry_at = clock_timestamp() - interval '1 second' where id = $1`, [
    id,
  ]);
