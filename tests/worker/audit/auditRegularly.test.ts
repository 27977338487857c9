import type { Client } from '@temporalio/client';
import { simpleParser } from 'mailparser';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { AuditFinding } from '../../../contracts/audit.ts';
import { asOnlyAuditor } from '../../../db/audit/asOnlyAuditor.ts';
import { listRuns } from '../../../db/audit/runs.ts';
import { tellAdmins } from '../../../post/tellAdmins.ts';
import { openTransport } from '../../../post/transport.ts';
import { auditRegularly } from '../../../worker/audit/auditRegularly.ts';
import { startMailServer } from '../../post/mailServer.ts';
import { ownRegister } from '../../support/ownRegister.ts';
import { type Committee, openCommittee } from '../../support/register.ts';

// Live notices of 2020 on the machine's clock: every step of theirs is long overdue, and no workflow runs.

const register = ownRegister({ max: 20 });
let committee: Committee;
beforeEach(async () => {
  await register.pool.query('delete from audit_run');
  committee = await openCommittee(register.pool);
});

/** A Temporal in which nothing runs. */
const nothingRuns = {
  withDeadline: (_until: number, work: () => Promise<unknown>) => work(),
  workflow: {
    async *list() {},
    getHandle: (id: string) => ({
      describe: async () => ({ raw: {}, status: { name: 'TERMINATED' }, workflowId: id }),
    }),
  },
} as unknown as Client;

/** An auditor whose runs can be waited for. */
function startAuditor(options: {
  intervalMs: number;
  tell?: (findings: AuditFinding[]) => Promise<boolean>;
}) {
  const stopping = new AbortController();
  const runs: AuditFinding[][] = [];
  let onRun = () => {};
  const said: string[] = [];
  const ended = auditRegularly({
    pool: register.pool,
    client: nothingRuns,
    intervalMs: options.intervalMs,
    tell: options.tell,
    say: (line) => said.push(line),
    signal: stopping.signal,
    audited: (findings) => {
      runs.push(findings);
      onRun();
    },
  });
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  onTestFinished(stop);
  return {
    runs,
    said,
    stop,
    /** resolves once it has run so many times */
    ran: (times: number) =>
      new Promise<void>((resolve) => {
        onRun = () => {
          if (runs.length >= times) resolve();
        };
        onRun();
      }),
  };
}

const kept = () => listRuns(register.pool, 100);

test('each run is kept with its counts and ids', async () => {
  const auditor = startAuditor({ intervalMs: 20 });
  await auditor.ran(1);
  await auditor.stop();
  const [run] = await kept();
  const found = run?.findings.find(
    ({ code, notice }) => code === 'workflow-missing' && notice === committee.id,
  );
  expect(found?.ids).toEqual([
    committee.id,
    `${committee.id}/~round`,
    `${committee.id}/reports`,
    committee.period,
  ]);
  expect(run?.counts['workflow-missing']).toBeGreaterThanOrEqual(4);
  expect(JSON.stringify(run)).not.toMatch(/@example\.test|Name of/);
});

test('of several workers one audits in an interval', async () => {
  const auditors = [1, 2, 3].map(() => startAuditor({ intervalMs: 1_500 }));
  await Promise.race(auditors.map((one) => one.ran(1)));
  await Promise.all(auditors.map((one) => one.stop()));
  expect(auditors.flatMap(({ runs }) => runs)).toHaveLength(1);
  expect(await kept()).toHaveLength(1);
});

test('while one audits, no other begins; the lock is free again afterwards, also where it failed', async () => {
  let othersTurn: boolean | undefined;
  const done = await asOnlyAuditor(register.pool, async () => {
    othersTurn = await asOnlyAuditor(register.pool, async () => {
      throw new Error('two at once');
    });
  });
  expect([done, othersTurn]).toEqual([true, false]);
  await expect(
    asOnlyAuditor(register.pool, async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(await asOnlyAuditor(register.pool, async () => {})).toBe(true);
});

test('a run that fails is said, and the next is made', async () => {
  let times = 0;
  const auditor = startAuditor({
    intervalMs: 20,
    tell: async () => {
      times += 1;
      if (times === 1) throw new Error('the mail broke');
      return true;
    },
  });
  await auditor.ran(1);
  expect(auditor.said).toEqual(['the auditor: the mail broke; tried again']);
});

test('admins get one mail when something is found, and none for the same again', async () => {
  const server = await startMailServer();
  onTestFinished(() => server.stop());
  const transport = openTransport({ url: server.url });
  onTestFinished(() => transport.close());
  const mail = { url: server.url, from: 'dondoc <d@office.example>', replyTo: 'o@office.example' };
  const addresses = ['admin-1@example.test', 'admin-2@example.test'];
  const auditor = startAuditor({
    intervalMs: 20,
    tell: (findings) =>
      tellAdmins(
        { transport, mail, addresses, baseUrl: 'https://d.example', say: () => {} },
        findings,
      ),
  });
  await auditor.ran(4);
  await auditor.stop();

  expect(server.taken.map(({ to }) => to).sort()).toEqual(addresses);
  const { subject, text, from, html } = await simpleParser(server.taken[0]?.raw ?? '');
  expect(from?.text).toContain('d@office.example');
  expect(subject).toMatch(/^\[dondoc\] Cần kiểm tra hệ thống: \d+ vấn đề \/ \[dondoc\] The engine/);
  expect(text).toContain(`workflow-missing (${committee.id}): 4`);
  expect(text).toContain('Tiến trình phải chạy mà không chạy: chạy lệnh dondoc restore-processes.');
  expect(text).toContain('A workflow should run and does not: run dondoc restore-processes.');
  expect(text).toContain('https://d.example/api/v1/audit');
  expect(text).not.toMatch(/@example\.test|Name of/);
  expect(html).toBe(false);
});

test('a mail that no server takes is tried again at the next run', async () => {
  const tries: number[] = [];
  const auditor = startAuditor({
    intervalMs: 20,
    tell: async (findings) => {
      tries.push(findings.length);
      return tries.length > 1;
    },
  });
  await auditor.ran(3);
  await auditor.stop();
  expect(tries).toHaveLength(2);
});
