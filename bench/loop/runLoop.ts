import { setTimeout as delay } from 'node:timers/promises';
import { readNotice } from '../../db/notices/readNotice.ts';
import type { Pool } from '../../db/pool.ts';
import type { MailSettings, MailTransport } from '../../post/transport.ts';
import { type LoopTask, makeLetter, type Owing } from './makeLetter.ts';
import { settleChunk } from './settleChunk.ts';
import { writeChunk } from './writeChunk.ts';

export interface LoopDeps {
  pool: Pool;
  transport: MailTransport;
  mail: MailSettings;
}

const CHUNK = 10;
const LANES = 4;

/**
 * What one would write without an engine: at the due instant a loop over the open obligations in chunks of ten, four
 * at once; the rows of ten in one transaction, their letters through the same SMTP pool, their states in a second one.
 * It composes and renders the same letters, and knows of no retries, no gates, no decisions and no second worker.
 */
export async function runLoop(task: LoopTask, { pool, transport, mail }: LoopDeps): Promise<void> {
  await delay(Math.max(0, Date.parse(task.dueAt) - Date.now()));
  const { notice } = await readNotice(pool, task.noticeId);
  const { rows: waiting } = await pool.query<Owing>(OWING, [task.scheduleId]);
  const now = new Date().toISOString();
  const context = { mail, linkSecret: 'of the bench, opens nothing', baseUrl: 'http://127.0.0.1' };

  const lane = async (): Promise<void> => {
    for (let ten = waiting.splice(0, CHUNK); ten.length > 0; ten = waiting.splice(0, CHUNK)) {
      const letters = ten.map((owing) => makeLetter(owing, { task, notice, now, context }));
      const rows = letters.map(({ row }) => row);
      await writeChunk(pool, task, rows, now);
      const sent = await Promise.all(
        letters.map(async ({ row, mail }) => ({ id: row.id, ...(await transport.send(mail)) })),
      );
      await settleChunk(pool, task.noticeId, sent, new Date().toISOString());
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

const OWING = `
select o.id as "obligationId", p.title, h.person_id as "personId", c.name, c.address,
  jsonb_build_array(jsonb_build_object('kind', l.kind, 'state', l.state, 'at', l.sent_at)) as evidence
from obligation o
join party p on p.notice_id = o.notice_id and p.id = o.party_id
join holding h on h.notice_id = o.notice_id and h.party_id = o.party_id
join person_contact c on c.notice_id = h.notice_id and c.person_id = h.person_id
join letter_obligation lo on lo.obligation_id = o.id
join letter l on l.id = lo.letter_id
where o.schedule_id = $1 and o.outcome = 'open' order by o.ordinal`;
