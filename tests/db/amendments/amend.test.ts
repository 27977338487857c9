// Longer than most: one register and one notice, amended in every way that the two files can differ.

import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { noticeWorkflowId, obligationId, processWorkflowId } from '../../../contracts/ids.ts';
import type { Notice } from '../../../contracts/notice/index.ts';
import type { AmendmentFacts } from '../../../db/amendments/amend.ts';
import { openableKeys } from '../../../db/amendments/openableKeys.ts';
import { cancelProcess } from '../../../db/decisions/cancelProcess.ts';
import { pauseProcess } from '../../../db/decisions/pauseProcess.ts';
import { loadNotice } from '../../../db/notices/loadNotice.ts';
import { readNotice } from '../../../db/notices/readNotice.ts';
import { readPlanned } from '../../../db/notices/readPlanned.ts';
import { readStarts } from '../../../db/notices/readStarts.ts';
import { changeHolder } from '../../../db/people/changeHolder.ts';
import { readStanding } from '../../../db/people/readStanding.ts';
import { finishStep } from '../../../db/periods/finishStep.ts';
import { readAgenda } from '../../../db/periods/readAgenda.ts';
import { activitiesOf, lettersOf } from '../../activities/support/activitiesOf.ts';
import { openedAnew, ownRegister } from '../../support/ownRegister.ts';
import { logOf, obligationRow, recordClimb, stepsOf, takeWake } from '../../support/register.ts';
import { openRunningNotice, processIn, type RunningNotice, sessionOn } from './runningNotice.ts';

const register = ownRegister();
const running = openedAnew(() => openRunningNotice(register.pool));
/** The draft is due at the end of 08/12/2020; 4 December is a Friday. */
const DRAFT = '2020-12-22-draft';
const FRIDAY = '2020-12-04T03:00:00.000Z';

const rows = async <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await register.pool.query<Row & object>(sql, values)).rows;
const owed = (process: string, key: string, party: string, track = 'main') =>
  obligationId(running.period(process, key), track, party);
const openDraft = async () => {
  const period = await running.open('directive', DRAFT, '2020-12-03T01:00:00.000Z');
  const prompt = { scheduleId: `${period}/main`, stepKey: 'prompt' };
  await finishStep(register.pool, prompt, '2020-12-03T01:00:00.000Z');
  return period;
};

