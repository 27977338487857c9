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
    columns: ['reason'],
    ofNotice: 'decision_id in (select id from decision where notice_id = $1)',
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
];

/** Deletes the texts to and by a person, and puts the post's title in the place of the name everywhere else. */
export async function eraseFromTexts(
  transaction: Transaction,
  erased: Erased & { reports: boolean },
): Promise<void> {
  const { noticeId, personId, name, reports } = erased;
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
  if (name === null) return;
  for (const place of PLACES) await replaceIn(transaction, place, { ...erased, name });
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
