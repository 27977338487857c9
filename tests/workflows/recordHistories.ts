import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import proto from '@temporalio/proto';
import { temporalProcessGateway } from '../../api/processGateway.ts';
import { type Notice, NoticeFile } from '../../contracts/notice/index.ts';
import { loadNotice } from '../../db/notices/loadNotice.ts';
import { openTrial, type Trial } from '../../dev/trial/openTrial.ts';
import { atLocal } from '../../domain/time/zone.ts';
import { createShutdown } from '../../worker/shutdown.ts';
import { storyNotice } from '../stories/storyNotice.ts';

// Records the histories that replay.test.ts replays: run once for each new shape of a workflow, by hand, with
// `npx tsx tests/workflows/recordHistories.ts NAME`. A recorded history is never made anew to get a test green.

const [name] = process.argv.slice(2);
if (!name) throw new Error('say under which name the histories are kept, e.g. 2026-11-first');
const into = join(import.meta.dirname, 'histories');
const day = (offset: number): string =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** The story's committee on the live clock: its dates lie just behind, so that every step is due at once. */
function liveNotice(): Notice {
  const base = storyNotice();
  const years = [-1, 0, 1].map((offset) => new Date().getUTCFullYear() + offset);
  const [reports] = base.directives;
  const [process] = reports?.processes ?? [];
  return NoticeFile.parse({
    ...base,
    id: 'story-live',
    head: {
      ...base.head,
      concludedOn: day(-60),
      start: { on: day(-60), at: '08:00' },
      endsOn: day(5),
    },
    calendar: {
      ...base.calendar,
      years: Object.fromEntries(years.map((year) => [year, { daysOff: [] }])),
    },
    directives: [
      {
        ...reports,
        processes: [
          {
            ...process,
            certification: undefined,
            recurrence: { every: 'dates', dates: [day(-30), day(-20)] },
          },
        ],
      },
    ],
  });
}

async function keep(
  trial: Trial,
  clock: 'rehearsal' | 'live',
  workflows: Record<string, string>,
): Promise<void> {
  for (const [type, workflowId] of Object.entries(workflows)) {
    const history = await historyOf(trial, workflowId);
    // the SDK's own JSON form cannot be written in this version: two releases of protobufjs meet in it
    const bytes = proto.temporal.api.history.v1.History.encode(history).finish();
    await writeFile(join(into, `${type}-${clock}-${name}.bin`), bytes);
    console.log(`${type} ${clock}: ${history.events?.length} events`);
  }
}

/** The history of a workflow's present run, once that has got under way (a cycle has just continued as new). */
async function historyOf(trial: Trial, workflowId: string) {
  for (let tries = 0; tries < 40; tries++) {
    const history = await trial.client.workflow.getHandle(workflowId).fetchHistory();
    if ((history.events?.length ?? 0) > 8) return history;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${workflowId} did not get under way`);
}

/** Waits until a follow-up on the live clock has locked and taken its first rung; the next is a working day away. */
async function untilFirstRung(trial: Trial, period: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const { rows } = await trial.pool.query(
      `select 1 from schedule s join schedule_step t on t.schedule_id = s.id
       where s.period_id = $1 and t.kind = 'rung' and t.done_at is not null`,
      [period],
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the first rung was not taken within a minute');
}

const shutdown = createShutdown(console.log);
const path = await mkdtemp(join(tmpdir(), 'dondoc-histories-'));
try {
  const notice = storyNotice();
  const trial = await openTrial({
    notice,
    seed: 1,
    path,
    persistent: false,
    ports: { postgres: 0, temporal: 0, smtp: 0 },
    apiPort: 0,
    headless: true,
    say: () => {},
    shutdown,
  });
  await trial.conductor.runTo(atLocal('2020-12-10', '23:59', notice.zone));
  await keep(trial, 'rehearsal', {
    carryOutNotice: 'story-2020',
    reportingCycle: 'story-2020/reports',
    followUp: 'story-2020/reports/2020-11-28',
    followUpOfDigest: 'story-2020/digest/2020-11-30',
    dailyRound: 'story-2020/~round',
  });

  const live = liveNotice();
  const startedAt = atLocal(live.head.start.on, live.head.start.at, live.zone);
  await loadNotice(trial.pool, { notice: live, now: startedAt, clock: 'live' });
  await trial.pool.query(`update notice set state = 'running', started_at = $2 where id = $1`, [
    live.id,
    startedAt,
  ]);
  await temporalProcessGateway({ client: trial.client, pool: trial.pool }).startProcesses(live.id, [
    'reports',
  ]);
  await untilFirstRung(trial, `${live.id}/reports/${day(-30)}`);
  await keep(trial, 'live', {
    carryOutNotice: live.id,
    reportingCycle: `${live.id}/reports`,
    followUp: `${live.id}/reports/${day(-30)}`,
    dailyRound: `${live.id}/~round`,
  });
} finally {
  await shutdown.run();
  await rm(path, { recursive: true, force: true });
}
