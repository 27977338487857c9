import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('./printPlan.ts', import.meta.url));
const planUnder = (TZ: string, LC_ALL: string): string =>
  execFileSync(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, TZ, LC_ALL, LANG: LC_ALL },
    encoding: 'utf8',
  });

it('plans the same whatever the time zone and the language of the machine', () => {
  const here = planUnder('Asia/Ho_Chi_Minh', 'vi_VN.UTF-8');
  expect(JSON.parse(here)).toHaveLength(52);
  expect(planUnder('America/New_York', 'en_US.UTF-8')).toBe(here);
  expect(planUnder('Pacific/Apia', 'C')).toBe(here);
}, 60_000);
