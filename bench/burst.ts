import { cpus } from 'node:os';
import { createShutdown } from '../worker/shutdown.ts';
import { NotThisMachine, outsideAddresses } from './addresses.ts';
import { BadArgument, readArguments, USAGE } from './arguments.ts';
import { runBurst } from './runBurst.ts';

/** `npm run bench:burst`: how much of a bare loop's throughput is left with the engine around it. */
async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const say = (line: string) => console.error(line);
  const shutdown = createShutdown(say);
  const stopListening = shutdown.listen();
  try {
    const asked = readArguments(process.argv.slice(2));
    const outside = outsideAddresses(process.env);
    say(`Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);
    const faults = await runBurst(asked, outside, { shutdown, say, print: console.log });
    for (const fault of faults) console.error(`BROKEN: ${fault}`);
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BadArgument || error instanceof NotThisMachine)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  } finally {
    stopListening();
    await shutdown.run();
  }
}

process.exitCode = await main();
