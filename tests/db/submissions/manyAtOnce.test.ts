import { expect, test } from 'vitest';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { letter, openCommittee, report, takeWake } from '../../support/register.ts';

const MEMBERS = 500;
const register = ownRegister({ max: 20 });

test('gives 500 members who submit at once a receipt each', async () => {
  const committee = await openCommittee(register.pool, MEMBERS);
  const at = '2020-12-14T16:59:00.000Z';
  const receipts = await Promise.all(
    Array.from({ length: MEMBERS }, (_, n) => {
      const unit = `unit-${n + 1}`;
      const composeReceipt = () => [letter('receipt', `p-${unit}`, [committee.owed(unit)], at)];
      const submission = report(committee, unit, `p-${unit}`, at, { composeReceipt });
      return takeSubmission(register.pool, submission);
    }),
  );
  expect(new Set(receipts.map(({ receiptNo }) => receiptNo)).size).toBe(MEMBERS);
  expect(receipts.every(({ late }) => !late)).toBe(true);
  const { rows } = await register.pool.query<{ outcome: string; n: number }>(
    `select outcome, n from period_counter where period_id = $1 and track = 'main' and n > 0 order by 1`,
    [committee.period],
  );
  expect(rows).toEqual([
    { outcome: 'on-time', n: MEMBERS },
    { outcome: 'open', n: 6 },
  ]);
  expect(await takeWake(register.pool, committee.period)).toBe(false);
}, 90_000);
