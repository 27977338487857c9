import { Client, Connection, ServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../api/problems/problem.ts';
import { refusalOf, temporalProcessGateway } from '../../api/processGateway.ts';
import { FAILURES, PermanentFailure } from '../../contracts/failures.ts';
import { UPDATES } from '../../contracts/messages.ts';
import { readWords } from '../../db/decisions/waitingWords.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

describe('what Temporal throws', () => {
  test.each(Object.values(FAILURES))('is the same permanent failure: %s', (name) => {
    const thrown = ApplicationFailure.nonRetryable('nothing was decided', name);
    const inActivity = new ActivityFailure(
      'failed',
      'extend',
      '1',
      'NON_RETRYABLE_FAILURE',
      'w',
      thrown,
    );
    for (const cause of [thrown, inActivity]) {
      const failure = refusalOf(new WorkflowUpdateFailedError('refused', cause), 'the period');
      expect(failure).toBeInstanceOf(PermanentFailure);
      expect(failure).toMatchObject({ failure: name, message: 'nothing was decided' });
    }
  });

  test('is a conflict where the workflow has ended', () => {
    const gone = new WorkflowNotFoundError('not found', 'n/p/k', undefined);
    expect(refusalOf(gone, 'the period')).toMatchObject({
      failure: FAILURES.conflict,
      message: 'the period is closed, or its workflow has not been started yet',
    });
  });

  test('stays what it is where nobody foresaw it', () => {
    const odd = new Error('odd');
    expect(refusalOf(odd, 'the period')).toBe(odd);
    const failed = new WorkflowUpdateFailedError('x', ApplicationFailure.retryable('y', 'Odd'));
    expect(refusalOf(failed, 'the period')).toBe(failed);
  });

  test('is "unavailable" where the server is not reached', () => {
    const cause = Object.assign(new Error('14 UNAVAILABLE'), {
      code: 14,
      details: '',
      metadata: {},
    });
    const failure = refusalOf(new ServiceError('Failed to signal', { cause }), 'the notice');
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ problem: 'unavailable', retryAfterSeconds: 10 });
  });
});

describe('with Temporal away', () => {
  let register: FreshDatabase;
  let connection: Connection;
  beforeAll(async () => {
    register = await freshDatabase();
    await register.pool.query(
      `insert into notice (id, title, zone, language, content, content_sha256, clock, loaded_at, state, started_at)
       values ('n', 'A notice', 'Asia/Ho_Chi_Minh', 'vi', '{}', repeat('0', 64), 'rehearsal', now(), 'running', now())`,
    );
    await register.pool.query(
      `insert into rehearsal values ('n', '2020-11-30T00:00:00Z', 1, '2020-12-31T00:00:00Z', 'standing')`,
    );
    connection = Connection.lazy({ address: '127.0.0.1:1' });
  });
  afterAll(async () => {
    await connection.close();
    await register.close();
  });

  test('says so, and leaves nobody in the rehearsal’s roll-call waiting for an answer', async () => {
    const { pool } = register;
    const gateway = temporalProcessGateway({
      client: new Client({ connection }),
      pool,
      answerWithinMs: 500,
    });
    expect(await gateway.reachable()).toBe(false);
    await expect(gateway.startProcesses('n', ['p'])).rejects.toMatchObject({
      problem: 'unavailable',
    });
    expect((await pool.query('select * from clock_wait')).rows).toEqual([]);

    await pool.query(`insert into clock_wait (workflow_id, notice_id) values ('n/p/k', 'n')`);
    const decisionId = '5b0f2f6e-58f6-4a8b-8a3e-2f5a9d7c1b11';
    const decision = { dueDate: '2020-12-02', reason: 'Đi công tác' };
    const update = gateway.update('n', 'n/p/k', UPDATES.extend, { decisionId, decision });
    await expect(update).rejects.toMatchObject({ problem: 'unavailable' });
    // it may have got there all the same: its words wait for it
    expect(await readWords(pool, decisionId)).toEqual({ reason: 'Đi công tác' });
    // woken once and not answered: the outbox wakes it again, which it will answer
    const { rows } = await pool.query('select workflow_id from outbox');
    expect(rows).toEqual([{ workflow_id: 'n/p/k' }]);
  });
});
