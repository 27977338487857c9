/** Servers given from outside; undefined where the bench brings up its own. */
export interface OutsideAddresses {
  /** A PostgreSQL superuser's URL. */
  databaseUrl?: string;
  smtpUrl?: string;
  /** `host:port` of a Temporal server. */
  temporalAddress?: string;
}

/** An address that a bench may not use. */
export class NotThisMachine extends Error {
  override readonly name = 'NotThisMachine';
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * Reads the BENCH_… variables. Only this machine's own addresses are taken: thousands of letters from a bench must
 * never reach anybody, and a bench over a network measures the network.
 * @throws NotThisMachine
 */
export function outsideAddresses(env: NodeJS.ProcessEnv): OutsideAddresses {
  const { BENCH_DATABASE_URL, BENCH_SMTP_URL, BENCH_TEMPORAL_ADDRESS } = env;
  const found: OutsideAddresses = {};
  if (BENCH_DATABASE_URL) {
    found.databaseUrl = onLoopback('BENCH_DATABASE_URL', BENCH_DATABASE_URL, BENCH_DATABASE_URL);
  }
  if (BENCH_SMTP_URL) {
    found.smtpUrl = onLoopback('BENCH_SMTP_URL', BENCH_SMTP_URL, BENCH_SMTP_URL);
  }
  if (BENCH_TEMPORAL_ADDRESS) {
    const asUrl = `grpc://${BENCH_TEMPORAL_ADDRESS}`;
    onLoopback('BENCH_TEMPORAL_ADDRESS', BENCH_TEMPORAL_ADDRESS, asUrl);
    found.temporalAddress = BENCH_TEMPORAL_ADDRESS;
  }
  return found;
}

function onLoopback(name: string, given: string, url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (LOOPBACK.test(host)) return given;
  throw new NotThisMachine(
    `${name}: the host "${host}" is not this machine; the bench takes 127.0.0.1, localhost and ::1 only`,
  );
}
