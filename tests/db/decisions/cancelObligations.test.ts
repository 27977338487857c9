import { beforeEach, describe, expect, test } from 'vitest';
import { roundWorkflowId } from '../../../contracts/ids.ts';
import { cancelObligations } from '../../../db/decisions/cancelObligations.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import {
  decidedByChair,
  findingState,
  obligationRow,
  openPromptedCommittee,
  recordFinding,
  takeWake,
} from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openPromptedCommittee(register.pool));
let ana: string;
const AT = '2020-12-14T03:00:00.000Z';

beforeEach(() => {
  ana = committee.owed('ana');
});

const deciding = (at = AT) => decidedByChair(committee, at);

describe('cancelling obligations', () => {
  test('closes them, leaves a finding as it was made, and answers the same when repeated', async () => {
    await recordFinding(register.pool, committee, ana);
    const input = {
      ...deciding(),
      decision: { obligations: [ana], reason: 'The post was abolished.' },
      compose: () => [],
    };
    const first = await cancelObligations(register.pool, input);
    expect(await cancelObligations(register.pool, input)).toEqual(first);
    expect((await obligationRow(register.pool, ana)).outcome).toBe('cancelled');
    expect(await findingState(register.pool, ana)).toBe('recorded');
    expect(await takeWake(register.pool, roundWorkflowId(committee.id))).toBe(false);
  });
});