describe('the text', () => {
  test('is replaced, the old one kept with the decision that replaced it', async () => {
    const old = await readNotice(register.pool, running.id);
    const decisionId = randomUUID();
    await running.amend(await running.edited(sessionOn('2020-12-29')), FRIDAY, { decisionId });
    const now = await readNotice(register.pool, running.id);
    expect(now.sha256).not.toBe(old.sha256);
    expect(now.notice.directives[0]?.processes[1]).toMatchObject({
      due: { date: '2020-12-29', originally: '2020-12-22' },
    });
    expect(
      await rows(
        'select number, content, content_sha256, in_force_until, replaced_by from notice_version where notice_id = $1',
        running.id,
      ),
    ).toEqual([
      {
        number: 1,
        content: old.notice,
        content_sha256: old.sha256,
        in_force_until: FRIDAY,
        replaced_by: decisionId,
      },
    ]);
    expect(
      await rows(
        'select t.decided_by, t.reason from decision_text t where decision_id = $1',
        decisionId,
      ),
    ).toEqual([{ decided_by: 'the chair', reason: 'The standing committee decided so.' }]);
    expect(await rows('select from amendment')).toEqual([]);
  });

  test('decided twice under one id is amended once', async () => {
    const amended = await running.edited(sessionOn('2020-12-29'));
    const decisionId = randomUUID();
    const first = await running.amend(amended, FRIDAY, { decisionId });
    expect(await running.amend(amended, FRIDAY, { decisionId })).toEqual(first);
    expect(await rows('select from notice_version where notice_id = $1', running.id)).toHaveLength(
      1,
    );
  });

  test('made from one that is no longer in force is refused, and nothing changes', async () => {
    const { sha256: amends } = await readNotice(register.pool, running.id);
    await running.amend(await running.edited(sessionOn('2020-12-29')), FRIDAY);
    const { sha256 } = await readNotice(register.pool, running.id);
    const late = await running.edited(sessionOn('2020-12-30'));
    await expect(running.amend(late, FRIDAY, { amends })).rejects.toMatchObject({
      failure: 'Conflict',
    });
    expect((await readNotice(register.pool, running.id)).sha256).toBe(sha256);
  });

  test.each([
    ['that says the same', () => {}, 'Conflict'],
    [
      'without a process that runs',
      (file: Parameters<Parameters<RunningNotice['edited']>[0]>[0]) => {
        const [directive] = file.directives;
        if (directive)
          directive.processes = directive.processes.filter(({ id }) => id !== 'reports');
      },
      'Invalid',
    ],
  ])('%s is refused without a trace', async (_what, change, failure) => {
    const amended = await running.edited(change);
    await expect(running.amend(amended, FRIDAY)).rejects.toMatchObject({ failure });
    expect(await rows('select from decision where notice_id = $1', running.id)).toEqual([]);
  });

  test('leaves the file that was loaded the same notice: a start with it goes on', async () => {
    const load = (notice: Notice) =>
      loadNotice(register.pool, { notice, now: FRIDAY, clock: 'live' });
    await running.amend(await running.edited(sessionOn('2020-12-29')), FRIDAY);
    await running.amend(await running.edited(sessionOn('2021-01-05')), FRIDAY);
    expect(await load(running.loaded)).toEqual({ noticeId: running.id, created: false });
    await expect(load(await running.edited(sessionOn('2020-12-28')))).rejects.toThrow(
      'another text of the notice',
    );
  });

  test('of a closed notice is refused', async () => {
    await register.pool.query(`update notice set state = 'closed' where id = $1`, [running.id]);
    const amended = await running.edited(sessionOn('2020-12-29'));
    await expect(running.amend(amended, FRIDAY)).rejects.toThrow('is closed');
  });

  test('leaves one row in the log for each field, and no word of it', async () => {
    const amended = await running.edited((file) => {
      sessionOn('2020-12-29')(file);
      file.head.title = 'A title that nobody logs';
    });
    await running.amend(amended, FRIDAY);
    const log = await rows<{ action: string; detail: Record<string, string> }>(
      'select action, detail from log where subject = $1 order by seq',
      running.id,
    );
    const fields = log.filter(({ action }) => action === 'field-amended');
    expect(fields.map(({ detail }) => [detail.field, detail.from, detail.to])).toEqual([
      ['/head/title', undefined, undefined],
      ['/directives/5/processes/directive/due/date', '2020-12-22', '2020-12-29'],
      ['/directives/5/processes/directive/due/originally', undefined, '2020-12-22'],
    ]);
    expect(log.map(({ action }) => action)).toContain('version-in-force');
    expect(JSON.stringify(log)).not.toContain('nobody logs');
    expect(await rows('select log_first_break($1)', running.id)).toEqual([
      { log_first_break: null },
    ]);
  });
});

