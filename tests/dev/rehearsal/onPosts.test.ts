import { afterAll, beforeAll, expect, test } from 'vitest';
import { UPDATES } from '../../../contracts/messages.ts';
import { playAct } from '../../../dev/rehearsal/cast/play/playAct.ts';
import type { Stage } from '../../../dev/rehearsal/cast/play/stage.ts';
import { standingActs } from '../../../dev/rehearsal/cast/standingActs.ts';
import { officialApi } from '../../../dev/rehearsal/cast/web/officialApi.ts';
import { NOTICE } from '../../api/support/office.ts';
import { openRehearsedOffice, type RehearsedOffice } from './support/rehearsedOffice.ts';

let office: RehearsedOffice;
let stage: Stage;
beforeAll(async () => {
  office = await openRehearsedOffice();
  const { apiUrl, notice } = office;
  stage = { apiUrl, notice, seed: 1, api: officialApi(apiUrl, office.tokens.admin, NOTICE) };
});
afterAll(() => office.close());

test('what no letter asks for is played over the API: a merge, and a post that changes hands', async () => {
  const acts = standingActs(office.notice, 1);
  const merge = acts.find(({ act }) => act === 'merge period');
  const handOver = acts.find(({ act }) => act === 'hand over');
  if (!merge || handOver?.act !== 'hand over') throw new Error('the piece lacks them');
  expect(await playAct(stage, merge)).toBe('done');
  expect(office.processes.updates.at(-1)).toMatchObject({
    name: UPDATES.mergePeriod,
    payload: { decision: { key: '2021-02-14', into: '2021-02-28' } },
  });
  expect(await playAct(stage, handOver)).toBe('done');
  const { rows } = await office.register.pool.query(
    'select person_id from holding where party_id = $1 and until is null',
    [handOver.subject.party],
  );
  expect(rows).toEqual([{ person_id: handOver.subject.holder.id }]);
});

test('the chair passes one member’s report on to another', async () => {
  const act = {
    id: 'passes on',
    actor: 'truong-ban',
    act: 'reassign',
    subject: { obligation: office.owed('truong-cum-1'), to: 'chu-tich-mttq' },
    at: office.clock.now,
  } as const;
  expect(await playAct(stage, act)).toBe('done');
  expect(office.processes.updates.at(-1)).toMatchObject({
    name: UPDATES.reassign,
    payload: { decision: act.subject },
  });
});
