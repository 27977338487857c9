import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recordDecision } from '../../../db/decisions/recordDecision.ts';
import {
  dropWords,
  forgetOldWords,
  keepWords,
  readWords,
} from '../../../db/decisions/waitingWords.ts';
import { erasePerson } from '../../../db/people/erasePerson.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { openCommittee } from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openCommittee(register.pool));

const deciding = (decisionId: string) => ({
  decisionId,
  noticeId: committee.id,
  actor: { id: 'token:1', capacity: 'head' },
  at: '2020-12-15T03:00:00.000Z',
});
const keep = (decisionId: string, reason: string) =>
  keepWords(register.pool, { decisionId, noticeId: committee.id, words: { reason } });

test('words wait under the decision’s id, and those that came first stay', async () => {
  const id = randomUUID();
  await keep(id, 'Chờ số liệu của xã');
  await keep(id, 'Lý do khác');
  expect(await readWords(register.pool, id)).toEqual({ reason: 'Chờ số liệu của xã' });
});

test('a decision that was taken before is read with the reason on record', async () => {
  const id = randomUUID();
  const record = { kind: 'extend', subject: committee.id, reason: 'Đã ghi', detail: {} } as const;
  await inTransaction(register.pool, (transaction) =>
    recordDecision(transaction, deciding(id), record),
  );
  expect(await readWords(register.pool, id)).toEqual({ reason: 'Đã ghi' });
  await keep(id, 'Đang chờ');
  await dropWords(register.pool, id);
  expect(await readWords(register.pool, id)).toEqual({ reason: 'Đã ghi' });
});

test('a decision without words anywhere is no decision', async () => {
  const id = randomUUID();
  await expect(readWords(register.pool, id)).rejects.toThrow(
    `no words wait for the decision ${id}`,
  );
});

test('words that nobody asked for again are forgotten after thirty days, others stay', async () => {
  const [old, young] = [randomUUID(), randomUUID()];
  await keep(old, 'Cũ');
  await keep(young, 'Mới');
  await register.pool.query(
    `update waiting_words set kept_at = clock_timestamp() - interval '31 days' where decision_id = $1`,
    [old],
  );
  await forgetOldWords(register.pool);
  await expect(readWords(register.pool, old)).rejects.toThrow('no words wait');
  expect(await readWords(register.pool, young)).toEqual({ reason: 'Mới' });
});

test('a person who is erased is erased from words that wait', async () => {
  const id = randomUUID();
  await keep(id, 'Name of p-binh đi công tác');
  await erasePerson(register.pool, {
    ...deciding(randomUUID()),
    personId: 'p-binh',
    decision: { reason: 'Theo đề nghị', reports: false },
  });
  expect((await readWords(register.pool, id)).reason).not.toContain('Name of p-binh');
});