describe('an open stage', () => {
  test('moves to its new day with the old one beside it; what is next is planned anew', async () => {
    const period = await openDraft();
    const draft = owed('directive', DRAFT, 'ana');
    const { woken } = await running.amend(await running.edited(sessionOn('2020-12-29')), FRIDAY);
    const row = await obligationRow(register.pool, draft);
    expect(row).toMatchObject({
      original_due_at: '2020-12-08T17:00:00.000Z',
      due_at: '2020-12-15T17:00:00.000Z',
      outcome: 'open',
    });
    expect(await stepsOf(register.pool, row.schedule_id)).toMatchObject({
      'remind-1': '2020-12-15T01:00:00.000Z',
      due: '2020-12-15T17:00:00.000Z',
      lock: '2020-12-16T04:00:00.000Z',
      'rung-chair': '2020-12-17T04:00:00.000Z',
    });
    expect(
      await rows(
        'select reason, due_at from schedule where period_id = $1 order by due_at',
        period,
      ),
    ).toEqual([
      { reason: 'plan', due_at: '2020-12-08T17:00:00.000Z' },
      { reason: 'amendment', due_at: '2020-12-15T17:00:00.000Z' },
    ]);
    expect(
      await rows("select due_at, plan->>'dueAt' as planned from period where id = $1", period),
    ).toEqual([{ due_at: '2020-12-15T17:00:00.000Z', planned: '2020-12-15T17:00:00.000Z' }]);
    expect(await logOf(register.pool, draft)).toContain('obligation-moved-by-amendment');
    const next = await running.open('directive', '2020-12-22-submit', '2020-12-24T01:00:00.000Z');
    expect(await rows('select due_at from period where id = $1', next)).toEqual([
      { due_at: '2020-12-29T10:00:00.000Z' },
    ]);
    expect(woken).toEqual(
      expect.arrayContaining([
        noticeWorkflowId(running.id),
        processWorkflowId(running.id, 'directive'),
        period,
      ]),
    );
    expect(await takeWake(register.pool, period)).toBe(true);
  });

  test('has its prompt once: what was taken is not taken again', async () => {
    const period = await openDraft();
    await running.amend(await running.edited(sessionOn('2020-12-29')), FRIDAY);
    const { steps } = await readAgenda(register.pool, period);
    expect(steps.map(({ key }) => key)).not.toContain('prompt');
    expect(steps.map(({ key }) => key)).toContain('due');
  });

  test('keeps what was found, and a rung that waits is not told before the new lock', async () => {
    await openDraft();
    const draft = owed('directive', DRAFT, 'ana');
    const now = '2020-12-09T05:00:00.000Z'; // after the lock
    await recordClimb(register.pool, { id: running.id } as never, draft, {
      at: '2020-12-09T04:00:00.000Z',
    });
    await running.amend(await running.edited(sessionOn('2020-12-29')), now);
    const [climb] = await rows<{ held_until: string }>(
      'select held_until from climb where obligation_id = $1',
      draft,
    );
    expect(climb?.held_until).toBe('2020-12-16T04:00:00.000Z');
  });

  test('a settled one stays as it is', async () => {
    await openDraft();
    const draft = owed('directive', DRAFT, 'ana');
    await register.pool.query(
      `update obligation set received_at = $2, received_as = 'report' where id = $1`,
      [draft, '2020-12-04T02:00:00.000Z'],
    );
    await running.amend(await running.edited(sessionOn('2020-12-29')), FRIDAY);
    expect(await obligationRow(register.pool, draft)).toMatchObject({
      outcome: 'on-time',
      due_at: '2020-12-08T17:00:00.000Z',
    });
  });

  test('tells the letters whom it moves, with the old day and the new', async () => {
    await openDraft();
    const told: AmendmentFacts[] = [];
    await running.amend(await running.edited(sessionOn('2020-12-29')), FRIDAY, {
      compose: (facts) => {
        told.push(facts);
        return [];
      },
    });
    expect(told[0]?.moved).toMatchObject([
      {
        obligationId: owed('directive', DRAFT, 'ana'),
        oldLastDay: '2020-12-08',
        lastDay: '2020-12-15',
        holders: [{ personId: 'p-ana' }],
      },
    ]);
  });

  test('moves in a paused process too, and stays paused', async () => {
    const period = await openDraft();
    await pauseProcess(register.pool, {
      decisionId: randomUUID(),
      noticeId: running.id,
      processId: 'directive',
      actor: { id: 'person:p-chair', capacity: 'chair' },
      at: FRIDAY,
      decision: { reason: 'A storm is coming.' },
    });
    await running.amend(await running.edited(sessionOn('2020-12-29')), '2020-12-05T03:00:00.000Z');
    expect((await readAgenda(register.pool, period)).state).toBe('paused');
    expect(await obligationRow(register.pool, owed('directive', DRAFT, 'ana'))).toMatchObject({
      due_at: '2020-12-15T17:00:00.000Z',
    });
  });
});

