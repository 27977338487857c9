import { randomUUID } from 'node:crypto';
import { scheduleId } from '../../../contracts/ids.ts';
import { recordClimbs } from '../../../db/escalation/recordClimbs.ts';
import { recordFindings } from '../../../db/escalation/recordFindings.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { NOTICE, type Office, PERIOD } from './office.ts';

/** 30/11/2020, 11:30 in Triệu Sơn: the reports of the 28th are locked. */
export const LOCKED = '2020-11-30T04:30:00.000Z';

/** Lets parties be found silent: the lock's finding, with evidence, and the first rung, which waits for release. */
export async function fallSilent(office: Office, parties: string[]): Promise<Map<string, string>> {
  const { pool } = office.register;
  office.clock.now = LOCKED;
  await pool.query('update schedule_step set done_at = at where at <= $1', [LOCKED]);
  const findings = parties.map((party) => ({
    id: randomUUID(),
    obligationId: office.owed(party),
    doubts: [],
    hasWords: true,
    evidence: [
      { kind: 'prompt' as const, at: '2020-11-25T01:00:00.000Z', state: 'sent' as const },
      { kind: 'remind' as const, at: '2020-11-27T01:00:00.000Z', state: 'bounced' as const },
    ],
  }));
  await inTransaction(pool, (transaction) =>
    recordFindings(transaction, {
      noticeId: NOTICE,
      scheduleId: scheduleId(PERIOD, 'main'),
      findings,
      releaseDueAt: '2020-12-01T04:30:00.000Z',
      now: LOCKED,
    }),
  );
  await inTransaction(pool, (transaction) =>
    recordClimbs(transaction, {
      noticeId: NOTICE,
      scheduleId: scheduleId(PERIOD, 'main'),
      rung: 'deputy',
      now: LOCKED,
      climbs: parties.map((party) => ({
        obligationId: office.owed(party),
        recipientId: 'pho-bi-thu-thuong-truc',
        why: 'supervisor' as const,
        needsRelease: true,
      })),
    }),
  );
  return new Map(findings.map(({ id }, at) => [parties[at] ?? '', id]));
}
