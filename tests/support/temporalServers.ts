import { findTemporal } from '../../dev/stack/temporalBinary.ts';
import { findTestServer } from '../../dev/stack/timeSkippingServer.ts';

/**
 * Finds both of Temporal's servers before any test runs, building what is missing: the first time that takes minutes,
 * which no test's own time limit would allow. Where one cannot be had, the run fails and says what to install.
 */
export default async function setup(): Promise<void> {
  const { TEMPORAL_ADDRESS: _, ...env } = process.env; // the tests' servers are their own
  const say = (line: string) => console.log(line);
  await findTemporal({ env, say });
  await findTestServer({ env, say });
}