describe('owners', () => {
  const NEW_OWNER = (file: Parameters<Parameters<RunningNotice['edited']>[0]>[0]) => {
    processIn(file, 'directive').by = 'binh';
  };

  test('a new owner is asked, the old one has it taken off', async () => {
    const period = await openDraft();
    const told: AmendmentFacts[] = [];
    await running.amend(await running.edited(NEW_OWNER), FRIDAY, {
      compose: (facts) => {
        told.push(facts);
        return [];
      },
    });
    expect(await obligationRow(register.pool, owed('directive', DRAFT, 'ana'))).toMatchObject({
      outcome: 'reassigned',
    });
    const taken = await obligationRow(register.pool, owed('directive', DRAFT, 'binh'));
    expect(taken).toMatchObject({ outcome: 'open', due_at: '2020-12-08T17:00:00.000Z' });
    expect(await stepsOf(register.pool, taken.schedule_id)).toMatchObject({ prompt: FRIDAY });
    expect(
      await rows(
        'select track, outcome, n from period_counter where period_id = $1 and n > 0 order by 2',
        period,
      ),
    ).toEqual([
      { track: 'main', outcome: 'open', n: 1 },
      { track: 'main', outcome: 'reassigned', n: 1 },
    ]);
    expect(told[0]?.gone.map(({ partyId }) => partyId)).toEqual(['ana']);
  });

  test('and back: who owed it first owes it again, once', async () => {
    await openDraft();
    await running.amend(await running.edited(NEW_OWNER), FRIDAY);
    const back = await running.edited((file) => {
      processIn(file, 'directive').by = 'ana';
    });
    await running.amend(back, '2020-12-04T04:00:00.000Z');
    expect(await obligationRow(register.pool, owed('directive', DRAFT, 'ana'))).toMatchObject({
      outcome: 'open',
    });
    expect(await obligationRow(register.pool, owed('directive', DRAFT, 'binh'))).toMatchObject({
      outcome: 'reassigned',
    });
  });

  test('what has fallen due stays with whoever owed it', async () => {
    await openDraft();
    await running.amend(await running.edited(NEW_OWNER), '2020-12-09T02:00:00.000Z');
    expect(await obligationRow(register.pool, owed('directive', DRAFT, 'ana'))).toMatchObject({
      outcome: 'open',
    });
    expect(
      await rows('select from obligation where id = $1', owed('directive', DRAFT, 'binh')),
    ).toEqual([]);
  });

  test('whoever owes nothing any more, with nobody in his place, has it cancelled', async () => {
    await running.open('reports', '2020-12-14', '2020-12-09T01:00:00.000Z');
    const amended = await running.edited((file) => {
      processIn(file, 'reports').owes = { members: true, subcommittees: true };
    });
    await running.amend(amended, '2020-12-10T03:00:00.000Z');
    expect(
      await obligationRow(register.pool, owed('reports', '2020-12-14', 'unit-1')),
    ).toMatchObject({
      outcome: 'cancelled',
    });
    expect(await obligationRow(register.pool, owed('reports', '2020-12-14', 'ana'))).toMatchObject({
      outcome: 'open',
      due_at: '2020-12-14T17:00:00.000Z',
    });
  });
});

test('another ladder replaces the rungs that have not been taken', async () => {
  const period = await running.open('reports', '2020-12-14', '2020-12-09T01:00:00.000Z');
  const amended = await running.edited((file) => {
    const ladder = file.ladders.list.find(({ id }) => id === 'members');
    if (ladder)
      ladder.rungs = [{ id: 'chair', to: { position: 'chair' }, after: { workingDays: 3 } }];
  });
  await running.amend(amended, '2020-12-10T03:00:00.000Z');
  const ana = await obligationRow(register.pool, owed('reports', '2020-12-14', 'ana'));
  const steps = await stepsOf(register.pool, ana.schedule_id);
  expect(Object.keys(steps)).not.toContain('rung-deputy');
  expect(steps['rung-chair']).toBe('2020-12-18T04:00:00.000Z');
  expect(ana.due_at).toBe('2020-12-14T17:00:00.000Z');
  expect(await logOf(register.pool, owed('reports', '2020-12-14', 'ana'))).toContain(
    'ladder-changed-by-amendment',
  );
  expect(
    (await readAgenda(register.pool, period)).steps.some(({ rung }) => rung?.id === 'deputy'),
  ).toBe(false);
});

