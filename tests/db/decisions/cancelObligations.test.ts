import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { roundWorkflowId } from '../../../contracts/ids.ts';
import { cancelObligations } from '../../../db/decisions/cancelObligations.ts';
import { finishStep } from '../../../db/periods/finishStep.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  type Committee,
  DECEMBER,
  findingState,
  obligationRow,
  openCommittee,
  recordFinding,
  takeWake,
} from '../../support/register.ts';

let register: FreshDatabase;
let committee: Committee;
let ana: string;
const AT = '2020-12-14T03:00:00.000Z';

beforeAll(async () => {
  register = await freshDatabase();
});
afterAll(() => register.close());
beforeEach(async () => {
  committee = await openCommittee(register.pool);
  ana = committee.owed('ana');
  await finishStep(
    register.pool,
    { scheduleId: `${committee.period}/main`, stepKey: 'prompt' },
    DECEMBER.prompt,
  );
});

const deciding = (at: string = AT) => ({
  decisionId: randomUUID(),
  noticeId: committee.id,
  periodId: committee.period,
  actor: { id: 'person:p-chair', capacity: 'chair' },
  at,
});
describe('cancelling obligations', () => {
  test('closes them, leaves a finding as it was made, and answers the same when repeated', async () => {
    await recordFinding(register.pool, committee, ana);
    const input = {
      ...deciding(),
      decision: { obligations: [ana], reason: 'The post was abolished.' },
    };
    const first = await cancelObligations(register.pool, input);
    expect(await cancelObligations(register.pool, input)).toEqual(first);
    expect((await obligationRow(register.pool, ana)).outcome).toBe('cancelled');
    expect(await findingState(register.pool, ana)).toBe('recorded');
    expect(await takeWake(register.pool, roundWorkflowId(committee.id))).toBe(false);
  });
});
