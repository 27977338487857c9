import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FAILURES } from '../../../contracts/failures.ts';
import { excuse } from '../../../db/decisions/excuse.ts';
import { queueLetters } from '../../../db/letters/queueLetters.ts';
import { loadNotice } from '../../../db/notices/loadNotice.ts';
import { readNotice } from '../../../db/notices/readNotice.ts';
import { erasePerson } from '../../../db/people/erasePerson.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { withoutName } from '../../../domain/people/withoutName.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  type Committee,
  DECEMBER,
  letter,
  openCommittee,
  recordFinding,
  report,
} from '../../support/register.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

let register: FreshDatabase;
let committee: Committee;
beforeAll(async () => {
  register = await freshDatabase();
});
afterAll(() => register.close());
beforeEach(async () => {
  committee = await openCommittee(register.pool);
});

const NAME = 'Name of p-binh';
const ADDRESS = 'p-binh@example.test';
const erase = (over: { person?: string; reports?: boolean; decisionId?: string } = {}) =>
  erasePerson(register.pool, {
    decisionId: over.decisionId ?? randomUUID(),
    noticeId: committee.id,
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
