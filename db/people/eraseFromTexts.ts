import { withoutName } from '../../domain/people/withoutName.ts';
import type { Transaction } from '../transaction.ts';
import type { Erased } from './eraseFromNotice.ts';

/** Where people's words stand: a table, its key, the columns that may name somebody, and how its rows belong to a notice ($1). */
interface Place {
  table: string;
  key: string;
  columns: string[];
  ofNotice: string;
}

const ofSubmission = 'submission_id in (select id from submission where notice_id = $1)';
const PLACES: readonly Place[] = [
  {
    table: 'letter_text',
    key: 'letter_id::text',
    columns: ['document'],
    ofNotice: 'letter_id in (select id from letter where notice_id = $1)',
  },
  { table: 'digest', key: 'period_id', columns: ['draft', 'edited'], ofNotice: 'notice_id = $1' },
  {
    table: 'submission_text',
    key: 'submission_id::text',
    columns: ['body', 'answers'],
    ofNotice: ofSubmission,
  },
  { table: 'attachment', key: 'id::text', columns: ['file_name'], ofNotice: ofSubmission },
  {
    table: 'decision_text',
    key: 'decision_id::text',
    columns: ['reason', 'decided_by'],
    ofNotice: 'decision_id in (select id from decision where notice_id = $1)',
  },
  {
    table: 'waiting_words',
    key: 'decision_id::text',
    columns: ['words'],
    ofNotice: 'notice_id = $1',
  },
  {
    table: 'finding_answer',
    key: "finding_id::text || ' ' || at::text",
    columns: ['body'],
    ofNotice: 'finding_id in (select id from finding where notice_id = $1)',
  },
  {
    table: 'inspection',
    key: 'id::text',
    columns: ['findings', 'inspected_by'],
    ofNotice: 'notice_id = $1',
  },
  {
    table: 'comment_absorbed',
    key: 'id::text',
    columns: ['comment', 'why', 'made_by'],
    ofNotice: 'notice_id = $1',
  },
  { table: 'submission', key: 'id::text', columns: ['key_in_reason'], ofNotice: 'notice_id = $1' },
  { table: 'target_candidate', key: 'id::text', columns: ['name'], ofNotice: 'notice_id = $1' },
  { table: 'notice', key: 'id', columns: ['title'], ofNotice: 'id = $1' },
  { table: 'party', key: 'id', columns: ['title'], ofNotice: 'notice_id = $1' },
  { table: 'process', key: 'id', columns: ['waits_for'], ofNotice: 'notice_id = $1' },
  { table: 'api_token', key: 'id::text', columns: ['label'], ofNotice: 'notice_id = $1' },
  { table: 'cast_act', key: 'id', columns: ['subject', 'outcome'], ofNotice: 'notice_id = $1' },
  // an answer kept for a request sent again does not say of which notice it is
  {
    table: 'idempotency_key',
    key: 'key_sha256',
    columns: ['body'],
    ofNotice: '$1::text is not null',
  },
];

/** Deletes the texts to and by a person, and puts the post's title in the place of the name everywhere else. */
export async function eraseFromTexts(
  transaction: Transaction,
  erased: Erased & { reports: boolean },
): Promise<void> {
  const { noticeId, personId, name, address, reports } = erased;
  await eraseFromInbox(transaction, erased);
  await transaction.query(
    `update letter set state = 'stopped' where notice_id = $1 and person_id = $2 and state = 'queued'`,
    [noticeId, personId],
  );
  await transaction.query(
    `delete from letter_text where letter_id in (select id from letter where notice_id = $1 and person_id = $2)`,
    [noticeId, personId],
  );
  await transaction.query(
    `delete from finding_answer where actor = $2 and finding_id in (select id from finding where notice_id = $1)`,
    [noticeId, `person:${personId}`],
  );
  if (reports) {
    const signed =
      'submission_id in (select id from submission where notice_id = $1 and signed_by = $2)';
    await transaction.query(`delete from submission_text where ${signed}`, [noticeId, personId]);
    await transaction.query(`delete from attachment where ${signed}`, [noticeId, personId]);
  }
  for (const words of [name, address]) {
    if (words === null) continue;
    for (const place of PLACES) await replaceIn(transaction, place, { ...erased, name: words });
  }
}

/** Mail of a rehearsal, while the letters still say whom they name: what went to the person, and whatever names him. */
async function eraseFromInbox(
  transaction: Transaction,
  { noticeId, personId, name, address }: Erased,
): Promise<void> {
  await transaction.query(
    `delete from inbox_message m where m.to_address = $4 or m.message_id in (
       select l.message_id from letter l left join letter_text t on t.letter_id = l.id
       where l.notice_id = $1 and (l.person_id = $2 or position($3 in t.document::text) > 0))`,
    [noticeId, personId, name, address],
  );
}

async function replaceIn(
  transaction: Transaction,
  { table, key, columns, ofNotice }: Place,
  { noticeId, name, replacement }: Erased & { name: string },
): Promise<void> {
  const naming = columns.map((column) => `position($2 in ${column}::text) > 0`).join(' or ');
  const { rows } = await transaction.query<Record<string, unknown> & { key: string }>(
    `select ${key} as key, ${columns.join(', ')} from ${table} where ${ofNotice} and (${naming})`,
    [noticeId, name],
  );
  for (const { key: row, ...texts } of rows) {
    const values = columns.map((column) => {
      const cleaned = withoutName(texts[column], name, replacement);
      return typeof cleaned === 'object' && cleaned !== null ? JSON.stringify(cleaned) : cleaned;
    });
    const set = columns.map((column, at) => `${column} = $${at + 3}`).join(', ');
    await transaction.query(`update ${table} set ${set} where ${ofNotice} and ${key} = $2`, [
      noticeId,
      row,
      ...values,
    ]);
  }
}
