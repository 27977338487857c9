import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const script = fileURLToPath(new URL('printTimes.ts', import.meta.url));

interface Printed {
  machine: { locale: string; timeZone: string };
  times: { due: object }[];
}

async function timesOn(TZ: string, locale: string): Promise<Printed> {
  const env = { ...process.env, TZ, LANG: locale, LC_ALL: locale };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script], { env });
  return JSON.parse(stdout) as Printed;
}

test("gives the same times whatever the machine's zone and locale", async () => {
  const runs = [
    await timesOn('Asia/Ho_Chi_Minh', 'vi_VN.UTF-8'),
    await timesOn('America/New_York', 'en_US.UTF-8'),
    await timesOn('Pacific/Apia', 'ar_EG.UTF-8'), // digits and calendar of their own
    await timesOn('UTC', 'th_TH.UTF-8'), // Buddhist years
  ];
  const [first, ...others] = runs;

  // the settings took hold, or the comparison would prove nothing
  expect(runs.map(({ machine }) => machine.locale)).toEqual(['vi-VN', 'en-US', 'ar-EG', 'th-TH']);
  expect(new Set(runs.map(({ machine }) => machine.timeZone)).size).toBe(4);
  expect(first?.times).toHaveLength(50);
  expect(first?.times[1]?.due).toMatchObject({
    dueAt: '2020-11-30T17:00:00.000Z',
    lastDay: '2020-11-30',
  });
  for (const { times } of others) expect(times).toEqual(first?.times);
});