describe('other days of a cycle', () => {
  const OTHER_DAYS = (file: Parameters<Parameters<RunningNotice['edited']>[0]>[0]) => {
    processIn(file, 'reports').recurrence = { every: 'month', days: [1, 20] };
  };

  test('take away a period that has not fallen due, and pass over those that are over', async () => {
    const period = await running.open('reports', '2020-12-14', '2020-12-09T01:00:00.000Z');
    await running.amend(await running.edited(OTHER_DAYS), '2020-12-10T03:00:00.000Z');
    expect((await readAgenda(register.pool, period)).state).toBe('cancelled');
    expect(await obligationRow(register.pool, owed('reports', '2020-12-14', 'ana'))).toMatchObject({
      outcome: 'cancelled',
    });
    const planned = await readPlanned(register.pool, running.id, 'reports');
    const keys = await openableKeys(register.pool, 'reports', planned);
    expect(keys[0]).toBe('2020-12-20');
  });

  test('leave a period alone that has', async () => {
    const period = await running.open('reports', '2020-12-14', '2020-12-09T01:00:00.000Z');
    await running.amend(await running.edited(OTHER_DAYS), '2020-12-15T03:00:00.000Z');
    expect((await readAgenda(register.pool, period)).state).toBe('open');
  });
});

describe('people', () => {
  test('a changed holder holds the post from now on, the past stays', async () => {
    const amended = await running.edited((file) => {
      file.people.list.push({ id: 'p-new', name: 'Name of p-new', address: 'new@example.test' });
      const post = file.positions.list.find(({ id }) => id === 'binh');
      if (post) post.holder = 'p-new';
    });
    await running.amend(amended, FRIDAY);
    const at = async (now: string) =>
      (await readStanding(register.pool, running.id, now)).personOf('binh');
    expect(await at('2020-12-03T03:00:00.000Z')).toBe('p-binh');
    expect(await at('2020-12-05T03:00:00.000Z')).toBe('p-new');
  });

  test('a changed holder gets the letter of a hand-over, and the predecessor’s doors are closed', async () => {
    const period = await running.open('reports', '2020-12-14', '2020-12-03T01:00:00.000Z');
    const amended = await running.edited((file) => {
      file.people.list.push({ id: 'p-new', name: 'Name of p-new', address: 'new@example.test' });
      for (const post of file.positions.list) {
        if (post.id === 'binh') post.holder = 'p-new';
        if (post.id === 'ana') post.holder = 'p-binh'; // who moves on keeps his links
      }
    });
    const { woken } = await running.amend(amended, FRIDAY);
    expect(woken).toContain(noticeWorkflowId(running.id));
    const carryOut = activitiesOf(register.pool).record.carryOutHandOvers;
    await carryOut({ noticeId: running.id, now: FRIDAY });
    await carryOut({ noticeId: running.id, now: FRIDAY });
    const letters = await lettersOf(register.pool, running.id, 'hand-over');
    expect(letters.map(({ person, about }) => [person, about])).toEqual([
      ['p-binh', [`${period}/ana`]],
      ['p-new', [`${period}/binh`]],
    ]);
    const generations = await rows<{ id: string; n: number }>(
      `select id, link_generation as n from person where notice_id = $1 and id in ('p-ana', 'p-binh') order by id`,
      running.id,
    );
    // p-ana has a sub-committee still
    expect(generations).toEqual([
      { id: 'p-ana', n: 1 },
      { id: 'p-binh', n: 1 },
    ]);
  });

  test('whoever an amendment leaves without any post loses every link', async () => {
    const amended = await running.edited((file) => {
      const post = file.positions.list.find(({ id }) => id === 'binh');
      if (post) post.holder = null;
    });
    await running.amend(amended, FRIDAY);
    expect(
      await rows(
        `select subject from log where notice_id = $1 and action = 'links-made-void'`,
        running.id,
      ),
    ).toEqual([{ subject: 'p-binh' }]);
    expect((await readStanding(register.pool, running.id, FRIDAY)).personOf('binh')).toBeNull();
  });

  test('one addressee of a unit takes the place of another', async () => {
    const amended = await running.edited((file) => {
      const unit = file.units.list.find(({ id }) => id === 'unit-1');
      if (unit) {
        unit.addressees = [
          { id: 'p-party-committee', name: 'Đảng ủy', address: 'du@example.test' },
        ];
      }
    });
    await running.amend(amended, FRIDAY);
    expect(
      await rows(
        'select leaving_id, coming_id from hand_over where notice_id = $1 and party_id = $2',
        running.id,
        'unit-1',
      ),
    ).toEqual([{ leaving_id: 'p-unit-1', coming_id: 'p-party-committee' }]);
  });

  test('a holder is not amended where a hand-over of the post is entered for later', async () => {
    await changeHolder(register.pool, {
      decisionId: randomUUID(),
      noticeId: running.id,
      partyId: 'binh',
      actor: { id: 'person:p-office', capacity: 'office' },
      at: '2020-12-03T03:00:00.000Z',
      decision: {
        leaving: 'holder',
        coming: { person: 'p-deputy' },
        since: '2020-12-09T03:00:00.000Z',
        reason: 'Điều động.',
      },
    });
    const amended = await running.edited((file) => {
      const post = file.positions.list.find(({ id }) => id === 'binh');
      if (post) post.holder = 'p-ana';
    });
    await expect(running.amend(amended, FRIDAY)).rejects.toMatchObject({ failure: 'Conflict' });
  });

  test('whom a decision put into a post stays there where the file says nothing new of it', async () => {
    await register.pool.query(
      `update holding set until = $2 where notice_id = $1 and party_id = 'binh'`,
      [running.id, '2020-12-01T00:00:00.000Z'],
    );
    await register.pool.query(
      `insert into holding (notice_id, party_id, person_id, sole, since) values ($1, 'binh', 'p-third', true, $2)`,
      [running.id, '2020-12-01T00:00:00.000Z'],
    );
    await running.amend(await running.edited(sessionOn('2020-12-29')), FRIDAY);
    expect((await readStanding(register.pool, running.id, FRIDAY)).personOf('binh')).toBe(
      'p-third',
    );
  });

  test('a unit that comes under another deputy climbs to him from now on', async () => {
    const amended = await running.edited((file) => {
      const unit = file.units.list.find(({ id }) => id === 'unit-1');
      if (unit) unit.supervisor = 'third';
    });
    await running.amend(amended, FRIDAY);
    const chain = async (now: string) =>
      (await readStanding(register.pool, running.id, now)).chainOf('unit-1');
    expect(await chain('2020-12-03T03:00:00.000Z')).toEqual(['deputy', 'chair']);
    expect(await chain('2020-12-05T03:00:00.000Z')).toEqual(['third', 'chair']);
  });
});

