// Longer than most: one person is erased from every place that can hold words, and each test needs all of them filled.

import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { FAILURES } from '../../../contracts/failures.ts';
import { keepAmendment } from '../../../db/amendments/textInForce.ts';
import { excuse } from '../../../db/decisions/excuse.ts';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { loadNotice } from '../../../db/notices/loadNotice.ts';
import { readNotice } from '../../../db/notices/readNotice.ts';
import { forgetErasedNames } from '../../../db/people/erasedNames.ts';
import { erasePerson } from '../../../db/people/erasePerson.ts';
import type { Pool } from '../../../db/pool.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction, type Transaction } from '../../../db/transaction.ts';
import { withoutName } from '../../../domain/people/withoutName.ts';
import { freshDatabase } from '../../support/database.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { DECEMBER, letter, openCommittee, recordFinding, report } from '../../support/register.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';
import { openRunningNotice } from '../amendments/runningNotice.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));

const NAME = 'Name of p-binh';
const ADDRESS = 'p-binh@example.test';
interface Erasing {
  person?: string;
  reports?: boolean;
  decisionId?: string;
  noticeId?: string;
  pool?: Pool;
}
const erase = (over: Erasing = {}) =>
  erasePerson(over.pool ?? register.pool, {
    decisionId: over.decisionId ?? randomUUID(),
    noticeId: over.noticeId ?? committee.id,
    personId: over.person ?? 'p-binh',
    actor: { id: 'token:1', capacity: 'admin' },
    at: '2020-12-17T03:00:00.000Z',
    decision: { reason: 'Asked for by law.', reports: over.reports ?? false },
  });

/** Writes the name wherever the register may hold it: letters, digest, reason, answer, report. */
async function nameEverywhere(): Promise<void> {
  const { pool } = register;
  const document = { ...letter('round', 'p-chair', [], DECEMBER.chair).document };
  const named = { ...document, blocks: [{ type: 'text' as const, text: `Chưa có: ${NAME}.` }] };
  await inTransaction(pool, (transaction) =>
    queueLetters(transaction, {
      noticeId: committee.id,
      now: DECEMBER.chair,
      letters: [
        {
          ...letter('round', 'p-chair', [], DECEMBER.chair),
          key: `round/${committee.id}`,
          document: named,
        },
        {
          ...letter('prompt', 'p-binh', [committee.owed('binh')], DECEMBER.prompt),
          document: named,
        },
      ],
    }),
  );
  const finding = await recordFinding(pool, committee, committee.owed('binh'));
  await pool.query(
    `insert into finding_answer (finding_id, at, actor, body) values ($1, $2, 'person:p-binh', 'Tôi ốm.')`,
    [finding, DECEMBER.chair],
  );
  await pool.query(
    'insert into digest (period_id, notice_id, drafted_at, draft) values ($1, $2, $3, $4)',
    [committee.period, committee.id, DECEMBER.chair, JSON.stringify({ holder: NAME })],
  );
  await takeSubmission(
    pool,
    report(committee, 'binh', 'p-binh', DECEMBER.remind, { body: `Báo cáo của ${NAME}` }),
  );
  await excuse(pool, {
    decisionId: randomUUID(),
    noticeId: committee.id,
    actor: { id: 'person:p-office', capacity: 'office' },
    at: DECEMBER.remind,
    decision: {
      obligations: [committee.owed('ana')],
      ground: 'leave',
      reason: `Theo đề nghị của ${NAME}`,
    },
    compose: () => [],
    composeReversed: () => [],
  });
}

test('name and address are gone from every text; the title of the post stands in the name’s place', async () => {
  await nameEverywhere();
  await erase();
  // other committees of this file have people of the same names: theirs stay
  const { rows } = await register.pool.query<{ text: string }>(
    `select coalesce(string_agg(x, ' '), '') as text from (
       select content::text as x from notice where id = $1
       union all select c::text from person_contact c where notice_id = $1
       union all select t.document::text from letter_text t join letter l on l.id = t.letter_id where l.notice_id = $1
       union all select g.draft::text from digest g where notice_id = $1
       union all select t.reason from decision_text t join decision d on d.id = t.decision_id where d.notice_id = $1
       union all select t.body from submission_text t join submission s on s.id = t.submission_id where s.notice_id = $1
       union all select detail::text from log where notice_id = $1) all_texts`,
    [committee.id],
  );
  const text = rows[0]?.text ?? '';
  expect(text).not.toContain(NAME);
  expect(text).not.toContain(ADDRESS);
  expect(text).toContain('Chưa có: Title of binh.');
  expect(text).toContain('Theo đề nghị của Title of binh');
  expect(text).toContain('Báo cáo của Title of binh');
});

