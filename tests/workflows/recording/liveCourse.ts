import { temporalProcessGateway } from '../../../api/processGateway.ts';
import { obligationId, processWorkflowId, roundWorkflowId } from '../../../contracts/ids.ts';
import { loadNotice } from '../../../db/notices/loadNotice.ts';
import { markRunning } from '../../../db/periods/processState.ts';
import type { Trial } from '../../../dev/trial/openTrial.ts';
import { atLocal } from '../../../domain/time/zone.ts';
import { beat } from '../../../worker/noteSignsOfLife.ts';
import { decidersOf, reason } from './deciders.ts';
import { type EveryKind, ON } from './everyKind.ts';
import { untilRecorded } from './untilRecorded.ts';

/**
 * Carries the notice out on the live clock, where everything up to today is due at once and the rest is waited for. No
 * cast plays here: what is owed is keyed in by the office or stays away.
 * @returns the workflows whose histories are worth keeping
 */
export async function playLive(
  trial: Trial,
  { notice, on, period, processPath, periodPath }: EveryKind,
): Promise<[what: string, workflowId: string][]> {
  const { pool, client } = trial;
  const startedAt = atLocal(notice.head.start.on, notice.head.start.at, notice.zone);
  const processes = notice.directives.flatMap((one) => one.processes.map(({ id }) => id));
  const [first, second, third, fourth, fifth] = ON.reports;
  const collected = ON.collected;
  const decide = '/obligations/decisions';

  await loadNotice(pool, { notice, now: startedAt, clock: 'live' });
  // running since then: what came before a start would be recorded without a letter
  for (const id of processes) await markRunning(pool, notice.id, id, startedAt);
  await engineWasDown(ON.digests[1] - 1, ON.digests[1] + 1);
  await temporalProcessGateway({ client, pool }).startProcesses(notice.id, processes);
  const { admin, chair, deputy, office, above } = await decidersOf(trial, notice.id);
  const until = untilRecorded(pool);

  for (const due of [first, second, third]) {
    await until.opened(period('reports', due));
    const looked = { book: true, tray: true, zalo: true };
    await office(`${periodPath('reports', due)}/certify`, looked);
  }
  const owed = (due: number, party: string) => obligationId(period('reports', due), 'main', party);
  await until.taken(period('reports', first), 'rung-deputy');
  const held = { obligations: [owed(first, 'ana')], rung: 'chair', workingDays: 1 };
  await deputy(`${decide}/hold`, { ...held, reason });
  await chair(`${decide}/extend`, { obligations: [owed(second, 'ana')], dueDate: on(62), reason });
  const passedOn = { obligation: owed(second, 'binh'), to: 'office', dueDate: on(62) };
  await chair(`${decide}/reassign`, { ...passedOn, reason });
  await admin(`${decide}/cancel`, { obligations: [owed(second, 'unit-3')], reason });
  await keyIn(owed(third, 'ana'));
  const submission = await until.handedIn(owed(third, 'ana'));
  const supplement = { comment: reason, dueDate: on(63) };
  await office(`/submissions/${submission.id}/supplement`, supplement);

  await admin(`${processPath('reports')}/pause`, { reason });
  await admin(`${processPath('reports')}/resume`, { reason });
  await chair(`${periodPath('reports', fourth)}/merge`, { into: on(fifth), reason });
  await admin(`${periodPath('reports', first)}/close`, { reason });

  await keyIn(obligationId(period('results', collected), 'guidance', 'office'), above);
  await until.taken(period('results', collected), 'rung-deputy');
  await chair(`${periodPath('results', collected)}/close`, { reason });

  await chair(`${processPath('mechanism')}/move-due`, { dueDate: on(ON.session + 3), reason });
  await keyIn(obligationId(period('mechanism', ON.session, 'draft'), 'main', 'binh'));

  const document = period('cleanup', ON.document, 'document');
  await keyIn(obligationId(document, 'main', 'ana'));
  await until.taken(document, 'due');
  await admin(`${processPath('cleanup')}/change-ladder`, { ladder: 'explanation', reason });
  await admin(`${processPath('cleanup')}/cancel`, { reason });

  await chair(`${periodPath('propaganda', ON.checkIns[2])}/skip`, { reason });
  await admin(`${processPath('propaganda')}/cancel`, { reason });
  await until.closed(period('reports', first));
  for (const id of ['results', 'cleanup', 'propaganda']) {
    await client.workflow.getHandle(processWorkflowId(notice.id, id)).result();
  }

  return [
    ['whole', notice.id],
    ['whole', roundWorkflowId(notice.id)],
    ...processes.map((id): [string, string] => [id, processWorkflowId(notice.id, id)]),
    ['held-and-closed', period('reports', first)],
    ['extended-and-reassigned', period('reports', second)],
    ['supplement', period('reports', third)],
    ['outage', period('digest', ON.digests[1])],
    ['guidance-and-dossiers', period('results', collected)],
    ['document', document],
  ];

  /** An outage of which the register knows, so that the periods which it touched are made good. */
  async function engineWasDown(from: number, to: number): Promise<void> {
    const at = (days: number) => atLocal(on(days), '12:00', notice.zone);
    await beat(pool, at(from), Number.POSITIVE_INFINITY);
    await beat(pool, at(to), notice.settings.outage.toleranceMinutes * 60_000);
  }

  /** Keys in a report on paper that came just now. */
  async function keyIn(obligation: string, by = office): Promise<void> {
    await until.owed(obligation);
    await by(`${decide}/key-in`, {
      obligations: [obligation],
      channel: 'paper',
      receivedAt: new Date().toISOString(),
      body: 'Đã làm xong.',
      reason,
    });
  }
}