describe('a process', () => {
  test('that waited starts by itself once an amendment brings its data, from its own start', async () => {
    const before = await readStarts(register.pool, running.id, FRIDAY);
    expect(before).toEqual({ processes: [], periods: [], lacksData: true });
    const amended = await running.edited((file) => {
      const process = processIn(file, 'waiting');
      delete process.waitsFor;
      process.due = { date: '2021-01-15', boundary: 'by' };
    });
    await running.amend(amended, FRIDAY);
    expect(await takeWake(register.pool, noticeWorkflowId(running.id))).toBe(true);
    expect(await readStarts(register.pool, running.id, FRIDAY)).toEqual({
      lacksData: false,
      processes: ['waiting'],
      periods: [],
    });
    const { notice } = await readNotice(register.pool, running.id);
    expect(notice.directives[0]?.processes[2]).not.toHaveProperty('due.originally');
  });

  test('that is new waits and is ordered, one that waited may leave', async () => {
    const amended = await running.edited((file) => {
      const [directive] = file.directives;
      if (!directive) return;
      const second = { ...structuredClone(processIn(file, 'directive')), id: 'second' };
      directive.processes = [...directive.processes.filter(({ id }) => id !== 'waiting'), second];
    });
    await running.amend(amended, FRIDAY);
    expect(
      await rows(
        'select id, state, ordered_at from process where notice_id = $1 order by id',
        running.id,
      ),
    ).toEqual([
      { id: 'directive', state: 'running', ordered_at: null },
      { id: 'reports', state: 'running', ordered_at: null },
      { id: 'second', state: 'waiting', ordered_at: FRIDAY },
    ]);
    expect((await readStarts(register.pool, running.id, FRIDAY))?.processes).toEqual(['second']);
  });

  test('that was cancelled keeps its dates', async () => {
    await cancelProcess(register.pool, {
      compose: () => [],
      decisionId: randomUUID(),
      noticeId: running.id,
      processId: 'directive',
      actor: { id: 'person:p-chair', capacity: 'chair' },
      at: FRIDAY,
      decision: { reason: 'No longer wanted.' },
    });
    const amended = await running.edited(sessionOn('2020-12-29'));
    await expect(running.amend(amended, FRIDAY)).rejects.toMatchObject({
      failure: 'Invalid',
      pointer: '/directives/5/processes/directive/due/date',
    });
  });
});
