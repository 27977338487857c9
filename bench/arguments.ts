import { parseArgs } from 'node:util';

/** The servers that carry a burst out, and the loop beside them. */
export const SERVERS = ['postgres', 'embedded'] as const;
export type ServerKind = (typeof SERVERS)[number];

/** What the bench was asked to do. */
export interface BurstArguments {
  /** How many obligations fall due at once, one burst for each. */
  sizes: number[];
  /** How often each side runs, turn by turn. */
  reps: number;
  servers: ServerKind[];
  /** Ends the worker in the middle of a burst instead of comparing with the loop. */
  kill: boolean;
}

/** An argument the bench cannot work with; the message says what would be right. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}

export const USAGE = `npm run bench:burst -- [--n 1000,10000] [--reps 3] [--servers postgres,embedded] [--kill]

  --n        obligations that fall due at one instant; several, separated by commas
  --reps     runs of each side for each n, interleaved
  --servers  postgres (Temporal's server on PostgreSQL), embedded (the development server)
  --kill     kill -9 the worker in the middle of each burst, start another, count what was sent twice

Addresses from outside, instead of servers of the bench's own, all of them on this machine:
  BENCH_DATABASE_URL      a PostgreSQL superuser's; databases named bench_… are made and dropped
  BENCH_SMTP_URL          smtp://127.0.0.1:2525; what it got cannot be counted then
  BENCH_TEMPORAL_ADDRESS  127.0.0.1:7233; takes the place of both servers`;

/** Reads the command line. @throws BadArgument */
export function readArguments(words: readonly string[]): BurstArguments {
  let values: { n: string; reps: string; servers: string; kill: boolean };
  try {
    ({ values } = parseArgs({
      args: [...words],
      options: {
        n: { type: 'string', default: '1000,10000' },
        reps: { type: 'string', default: '3' },
        servers: { type: 'string', default: SERVERS.join(',') },
        kill: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new BadArgument(error instanceof Error ? error.message : String(error));
  }
  return {
    sizes: values.n.split(',').map((word) => wholeNumber('--n', word, 100_000)),
    reps: wholeNumber('--reps', values.reps, 100),
    servers: values.servers.split(',').map(serverKind),
    kill: values.kill,
  };
}

function wholeNumber(option: string, word: string, most: number): number {
  const number = Number(word);
  if (/^\d+$/.test(word) && number >= 1 && number <= most) return number;
  throw new BadArgument(`${option}: "${word}" is not a whole number from 1 to ${most}`);
}

function serverKind(word: string): ServerKind {
  const known = SERVERS.find((kind) => kind === word);
  if (known) return known;
  throw new BadArgument(`--servers: "${word}" is none of ${SERVERS.join(', ')}`);
}