/** The columns that `nameInEveryTable` writes to. */
const NAMING = [
  'amendment.content',
  'api_token.label',
  'cast_act.outcome',
  'cast_act.subject',
  'comment_absorbed.comment',
  'comment_absorbed.made_by',
  'comment_absorbed.why',
  'decision_text.decided_by',
  'decision_text.reason',
  'digest.draft',
  'digest.edited',
  'finding_answer.body',
  'idempotency_key.body',
  'inbox_message.raw',
  'inspection.findings',
  'inspection.inspected_by',
  'letter_text.document',
  'notice.content',
  'notice.title',
  'notice_version.content',
  'party.title',
  'person_contact.name',
  'process.waits_for',
  'submission.key_in_reason',
  'submission_text.answers',
  'submission_text.body',
  'target_candidate.name',
];

/** Writes the name, and the address where somebody may, into every column that takes people's words. */
async function nameInEveryTable(pool: Pool): Promise<string> {
  const running = await openRunningNotice(pool);
  const words = `Đồng chí ${NAME} <${ADDRESS}>`;
  const at = DECEMBER.chair;
  const write = (sql: string, ...values: unknown[]) =>
    pool.query(sql, [running.id, ...values]).then(({ rowCount }) => expect(rowCount).toBe(1));
  const period = await running.open('reports', '2020-12-14', DECEMBER.prompt);
  const amended = await running.edited((file) => {
    file.head.title = `Kết luận, có ${NAME}`;
  });
  await running.amend(amended, DECEMBER.remind); // one text in force, one replaced, one asked for
  await keepAmendment(pool, {
    decisionId: randomUUID(),
    noticeId: running.id,
    notice: amended,
    amends: 'a'.repeat(64),
    at,
  });
  await write(`update notice set title = $2 where id = $1`, words);
  await write(`update party set title = $2 where notice_id = $1 and id = 'ana'`, words);
  await write(`update process set waits_for = $2 where notice_id = $1 and id = 'waiting'`, words);
  await write(
    `update decision_text t set decided_by = $2, reason = $2 from decision d where d.id = t.decision_id and d.notice_id = $1`,
    words,
  );
  await write(
    `insert into comment_absorbed (id, notice_id, process_id, made_by, comment, absorbed, why, recorded_by, recorded_at, answered_by, answered_at)
     values (gen_random_uuid(), $1, 'directive', $2, $2, false, $2, 'token:1', $3, 'token:1', $3)`,
    words,
    at,
  );
  await write(
    `insert into target_candidate (id, notice_id, process_id, target_id, name, state, since, recorded_by, recorded_at)
     values (gen_random_uuid(), $1, 'directive', 'villages', $2, 'prepared', '2020-12-01', 'token:1', $3)`,
    words,
    at,
  );
  await write(
    `insert into inspection (id, notice_id, party_id, inspected_on, inspected_by, findings, recorded_by, recorded_at)
     values (gen_random_uuid(), $1, 'ana', '2020-12-01', $2, $2, 'token:1', $3)`,
    words,
    at,
  );
  await write(
    'insert into digest (period_id, notice_id, drafted_at, draft, edited) values ($2, $1, $4, $3, $3)',
    period,
    JSON.stringify({ holder: words }),
    at,
  );
  await write(
    `insert into cast_act (id, notice_id, actor, act, subject, at, outcome) values ('act', $1, 'p-office', 'hand over', $2, $3, $4)`,
    JSON.stringify({ holder: { name: NAME, address: ADDRESS } }),
    at,
    words,
  );
  for (const [label, revoked] of [
    [`Token of ${NAME}`, null],
    [`Old token of ${NAME}`, at],
  ]) {
    await write(
      `insert into api_token (id, token_sha256, label, role, notice_id, person_id, expires_at, revoked_at)
       values (gen_random_uuid(), md5($2), $2, 'party', $1, 'p-binh', now(), $3)`,
      label,
      revoked,
    );
  }
  await pool.query(
    `insert into idempotency_key (key_sha256, request_sha256, status, body) values ('k', 'r', 201, $1)`,
    [JSON.stringify({ name: words })],
  );
  const letters = [
    letter('round', 'p-chair', [], at),
    letter('prompt', 'p-binh', [`${period}/binh`], at),
  ].map((one) => ({
    ...one,
    key: `${one.key}/${running.id}`,
    document: { ...one.document, subject: words },
  }));
  await inTransaction(pool, (transaction) =>
    queueLetters(transaction, { noticeId: running.id, now: at, letters }),
  );
  await pool.query(
    `insert into inbox_message (to_address, from_address, subject, message_id, raw)
     select case person_id when 'p-binh' then $2 else 'p-chair@example.test' end, 'office@example.test', 'x', message_id, convert_to($3, 'UTF8')
     from letter where notice_id = $1 union all select 'p-ana@example.test', 'office@example.test', 'about others', '<other@x>', 'no names'`,
    [running.id, ADDRESS, words],
  );
  await takeSubmission(pool, {
    ...report(committee, 'binh', 'p-binh', DECEMBER.remind, {
      body: words,
      answers: { results: words },
    }),
    noticeId: running.id,
    obligationIds: [`${period}/binh`],
  });
  await write('update submission set key_in_reason = $2 where notice_id = $1', words);
  const finding = await recordFinding(pool, running, `${period}/ana`);
  await pool.query(
    `insert into finding_answer (finding_id, at, actor, body) values ($1, $2, 'person:p-ana', $3)`,
    [finding, at, words],
  );
  return running.id;
}

