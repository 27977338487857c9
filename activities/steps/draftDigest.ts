import type { DigestDraft } from '../../contracts/digest.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { officeLateness } from '../../db/digests/officeLateness.ts';
import { keepDraft, processCounts } from '../../db/digests/readDigestFacts.ts';
import { sourcePeriods } from '../../db/digests/sourcePeriods.ts';
import { appendLog } from '../../db/log.ts';
import type { Pool } from '../../db/pool.ts';
import { enterProposals, type ProposalEntered } from '../../db/proposals/enterProposals.ts';
import { inspectionsSince } from '../../db/records/inspectionsSince.ts';
import { inTransaction } from '../../db/transaction.ts';
import { spokenOf } from '../../domain/drafting/spokenOf.ts';
import { findProcess } from '../../domain/notice/findProcess.ts';
import { partyTitle } from '../../domain/notice/roster.ts';
import { wordsFor } from '../../letters/catalogue/deliverables.ts';
import { lateUnits, processDetails } from './digestDetails.ts';
import { digestDraftings } from './digestDraftings.ts';
import { digestReport } from './digestReport.ts';
import { draftProposals } from './draftProposals.ts';
import { leftOpenAtLast } from './leftOpenAtLast.ts';
import { readStepContext, type StepContext, type StepInput } from './step.ts';

/**
 * Drafts a digest from the register as it stands: who reported, on time, late, not at all, with what is withheld and
 * why; the processes' progress; inspections; misses in a row with the proposals that the settings give them; the office's own
 * lateness. The office edits and releases it.
 */
export async function draftDigest(pool: Pool, input: StepInput): Promise<void> {
  const context = await readStepContext(pool, input.scheduleId);
  const { draft, records } = await readDraft(pool, context, input);
  await inTransaction(pool, async (transaction) => {
    const kept = await keepDraft(transaction, {
      periodId: input.periodId,
      noticeId: context.notice.id,
      draft,
      now: input.now,
    });
    if (!kept) return;
    const proposed = await enterProposals(transaction, {
      noticeId: context.notice.id,
      digestId: input.periodId,
      now: input.now,
      proposals: records,
    });
    await appendLog(transaction, context.notice.id, input.now, [
      {
        actor: 'engine',
        action: 'digest-drafted',
        subject: input.periodId,
        detail: { reports: draft.reports.map(({ periodId, totals }) => ({ periodId, totals })) },
      },
      ...proposed,
    ]);
  });
}

async function readDraft(
  pool: Pool,
  context: StepContext,
  input: StepInput,
): Promise<{ draft: DigestDraft; records: ProposalEntered[] }> {
  const { notice, process } = context;
  const source = process.kind === 'reporting-cycle' ? process.drawsOn?.process : undefined;
  const periods =
    source === undefined
      ? []
      : await sourcePeriods(pool, {
          noticeId: notice.id,
          source,
          digestProcess: context.processId,
          digestPeriodId: input.periodId,
          now: input.now,
        });
  const reports = await Promise.all(
    periods.map((period) => digestReport(pool, notice, period, input.now)),
  );
  const late = await officeLateness(pool, {
    noticeId: notice.id,
    officePosition: notice.roles.office,
    now: input.now,
  });
  const { records, proposals, earlier } = await draftProposals(pool, notice, {
    processId: context.processId,
    periodId: input.periodId,
    now: input.now,
  });
  const { processId, periodKey } = context;
  const leftOpen = await leftOpenAtLast(pool, notice, { processId, periodKey, now: input.now });
  const draft: DigestDraft = {
    noticeId: notice.id,
    periodKey: context.periodKey,
    cutOff: input.now,
    reports,
    processes: await readProcesses(pool, notice, reports, input.now),
    attainment: await lateUnits(pool, notice, input.now),
    inspections: await inspectionsSince(pool, {
      noticeId: notice.id,
      digestProcess: context.processId,
      digestPeriodId: input.periodId,
      now: input.now,
    }),
    proposals,
    earlier,
    ...(leftOpen && { leftOpen }),
    office: late.map(({ processId, deliverable, ...one }) => ({
      title: partyTitle(notice, notice.roles.office),
      what: `${findProcess(notice, processId).process.title} (${nounOf(notice, { processId, periodKey: one.periodKey, deliverable })})`,
      ...one,
    })),
  };
  return { draft, records };
}

/** Where each process stands, in figures. */
async function readProcesses(
  pool: Pool,
  notice: Notice,
  reports: DigestDraft['reports'],
  now: Instant,
): Promise<DigestDraft['processes']> {
  const periodKeys = reports.flatMap(({ again, periodKey }) => (again ? [] : [periodKey]));
  const counts = await processCounts(pool, notice.id, now);
  const draftings = await digestDraftings(pool, notice, now);
  return Promise.all(
    counts.map(async (counted) => {
      const { process, directive } = findProcess(notice, counted.id);
      const details = await processDetails(pool, notice, counted.id, { periodKeys, now });
      const drafting = draftings.get(counted.id);
      const told = { ...counted, title: process.title, directive: directive.no, ...details };
      return drafting === undefined ? told : { ...told, drafting };
    }),
  );
}

/** What was owed, in the word that letters have for it. */
const nounOf = (
  notice: Notice,
  owed: { processId: string; periodKey: string; deliverable: string },
): string => wordsFor(spokenOf(notice, owed)).noun[notice.language];
