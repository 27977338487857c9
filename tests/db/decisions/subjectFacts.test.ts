import { beforeAll, expect, test } from 'vitest';
import {
  readNoticeSubject,
  readPositions,
  readSubjectFacts,
} from '../../../db/decisions/subjectFacts.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import {
  type Committee,
  DECEMBER,
  openCommittee,
  recordClimb,
  recordFinding,
} from '../../support/register.ts';

const register = ownRegister();
let committee: Committee;
const NOW = '2020-12-16T05:00:00.000Z';
beforeAll(async () => {
  committee = await openCommittee(register.pool);
});

test('reads a member with those above, the rungs told, and who was found before a hand-over', async () => {
  const ana = committee.owed('ana');
  await recordFinding(register.pool, committee, ana);
  await recordClimb(register.pool, committee, ana);
  await register.pool.query(
    `update holding set until = $2 where notice_id = $1 and party_id = 'ana'`,
    [committee.id, '2020-12-15T10:00:00.000Z'],
  );
  await register.pool.query(
    `insert into holding (notice_id, party_id, person_id, sole, since) values ($1, 'ana', 'p-binh', true, $2)`,
    [committee.id, '2020-12-15T10:00:00.000Z'],
  );
  const facts = await readSubjectFacts(register.pool, committee.id, [ana], NOW);
  expect(facts.get(ana)).toEqual({
    partyId: 'ana',
    partyKind: 'position',
    holderIds: ['p-binh'],
    foundIds: ['p-ana'],
    dueAt: DECEMBER.due,
    now: NOW,
    supervisorChain: ['deputy', 'chair'],
    told: ['deputy'],
    chair: 'chair',
    officePosition: 'office',
    officeHolder: 'p-office',
    lead: null,
    releaseBy: ['office', 'third'],
  });
  expect(await readPositions(register.pool, committee.id, 'p-binh', NOW)).toEqual(['ana', 'binh']);
});

test('leaves a vacant post out of those above a party', async () => {
  const unit = committee.owed('unit-1');
  const before = await readSubjectFacts(register.pool, committee.id, [unit], NOW);
  expect(before.get(unit)?.supervisorChain).toEqual(['deputy', 'chair']);
  await register.pool.query(
    `update holding set until = $2 where notice_id = $1 and party_id = 'deputy'`,
    [committee.id, '2020-12-16T04:00:00.000Z'],
  );
  const after = await readSubjectFacts(register.pool, committee.id, [unit], NOW);
  expect(after.get(unit)?.supervisorChain).toEqual(['chair']);
});

test('says which obligation does not exist, and knows a notice without one', async () => {
  await expect(
    readSubjectFacts(register.pool, committee.id, ['nothing'], NOW),
  ).rejects.toMatchObject({ failure: 'NotFound' });
  expect(await readNoticeSubject(register.pool, committee.id, NOW)).toMatchObject({
    partyId: null,
    holderIds: [],
    chair: 'chair',
  });
});