/** Every column of every table, whatever its type, in which some words stand. */
async function columnsWith(pool: Pool, words: string): Promise<string[]> {
  const { rows: columns } = await pool.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema = 'public'`,
  );
  const holding: string[] = [];
  for (const { table, column, type } of columns) {
    const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const needle = type === 'bytea' ? `encode(convert_to($1, 'UTF8'), 'escape')` : '$1';
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from "${table}" where position(${needle} in ${text}) > 0`,
      [words],
    );
    if ((rows[0]?.n ?? 0) > 0) holding.push(`${table}.${column}`);
  }
  return holding;
}

test('no column of any table holds the name or the address afterwards, wherever they stood', async () => {
  const own = await freshDatabase();
  try {
    const noticeId = await nameInEveryTable(own.pool);
    expect((await columnsWith(own.pool, NAME)).sort()).toEqual(NAMING);
    await erase({ noticeId, pool: own.pool });
    // known for an hour, to be taken out of what is being written meanwhile
    expect(await columnsWith(own.pool, NAME)).toEqual(['erased_name.words']);
    expect(await forgetErasedNames(own.pool)).toBe(0);
    await own.pool.query(`update erased_name set forget_at = clock_timestamp()`);
    expect(await forgetErasedNames(own.pool)).toBe(2);
    expect(await columnsWith(own.pool, NAME)).toEqual([]);
    expect(await columnsWith(own.pool, ADDRESS)).toEqual([]);
    const { rows } = await own.pool.query('select to_address as "to" from inbox_message');
    expect(rows).toEqual([{ to: 'p-ana@example.test' }]);
  } finally {
    await own.close();
  }
});

describe('a letter composed before an erasure keeps no name', () => {
  const write = (transaction: Transaction) => {
    const plain = letter('round', 'p-chair', [], DECEMBER.chair);
    const named = { ...plain.document, subject: `${NAME} <${ADDRESS}>` };
    const letters = [{ ...plain, key: `round/${committee.id}`, document: named }];
    return queueLetters(transaction, { noticeId: committee.id, now: DECEMBER.chair, letters });
  };
  const written = async () => {
    const { rows } = await register.pool.query(
      `select t.document->>'subject' as subject from letter_text t join letter l on l.id = t.letter_id where l.notice_id = $1`,
      [committee.id],
    );
    return rows;
  };
  const CLEANED = [{ subject: 'Title of binh <Title of binh>' }];

  test('where it is written after it', async () => {
    await erase();
    await inTransaction(register.pool, write);
    expect(await written()).toEqual(CLEANED);
  });

  test('where its transaction is still open as the erasure comes', async () => {
    const erasing = await inTransaction(register.pool, async (transaction) => {
      await write(transaction);
      const started = { decided: erase() };
      await expect.poll(() => waitingForLock(register.pool)).toBe(1);
      return started;
    });
    await erasing.decided;
    expect(await written()).toEqual(CLEANED);
  });

  test('and whoever holds a row that the erasure needs is not waited for in a ring', async () => {
    await inTransaction(register.pool, write);
    const erasing = await inTransaction(register.pool, async (transaction) => {
      await transaction.query(
        'select 1 from letter_text t join letter l on l.id = t.letter_id where l.notice_id = $1 for update of t',
        [committee.id],
      );
      const started = { decided: erase() };
      await expect.poll(() => waitingForLock(register.pool)).toBe(1);
      await write(transaction);
      return started;
    });
    await erasing.decided;
    expect(await written()).toEqual(CLEANED);
  });
});

