import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { periodId } from '../../../contracts/ids.ts';
import type { Instant } from '../../../contracts/plan.ts';
import { pauseProcess } from '../../../db/decisions/pauseProcess.ts';
import { resumeProcess } from '../../../db/decisions/resumeProcess.ts';
import { finishStep } from '../../../db/periods/finishStep.ts';
import { openPeriod } from '../../../db/periods/openPeriod.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { readStages } from '../../../db/periods/readStages.ts';
import { planExplanation } from '../../../domain/plan/explanation.ts';
import { AT, openCampaign, PEAK } from '../../support/campaign.ts';
import { COLLECTION, openCollection } from '../../support/collection.ts';
import { openDraftingCommittee, STAGES } from '../../support/draftingCommittee.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { DECEMBER, obligationRow, openCommittee, stepsOf } from '../../support/register.ts';
import { smallCommittee } from '../../support/smallCommittee.ts';

const register = ownRegister();

/** Pauses a process from one instant to another; what happens in between is the caller's. */
async function paused(
  noticeId: string,
  processId: string,
  [from, until]: [Instant, Instant],
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<void> {
  const deciding = (at: Instant) => ({
    decisionId: randomUUID(),
    noticeId,
    processId,
    actor: { id: 'person:p-chair', capacity: 'chair' },
    at,
    decision: { reason: 'A storm is coming.' },
    whenClosed: async () => [],
    compose: () => [],
  });
  await pauseProcess(register.pool, deciding(from));
  await meanwhile();
  await resumeProcess(register.pool, deciding(until));
}
const row = (id: string) => obligationRow(register.pool, id);
const stepsFor = async (obligation: string) =>
  stepsOf(register.pool, (await row(obligation)).schedule_id);
const reasonOf = async (obligation: string) => {
  const { rows } = await register.pool.query<{ reason: string }>(
    'select s.reason from schedule s join obligation o on o.schedule_id = s.id where o.id = $1',
    [obligation],
  );
  return rows[0]?.reason;
};
const taken = (period: string, track: string, stepKey: string, now: Instant) =>
  finishStep(register.pool, { scheduleId: `${period}/${track}`, stepKey }, now);

test('a campaign’s open peak: its returns are due later by the span, the call is not sent again, the next peak keeps its days', async () => {
  const campaign = await openCampaign(register.pool);
  const peak = await campaign.open(PEAK, AT.call);
  await taken(peak, 'main', 'prompt', AT.call);
  await campaign.handIn(PEAK, 'unit-1', 'p-unit-1', '2020-12-16T02:00:00.000Z');
  await paused(campaign.id, 'cleanup', ['2020-12-21T03:00:00.000Z', '2020-12-24T03:00:00.000Z']);
  const owed = campaign.owed(PEAK, 'unit-2');
  expect(await row(owed)).toMatchObject({
    original_due_at: AT.due,
    due_at: '2020-12-28T17:00:00.000Z',
  });
  expect(await reasonOf(owed)).toBe('pause');
  expect(Object.keys(await stepsFor(owed))).not.toContain('prompt');
  expect((await row(campaign.owed(PEAK, 'unit-1'))).due_at).toBe(AT.due);
  const next = '2021-03-19-2021-1';
  await campaign.open(next, '2021-03-01T01:00:00.000Z');
  expect((await row(campaign.owed(next, 'unit-1'))).due_at).toBe('2021-03-19T17:00:00.000Z');
});

test('a peak called and due inside the pause is recorded as paused', async () => {
  const campaign = await openCampaign(register.pool);
  await paused(
    campaign.id,
    'cleanup',
    ['2020-12-01T03:00:00.000Z', '2021-01-11T03:00:00.000Z'],
    () => campaign.open(PEAK, AT.call),
  );
  expect((await row(campaign.owed(PEAK, 'unit-1'))).outcome).toBe('paused');
});

test('a drafting: the open stage moves, the stages not yet opened keep their dates', async () => {
  const drafting = await openDraftingCommittee(register.pool, ['draft']);
  await taken(drafting.period, 'main', 'prompt', STAGES.draft.prompt);
  const owed = drafting.stageOwed('draft', 'ana');
  const { due_at: due } = await row(owed);
  await paused(drafting.id, 'mechanism', ['2020-12-04T03:00:00.000Z', '2020-12-07T03:00:00.000Z']);
  const moved = new Date(Date.parse(due) + 3 * 86_400_000).toISOString();
  expect(await row(owed)).toMatchObject({ original_due_at: due, due_at: moved, outcome: 'open' });
  await drafting.openStage('submit');
  expect((await row(drafting.stageOwed('submit', 'ana'))).due_at).toBe('2020-12-18T17:00:00.000Z');
});

test('a stage that opened and fell due inside the pause is still owed: nothing of a document is lost', async () => {
  const drafting = await openDraftingCommittee(register.pool, []);
  await paused(
    drafting.id,
    'mechanism',
    ['2020-12-01T03:00:00.000Z', '2020-12-21T03:00:00.000Z'],
    async () => {
      await drafting.openStage('draft');
      await drafting.openStage('submit');
    },
  );
  for (const stage of ['draft', 'submit'] as const) {
    const owed = await row(drafting.stageOwed(stage, 'ana'));
    expect(owed.outcome).toBe('open');
    expect(owed.due_at > '2020-12-21T03:00:00.000Z').toBe(true);
  }
  // the whole of its time is left: it stood still from its opening on
  expect((await stepsFor(drafting.stageOwed('submit', 'ana'))).prompt).toBe(
    '2020-12-21T03:00:00.000Z',
  );
  const { periods } = await readStages(register.pool, drafting.id, 'mechanism');
  expect([...periods.values()]).toEqual([{ done: false }, { done: false }]);
});

test('a collection: guidance and dossiers move together, and the request goes on waiting for the guidance', async () => {
  const collection = await openCollection(register.pool);
  await taken(collection.period, 'guidance', 'prompt', COLLECTION.guidancePrompt);
  await paused(collection.id, 'results', ['2020-12-03T03:00:00.000Z', '2020-12-07T03:00:00.000Z']);
  expect(await row(collection.owed('office', 'guidance'))).toMatchObject({
    original_due_at: COLLECTION.guidanceDue,
    due_at: '2020-12-08T10:00:00.000Z',
    lock_at: '2020-12-09T04:00:00.000Z',
  });
  expect(await row(collection.owed('unit-1'))).toMatchObject({
    original_due_at: COLLECTION.due,
    due_at: '2020-12-18T17:00:00.000Z',
  });
  const { steps } = await readAgenda(register.pool, collection.period);
  const prompt = steps.find(
    ({ key, scheduleId }) => key === 'prompt' && scheduleId.includes('main'),
  );
  expect(prompt?.at).toBe('2020-12-11T01:00:00.000Z'); // its own time, put off; the guidance's lock is two days before
  expect(steps.filter(({ key }) => key === 'close')).not.toEqual([]);
});

test('a collection that lies wholly inside the pause is still owed', async () => {
  const collection = await openCollection(register.pool, { now: COLLECTION.guidancePrompt });
  const inside: [Instant, Instant] = ['2020-12-01T03:00:00.000Z', '2020-12-30T03:00:00.000Z'];
  await paused(collection.id, 'results', inside);
  expect((await row(collection.owed('unit-1'))).outcome).toBe('open');
});

test('an explanation that the chair has asked for moves with its process, and is never recorded as paused', async () => {
  const committee = await openCommittee(register.pool);
  const asked = (at: Instant, party: string) =>
    planExplanation(smallCommittee(committee.id), { processId: 'reports', party, at });
  const before = asked('2020-12-16T03:00:00.000Z', 'ana');
  const inside = asked('2020-12-18T03:00:00.000Z', 'binh');
  await openPeriod(register.pool, before, before.opensAt);
  await paused(
    committee.id,
    'reports',
    ['2020-12-17T03:00:00.000Z', '2021-01-05T03:00:00.000Z'],
    () => openPeriod(register.pool, inside, inside.opensAt),
  );
  const owed = (key: string, party: string) =>
    `${periodId(committee.id, 'reports', key)}/${party}:explanation`;
  const days = (from: Instant, n: number) =>
    new Date(Date.parse(from) + n * 86_400_000).toISOString();
  expect(await row(owed(before.key, 'ana'))).toMatchObject({
    original_due_at: before.dueAt,
    due_at: days(before.dueAt, 19),
    outcome: 'open',
  });
  expect(await row(owed(inside.key, 'binh'))).toMatchObject({
    due_at: days(inside.dueAt, 18),
    outcome: 'open',
  });
  expect((await row(committee.owed('ana'))).original_due_at).toBe(DECEMBER.due);
});
