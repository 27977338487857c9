import { randomUUID } from 'node:crypto';
import { temporalProcessGateway } from '../../../api/processGateway.ts';
import { obligationId, processWorkflowId, roundWorkflowId } from '../../../contracts/ids.ts';
import { UPDATES } from '../../../contracts/messages.ts';
import { readNotice } from '../../../db/notices/readNotice.ts';
import type { Trial } from '../../../dev/trial/openTrial.ts';
import { atLocal } from '../../../domain/time/zone.ts';
import { beat } from '../../../worker/noteSignsOfLife.ts';
import { decidersOf, reason } from './deciders.ts';
import { type EveryKind, ON } from './everyKind.ts';

/**
 * Plays the whole notice on the rehearsal's clock. The cast does what people do every day; every decision that a workflow
 * takes is made here, while the clock stands.
 */
export async function playRehearsal(
  trial: Trial,
  { notice, on, period, processPath, periodPath }: EveryKind,
): Promise<[what: string, workflowId: string][]> {
  const { pool, conductor, client } = trial;
  const { admin, chair, deputy, office } = await decidersOf(trial, notice.id);
  const at = (days: number, time: string) => atLocal(on(days), time, notice.zone);
  const until = (days: number, time: string) => conductor.runTo(at(days, time));
  const some = async (sql: string, ...values: unknown[]): Promise<string> => {
    const { rows } = await pool.query<{ id: string }>(sql, values);
    if (!rows[0]) throw new Error(`nothing was found for: ${sql}`);
    return rows[0].id;
  };
  const [first, second, third] = ON.reports;

  await until(2, '10:00');
  await admin(`${processPath('propaganda')}/pause`, { reason });
  await until(5, '10:00');
  await admin(`${processPath('propaganda')}/resume`, { reason });

  await until(first - 4, '08:00'); // asked, and nobody has answered yet
  const owed = (party: string) => obligationId(period('reports', first), 'main', party);
  const decide = '/obligations/decisions';
  await chair(`${decide}/extend`, { obligations: [owed('ana')], dueDate: on(first + 3), reason });
  await chair(`${decide}/reassign`, { obligation: owed('binh'), to: 'office', reason });
  await admin(`${decide}/cancel`, { obligations: [owed('unit-3')], reason });
  await until(first + 1, '12:00');
  const held = await some(
    `select o.id from climb c join obligation o on o.id = c.obligation_id
     where o.period_id = $1 and c.rung = 'deputy' and c.recipient_id = 'deputy' and o.outcome = 'open'`,
    period('reports', first),
  );
  await deputy(`${decide}/hold`, { obligations: [held], rung: 'chair', workingDays: 1, reason });
  const settled = await some(
    `select id from obligation where period_id = $1 and outcome = 'on-time' order by id limit 1`,
    period('reports', first),
  );
  await loseRace(settled);
  const submission = await some(
    `select s.id from submission s join submission_obligation so on so.submission_id = s.id
     join obligation o on o.id = so.obligation_id
     where o.period_id = $1 and s.review = 'unreviewed' order by s.id limit 1`,
    period('reports', first),
  );
  const supplement = { comment: reason, dueDate: on(first + 4) };
  await office(`/submissions/${submission}/supplement`, supplement);

  await until(second - 2, '12:00');
  await admin(`${processPath('reports')}/pause`, { reason });
  await until(second - 1, '12:00');
  await admin(`${processPath('reports')}/resume`, { reason });
  await engineIsDown([second + 2, '12:00'], [second + 3, '10:00']);

  await until(second + 4, '12:00');
  await chair(`${periodPath('reports', second)}/close`, { reason });
  await chair(`${periodPath('propaganda', ON.checkIns[1])}/skip`, { reason });
  const holder = { id: 'ana-b', name: 'Name of ana-b', address: 'ana-b@example.test' };
  const since = at(second + 8, '08:00');
  await office(`/notices/${notice.id}/parties/ana/holder`, { holder, since, reason });
  await until(third - 6, '10:00');
  await chair(`${periodPath('reports', third)}/merge`, { into: on(ON.reports[3]), reason });
  await until(ON.session - 15, '10:00');
  await chair(`${processPath('mechanism')}/move-due`, { dueDate: on(ON.session + 3), reason });
  await until(60, '10:00');
  await admin(`${processPath('propaganda')}/change-ladder`, { ladder: 'explanation', reason });
  await until(90, '10:00');
  await admin(`${processPath('propaganda')}/cancel`, { reason });
  await until(ON.reports[4] + 1, '10:00');
  await admin(`/notices/${notice.id}/amendments`, {
    notice: await withOneMoreReport(),
    reason,
    by: 'Trưởng Ban Chỉ đạo',
  });
  await until(ON.end + 1, '10:00');
  return [
    ['whole', notice.id],
    ['whole', roundWorkflowId(notice.id)],
    ...['propaganda', 'results', 'reports', 'cleanup', 'mechanism', 'digest'].map(
      (id): [string, string] => [id, processWorkflowId(notice.id, id)],
    ),
    ['decisions', period('reports', first)],
    ['paused-and-closed', period('reports', second)],
    ['outage', period('digest', ON.digests[1])],
    ['guidance-and-dossiers', period('results', ON.collected)],
    ['document', period('cleanup', ON.document, 'document')],
    ['consultation', period('mechanism', ON.session, 'consult')],
  ];

  /** The API would refuse it beforehand; sent by itself it fails in the transaction, as what loses a race does. */
  async function loseRace(obligation: string): Promise<void> {
    const gateway = temporalProcessGateway({ client, pool });
    const extension = {
      decisionId: randomUUID(),
      at: at(first + 1, '12:00'),
      actor: { id: 'person:p-chair', capacity: 'chair' },
      decision: { obligations: [obligation], dueDate: on(first + 5), boundary: 'by', reason },
    };
    const lost = await gateway
      .update(notice.id, period('reports', first), UPDATES.extend, extension)
      .then(() => 'taken')
      .catch((error: { failure?: string }) => error.failure);
    if (lost !== 'Conflict') throw new Error(`the race was not lost: ${lost}`);
  }

  async function engineIsDown(from: [number, string], to: [number, string]): Promise<void> {
    await until(...from);
    await beat(pool, at(...from), Number.POSITIVE_INFINITY);
    await trial.engine.stop();
    await pool.query('update rehearsal set now = $1', [at(...to)]);
    await beat(pool, at(...to), notice.settings.outage.toleranceMinutes * 60_000);
    await trial.engine.start();
  }

  /** A date behind the last one, which the cycle had opened already. */
  async function withOneMoreReport() {
    const { notice: inForce } = await readNotice(pool, notice.id);
    const amended = structuredClone(inForce);
    for (const process of amended.directives.flatMap(({ processes }) => processes)) {
      if (process.kind !== 'reporting-cycle' || process.id !== 'reports') continue;
      if (process.recurrence.every === 'dates') process.recurrence.dates.push(on(ON.end - 3));
    }
    return amended;
  }
}
