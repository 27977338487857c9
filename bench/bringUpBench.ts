import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../dev/stack/postgres.ts';
import { openStateFolder } from '../dev/stack/stateFolder.ts';
import { bundleWorkflows } from '../worker/bundle.ts';
import type { Shutdown } from '../worker/shutdown.ts';
import type { OutsideAddresses } from './addresses.ts';
import type { ServerKind } from './arguments.ts';
import { startSink } from './mailSink/startSink.ts';
import type { Bench } from './sides/side.ts';
import type { BenchTemporal } from './temporal/benchTemporal.ts';
import { temporalAt, temporalFor } from './temporal/temporalFor.ts';

export interface BroughtUp {
  bench: Bench;
  temporals: BenchTemporal[];
}

/**
 * Brings up what a bench needs and was not given from outside, in a temporary folder; notes with the shutdown how
 * each thing is stopped and removed.
 */
export async function bringUpBench(
  servers: ServerKind[],
  outside: OutsideAddresses,
  shutdown: Shutdown,
  say: (line: string) => void,
): Promise<BroughtUp> {
  const path = await mkdtemp(join(tmpdir(), 'dondoc-bench-'));
  shutdown.onShutdown({
    name: 'the temporary folder',
    stop: () => rm(path, { recursive: true, force: true }),
  });
  const folder = await openStateFolder(path);

  const postgres = outside.databaseUrl
    ? undefined
    : await startPostgres({ folder, preferredPort: 0, say });
  if (postgres) {
    shutdown.onShutdown({
      name: 'PostgreSQL',
      stop: () => postgres.stop(),
      kill: () => postgres.kill(),
    });
  }
  const adminUrl = outside.databaseUrl ?? postgres?.adminUrl ?? '';

  const sink = outside.smtpUrl ? undefined : await startSink();
  if (sink) shutdown.onShutdown({ name: 'the mail sink', stop: () => sink.stop() });

  const bundleFile = join(path, 'workflows.json');
  await writeFile(bundleFile, JSON.stringify(await bundleWorkflows()));

  const temporals: BenchTemporal[] = [];
  const { temporalAddress } = outside;
  const starts = temporalAddress
    ? [() => temporalAt(temporalAddress)]
    : servers.map((kind) => () => temporalFor(kind, { adminUrl, folder, say }));
  for (const start of starts) {
    const temporal = await start();
    shutdown.onShutdown({
      name: `Temporal (${temporal.name})`,
      stop: () => temporal.stop(),
      kill: () => temporal.kill(),
    });
    temporals.push(temporal);
  }
  return {
    temporals,
    bench: {
      ...{ adminUrl, bundleFile },
      mail: {
        url: outside.smtpUrl ?? sink?.url ?? '',
        from: 'Văn phòng Ban Chỉ đạo <office@burst.example.test>',
        replyTo: 'office@burst.example.test',
      },
      ...(postgres && { postgresPid: postgres.pid }),
      ...(sink && { sink }),
    },
  };
}
