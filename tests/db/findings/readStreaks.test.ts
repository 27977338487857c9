import { expect, test } from 'vitest';
import { readStreaks } from '../../../db/findings/readStreaks.ts';
import { readRates } from '../../../db/reading/rates.ts';
import { takeSubmission } from '../../../db/submissions/takeSubmission.ts';
import { openDraftingCommittee, type StageId } from '../../support/draftingCommittee.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { recordFinding, report } from '../../support/register.ts';

const register = ownRegister();
const committee = openedAnew(() => openDraftingCommittee(register.pool, ['draft', 'consult']));
const LATER = '2021-01-15T03:00:00.000Z';

const streakOf = async (person: string) => {
  const query = { noticeId: committee.id, personIds: [person], now: LATER };
  return (await readStreaks(register.pool, query)).get(person);
};
const statusesOf = async (person: string) => {
  const rates = await readRates(register.pool, {
    noticeId: committee.id,
    by: 'person',
    process: 'mechanism',
    now: LATER,
  });
  return rates.find(({ group }) => group === person);
};
const handIn = (
  stage: StageId,
  party: string,
  over: { kind: 'nothing' | 'report'; body: string },
) =>
  takeSubmission(
    register.pool,
    report(committee, party, `p-${party}`, '2020-12-10T03:00:00.000Z', {
      obligationIds: [committee.stageOwed(stage, party)],
      ...over,
    }),
  );

test('a draft that did not come is a miss of whoever had to write it', async () => {
  await recordFinding(register.pool, committee, committee.stageOwed('draft', 'ana'));
  expect(await streakOf('p-ana')).toMatchObject({ missesInARow: 1, missesInAll: 1 });
  expect(await statusesOf('p-ana')).toMatchObject({ overdue: 1, timeliness: 0 });
});

test('silence of whoever is consulted is no miss and no lateness, long after its time', async () => {
  expect(await streakOf('p-binh')).toBeUndefined();
  expect(await statusesOf('p-binh')).toMatchObject({
    owed: 0,
    overdue: 0,
    late: 0,
    timeliness: null,
  });
});

test('an opinion given, or agreement, neither ends a row of misses nor counts as nothing to report', async () => {
  await handIn('consult', 'binh', { kind: 'nothing', body: '' });
  expect(await streakOf('p-binh')).toBeUndefined();
});
