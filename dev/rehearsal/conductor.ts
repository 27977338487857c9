import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { WAKE, type WakeSignal } from '../../contracts/messages.ts';
import type { Instant } from '../../contracts/plan.ts';
import { acceptByTime } from '../../db/decisions/acceptByTime.ts';
import type { Pool } from '../../db/pool.ts';
import { CAST_CHANNEL } from '../mailbox/keepMessage.ts';
import { isQuiet, nextPlanned, type Pending, readPending } from './pending.ts';

export interface ConductorOptions {
  pool: Pool;
  client: Client;
  noticeId: string;
  /** What has broken in the cast, if anything has: a rehearsal without it would wait in vain. */
  alarm?: () => Error | undefined;
  /** Called after each leap with the new instant. */
  onLeap?: (now: Instant) => void;
  /** How long, on the machine's clock, anything may stay pending before the conductor gives up. */
  patienceMs?: number;
}

/** Something stayed pending: a workflow whose task keeps failing, a letter that is never taken. It names what. */
export class NeverQuiet extends Error {
  override readonly name = 'NeverQuiet';
  constructor(pending: Pending, workflows: string[]) {
    const what = Object.entries(pending).flatMap(([name, n]) =>
      n > 0 && name !== 'now' ? [`${n} ${name}`] : [],
    );
    super(
      `the rehearsal does not come to rest: ${what.join(', ')} pending (${workflows.join(', ') || 'no workflow'})`,
    );
  }
}

export interface Conductor {
  /** Leaps from one planned instant to the next up to `target`, and stands there. Answers with the number of leaps. */
  runTo(target: Instant): Promise<number>;
  /** Makes one leap: to the next planned instant. Answers with it, or null where nothing is planned any more. */
  step(): Promise<Instant | null>;
  /** Ends a run at the next standstill. */
  pause(): void;
}

/**
 * Conducts a rehearsal: the clock stands still while anything is pending, then leaps to the next planned instant and
 * wakes everybody who waited for it.
 */
export function createConductor(options: ConductorOptions): Conductor {
  const { pool, client, noticeId, alarm, onLeap, patienceMs = 120_000 } = options;
  let paused = false;

  /** Waits until nothing is pending; each question is one query, asked more slowly the longer it takes. */
  async function standStill(): Promise<Instant> {
    const since = Date.now();
    let rung = since;
    for (let wait = 2; ; wait = Math.min(wait * 1.5, 10)) {
      const broken = alarm?.();
      if (broken) throw broken;
      const pending = await readPending(pool, noticeId);
      if (isQuiet(pending)) return pending.now;
      if (Date.now() - since > patienceMs) throw new NeverQuiet(pending, await unanswered());
      if (Date.now() - rung > 5_000) {
        rung = Date.now();
        await wakeAgain(); // a wake-up noted but never sent, where the process ended in between
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  async function unanswered(): Promise<string[]> {
    const { rows } = await pool.query<{ workflow_id: string }>(
      'select workflow_id from clock_wait where notice_id = $1 and woken > answered order by 1 limit 20',
      [noticeId],
    );
    return rows.map((row) => row.workflow_id);
  }

  async function wakeAgain(): Promise<void> {
    const { rows } = await pool.query<{ workflow_id: string; ticket: number; now: Instant }>(
      `select w.workflow_id, w.woken as ticket, r.now from clock_wait w join rehearsal r using (notice_id)
       where w.notice_id = $1 and w.woken > w.answered`,
      [noticeId],
    );
    await wakeAll(rows, 'fact', (error) => {
      // one that has been entered in the roll-call and whose start is still under way
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    });
  }

  async function wakeAll(
    rows: { workflow_id: string; ticket: number; now: Instant }[],
    cause: 'fact' | 'leap',
    onError = (error: unknown): void => {
      throw error;
    },
  ): Promise<void> {
    await Promise.all(
      rows.map(({ workflow_id, ticket, now }) => {
        const wake: WakeSignal = { kind: 'rehearsal', cause, ticket, now };
        return client.workflow.getHandle(workflow_id).signal(WAKE, wake).catch(onError);
      }),
    );
  }

  async function leap(to: Instant): Promise<void> {
    await pool.query('update rehearsal set now = $2 where notice_id = $1 and now < $2', [
      noticeId,
      to,
    ]);
    // the hourly sweep of reviews: here, while everybody stands still, it meets nobody
    await acceptByTime(pool, { noticeId, now: to });
    const { rows } = await pool.query<{ workflow_id: string; ticket: number; now: Instant }>(
      `update clock_wait w set woken = woken + 1 from rehearsal r
       where w.notice_id = $1 and r.notice_id = $1 and w.wake_at <= r.now and w.woken = w.answered
       returning w.workflow_id, w.woken as ticket, r.now`,
      [noticeId],
    );
    await wakeAll(rows, 'leap');
    // the post office polls once a second: letters that waited for this hour must not
    await pool.query(`select pg_notify($1, ''), pg_notify('letters', '')`, [CAST_CHANNEL]);
    onLeap?.(to);
  }

  async function step(): Promise<Instant | null> {
    const now = await standStill();
    const next = await nextPlanned(pool, noticeId);
    if (next === null) return null;
    await leap(next < now ? now : next);
    await standStill();
    return next;
  }

  return {
    step,
    pause: () => {
      paused = true;
    },
    async runTo(target) {
      paused = false;
      await pool.query(`update rehearsal set target = $2, state = 'running' where notice_id = $1`, [
        noticeId,
        target,
      ]);
      let leaps = 0;
      for (; !paused; leaps++) {
        await standStill();
        const next = await nextPlanned(pool, noticeId);
        if (next === null || next > target) break;
        await leap(next);
      }
      await standStill();
      await pool.query(
        `update rehearsal set state = 'standing', now = case when $3 then now else greatest(now, $2) end where notice_id = $1`,
        [noticeId, target, paused],
      );
      return leaps;
    },
  };
}