/** How many connections to this database wait for a lock that another holds. */
async function waitingForLock(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.n ?? 0;
}

test('the record and the log stay true', async () => {
  await nameEverywhere();
  const count = async () => {
    const { rows } = await register.pool.query(
      `select (select count(*) from obligation where notice_id = $1) as owed, (select count(*) from submission where notice_id = $1) as handed_in,
         (select count(*) from letter where notice_id = $1) as letters, (select count(*) from finding where notice_id = $1) as found`,
      [committee.id],
    );
    return rows[0];
  };
  const before = await count();
  await erase();
  expect(await count()).toEqual(before);
  const { rows } = await register.pool.query('select log_first_break($1) as at', [committee.id]);
  expect(rows).toEqual([{ at: null }]);
});

test('letters to the person lose their texts, and their answers go; reports stay unless they are to go too', async () => {
  await nameEverywhere();
  const texts = async () => {
    const { rows } = await register.pool.query(
      `select (select count(*)::int from letter_text t join letter l on l.id = t.letter_id where l.notice_id = $1 and l.person_id = 'p-binh') as letters,
         (select count(*)::int from finding_answer a join finding f on f.id = a.finding_id where f.notice_id = $1) as answers,
         (select count(*)::int from submission_text t join submission s on s.id = t.submission_id where s.notice_id = $1) as reports`,
      [committee.id],
    );
    return rows[0];
  };
  await erase();
  expect(await texts()).toEqual({ letters: 0, answers: 0, reports: 1 });
});

test('where the reports are to go too, they go', async () => {
  await takeSubmission(register.pool, report(committee, 'binh', 'p-binh', DECEMBER.remind));
  await erase({ reports: true });
  const { rowCount } = await register.pool.query(
    'select 1 from submission_text t join submission s on s.id = t.submission_id where s.notice_id = $1',
    [committee.id],
  );
  expect(rowCount).toBe(0);
});

test('every reader sees the cleaned notice at once, and the file that was loaded is still the same notice', async () => {
  await readNotice(register.pool, committee.id); // it is in memory now
  await erase();
  const { notice } = await readNotice(register.pool, committee.id);
  expect(notice.people.list.find(({ id }) => id === 'p-binh')).toEqual({
    id: 'p-binh',
    name: 'Title of binh',
  });
  const again = {
    notice: smallCommittee(committee.id),
    now: DECEMBER.chair,
    clock: 'live' as const,
  };
  expect(await loadNotice(register.pool, again)).toEqual({
    noticeId: committee.id,
    created: false,
  });
});

test('the file that was loaded is still the same notice after an amendment and an erasure', async () => {
  const running = await openRunningNotice(register.pool);
  const amended = await running.edited((file) => {
    file.head.title = 'Kết luận, đã sửa';
  });
  await running.amend(amended, DECEMBER.remind);
  await erase({ noticeId: running.id });
  const again = { notice: running.loaded, now: DECEMBER.chair, clock: 'live' as const };
  expect(await loadNotice(register.pool, again)).toMatchObject({ created: false });
});

test('once for its id; a second time and for a stranger it is refused', async () => {
  const decisionId = randomUUID();
  await erase({ decisionId });
  await erase({ decisionId });
  await expect(erase()).rejects.toMatchObject({ failure: FAILURES.conflict });
  await expect(erase({ person: 'p-nobody' })).rejects.toMatchObject({ failure: FAILURES.notFound });
});

test('a name is taken out as a word of its own, and never out of a longer one', () => {
  expect(withoutName({ a: ['đồng chí An vắng', 'xã An Nông', 'Thành An.'] }, 'An', 'X')).toEqual({
    a: ['đồng chí X vắng', 'xã X Nông', 'Thành X.'],
  });
  expect(withoutName('Ánh, Anh, Ann', 'An', 'X')).toBe('Ánh, Anh, Ann');
  expect(withoutName('a (b) $& c', '(b)', '$&')).toBe('a $& $& c');
});
