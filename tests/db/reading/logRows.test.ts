import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { appendLog } from '../../../db/log.ts';
import { listLog, verifyLog } from '../../../db/reading/logRows.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { enterNotice, NOTICE, NOW } from './register.ts';

const register = ownRegister();
beforeAll(async () => {
  await enterNotice(register.pool);
  await inTransaction(register.pool, (transaction) =>
    appendLog(
      transaction,
      NOTICE,
      NOW,
      ['n/p/k', 'n/p/k/a', 'n/p/k2', 'n/p/k/b'].map((subject, at) => ({
        actor: at === 0 ? 'engine' : 'person:ann',
        action: 'letter-written',
        subject,
      })),
    ),
  );
});

test('reads rows in order, by actor and by what they are about or stand below', async () => {
  const seqs = async (filter: object) =>
    (await listLog(register.pool, { noticeId: NOTICE, limit: 100, ...filter })).items.map(
      ({ seq }) => seq,
    );
  expect(await seqs({})).toEqual([1, 2, 3, 4]);
  expect(await seqs({ subject: 'n/p/k' })).toEqual([1, 2, 4]);
  expect(await seqs({ actor: 'person:ann' })).toEqual([2, 3, 4]);
  expect(await seqs({ action: 'other' })).toEqual([]);
  const first = await listLog(register.pool, { noticeId: NOTICE, limit: 3 });
  const second = await listLog(register.pool, {
    noticeId: NOTICE,
    limit: 3,
    cursor: first.next ?? '',
  });
  expect(second).toMatchObject({ items: [{ seq: 4 }], next: null });
});

test('finds the chain whole as the application, and broken where a row was cut off its end', async () => {
  const whole = await verifyLog(register.pool, NOTICE);
  expect(whole).toMatchObject({ rows: 4, firstBreak: null });
  expect(whole.head).toMatch(/^[0-9a-f]{64}$/);
  const owner = new pg.Client({ connectionString: register.ownerUrl });
  await owner.connect();
  await owner.query('alter table log disable trigger log_no_change');
  await owner.query('delete from log where seq = 4');
  await owner.end();
  expect(await verifyLog(register.pool, NOTICE)).toMatchObject({ rows: 3, firstBreak: 4 });
});

test('says of an empty log that it is whole', async () => {
  expect(await verifyLog(register.pool, 'none')).toEqual({ rows: 0, head: null, firstBreak: null });
});
