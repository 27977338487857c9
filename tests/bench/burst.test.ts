import { describe, expect, inject, test } from 'vitest';
import { NotThisMachine, outsideAddresses } from '../../bench/addresses.ts';
import { BadArgument, readArguments } from '../../bench/arguments.ts';
import { ratiosOf, spreadOf } from '../../bench/measure/spread.ts';
import { differences, faultsIn } from '../../bench/period/checkRows.ts';
import { runBurst } from '../../bench/runBurst.ts';
import { createShutdown } from '../../worker/shutdown.ts';

describe('the command line of the burst bench', () => {
  test('runs a thousand and ten thousand, three times each, unless told otherwise', () => {
    expect(readArguments([])).toEqual({
      sizes: [1000, 10_000],
      reps: 3,
      servers: ['postgres', 'embedded'],
      kill: false,
    });
  });

  test('takes sizes, turns, servers and the kill', () => {
    const words = ['--n', '50,60', '--reps', '1', '--servers', 'embedded', '--kill'];
    expect(readArguments(words)).toEqual({
      sizes: [50, 60],
      reps: 1,
      servers: ['embedded'],
      kill: true,
    });
  });

  test.each([
    [['--n', '0'], /--n: "0" is not a whole number/],
    [['--n', '10,'], /--n: "" is not a whole number/],
    [['--reps', '1.5'], /--reps: "1.5"/],
    [['--servers', 'cassandra'], /"cassandra" is none of postgres, embedded/],
    [['--speed', '3'], /--speed/],
  ])('refuses %j and says why', (words, why) => {
    expect(() => readArguments(words)).toThrow(BadArgument);
    expect(() => readArguments(words)).toThrow(why);
  });
});

describe('addresses from outside', () => {
  test('are taken on this machine', () => {
    const given = {
      BENCH_DATABASE_URL: 'postgresql://postgres:x@localhost:5432/postgres',
      BENCH_SMTP_URL: 'smtp://[::1]:2525',
      BENCH_TEMPORAL_ADDRESS: '127.0.0.1:7233',
    };
    expect(outsideAddresses(given)).toEqual({
      databaseUrl: given.BENCH_DATABASE_URL,
      smtpUrl: given.BENCH_SMTP_URL,
      temporalAddress: given.BENCH_TEMPORAL_ADDRESS,
    });
  });

  test.each([
    ['BENCH_SMTP_URL', 'smtp://mail.example.test:25'],
    ['BENCH_SMTP_URL', 'smtp://127.0.0.1.example.test'],
    ['BENCH_SMTP_URL', 'smtp://127.0.0.1@mail.example.test'],
    ['BENCH_DATABASE_URL', 'postgresql://postgres@10.0.0.1/postgres'],
    ['BENCH_TEMPORAL_ADDRESS', 'temporal.example.test:7233'],
  ])('are refused anywhere else: %s=%s', (name, value) => {
    expect(() => outsideAddresses({ [name]: value })).toThrow(NotThisMachine);
  });
});

describe('the comparison', () => {
  test('sets each turn against the loop of the same turn', () => {
    const ratios = ratiosOf([800, 450, 900], [1000, 500, 1000]);
    expect(ratios).toEqual([0.8, 0.9, 0.9]);
    expect(spreadOf(ratios)).toEqual({ median: 0.9, min: 0.8, max: 0.9 });
    expect(spreadOf([1, 2]).median).toBe(1.5);
    expect(() => ratiosOf([1], [])).toThrow(/cannot be compared/);
  });

  test('tells a missing, a doubled and a different row', () => {
    const rows = [
      'attempt unit-1 1 sent 250',
      'finding unit-1 recorded {} f',
      'letter unit-1 sent 1',
      'log unit-1 letter-sent engine',
      'log unit-1 letter-written engine',
      'log unit-1 no-report-recorded engine',
    ];
    expect(faultsIn(rows, 1)).toEqual([]);
    expect(faultsIn(rows.slice(1), 1)).toHaveLength(1);
    expect(faultsIn([...rows, 'letter unit-1 sent 1'], 1)).toHaveLength(1);
    expect(differences(rows, rows)).toEqual([]);
    expect(differences(rows, [...rows, 'letter unit-1 sent 1'])).toEqual(['6 rows against 7']);
    expect(differences(rows, rows.slice(1))).toEqual(['attempt unit-1 1 sent 250']);
  });
});

test('engine and loop leave the same rows and letters behind for each of fifty parties', async () => {
  const shutdown = createShutdown(() => {});
  const printed: string[] = [];
  try {
    const faults = await runBurst(
      { sizes: [50], reps: 1, servers: ['embedded'], kill: false },
      { databaseUrl: inject('postgresAdminUrl') },
      { shutdown, say: () => {}, print: (text) => printed.push(text) },
    );
    expect(faults).toEqual([]);
  } finally {
    expect(await shutdown.run()).toEqual([]);
  }
  expect(printed.join('\n')).toMatch(/\| embedded \|.*\n\| loop \|/);
}, 120_000);
