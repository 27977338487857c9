import { mkdtemp } from 'node:fs/promises';
import { readChecked } from '../cli/check/readChecked.ts';
import { createShutdown } from '../worker/shutdown.ts';
import { checkAgainstPlan } from './rehearsal/checkSummary.ts';
import { printSummary, summarise } from './rehearsal/summary.ts';
import { openTrial } from './trial/openTrial.ts';

const [to = '2020-12-31T17:00:00.000Z', seed = '1', file = 'notices/trieu-son-2020.yaml'] =
  process.argv.slice(2);
const path = process.env.KEEP ?? (await mkdtemp('/tmp/h6/trial-'));
const say = (line: string) => console.log(((Date.now() - t0) / 1000).toFixed(1), line);
const t0 = Date.now();
const shutdown = createShutdown(say);
shutdown.listen();
const leaps: [string, number][] = [];
try {
  const trial = await openTrial({
    notice: await readChecked(file),
    seed: Number(seed),
    path,
    persistent: false,
    ports: { postgres: 0, temporal: 0, smtp: 0 },
    apiPort: 0,
    headless: true,
    say,
    shutdown,
    mailRules: (r) =>
      process.env.BOUNCE && r.startsWith(process.env.BOUNCE) ? 'bounce' : 'accept',
    onLeap: (now) => {
      leaps.push([now, Date.now()]);
    },
  });
  const from = Date.now();
  trial.cast.ended.catch(() => trial.conductor.pause());
  const n = await trial.conductor.runTo(to);
  say(
    `ran ${n} leaps in ${Date.now() - from} ms, rss ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`,
  );
  console.log(printSummary(await summarise(trial.pool, trial.noticeId)));
  console.log(JSON.stringify(await checkAgainstPlan(trial.pool, trial.noticeId)));
  const { rows } = await trial.pool.query(
    `select act, split_part(outcome, ':', 1) || case when outcome like 'refused%' then outcome else '' end as o, count(*), min(id) as one from cast_act group by 1,2 order by 1,2`,
  );
  console.table(rows);
  const o = await trial.pool.query(
    `select act, id, at, outcome from cast_act where act in ('release','review','digest','hold','excuse after','reverse') or outcome <> 'done' order by at`,
  );
  const { writeFileSync } = await import('node:fs');
  writeFileSync(
    `/tmp/h6/acts-${seed}.txt`,
    o.rows
      .map((r) => `${new Date(r.at).toISOString()} ${r.act} ${r.id} => ${r.outcome}`)
      .join('\n'),
  );
  const waits = leaps
    .map(([now, at], i) => ({ now, ms: (leaps[i + 1]?.[1] ?? Date.now()) - at }))
    .sort((a, b) => b.ms - a.ms);
  console.log(waits.slice(0, 8));
  if (process.env.CONSOLE) {
    const { startConsole } = await import('./console/startConsole.ts');
    const c = await startConsole({
      pool: trial.pool,
      preferredPort: 8191,
      conductor: trial.conductor,
      noticeId: trial.noticeId,
      apiUrl: trial.apiUrl,
      temporalUi: trial.temporalUi,
    });
    say('CONSOLE ' + c.url + ' TOKEN ' + trial.adminToken);
    await new Promise((r) => process.once('SIGUSR2', r));
    await c.stop();
  }
} finally {
  await shutdown.run();
}
