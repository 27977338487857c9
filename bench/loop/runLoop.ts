import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Transporter } from 'nodemailer';
import type { SentEvidence } from '../../contracts/letters.ts';
import type { Instant } from '../../contracts/plan.ts';
import { messageIdOf } from '../../db/letters/queueLetters.ts';
import { readNotice } from '../../db/notices/readNotice.ts';
import type { Pool } from '../../db/pool.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { sendOne } from '../../post/sendOne.ts';
import type { MailSettings } from '../../post/transport.ts';
import { BURST } from '../notice/burstNotice.ts';
import { settleChunk } from './settleChunk.ts';
import { type LoopLetter, writeChunk } from './writeChunk.ts';

export interface LoopTask {
  noticeId: string;
  periodId: string;
  scheduleId: string;
  lastDay: string;
  dueAt: Instant;
}

export interface LoopDeps {
  pool: Pool;
  transport: Pick<Transporter, 'sendMail'>;
  mail: MailSettings;
}

const CHUNK = 10;
const LANES = 4;

/** One silent party as the loop reads it. */
interface Owing {
  obligationId: string;
  title: string;
  personId: string;
  name: string;
  address: string;
  evidence: SentEvidence[];
}

/**
 * What one would write without an engine: at the due instant a loop over the open obligations in chunks of ten, four
 * at once; the rows of ten in one transaction, their letters through the same SMTP pool, their states in a second one.
 * It composes and renders the same letters, and knows of no retries, no gates, no decisions and no second worker.
 */
export async function runLoop(task: LoopTask, { pool, transport, mail }: LoopDeps): Promise<void> {
  await delay(Math.max(0, Date.parse(task.dueAt) - Date.now()));
  const { notice } = await readNotice(pool, task.noticeId);
  const [head, matter] = [noticeHead(notice), matterOf(notice, BURST.processId)];
  const { rows: waiting } = await pool.query<Owing>(OWING, [task.scheduleId]);
  const context = { mail, linkSecret: 'of the bench, opens nothing', baseUrl: 'http://127.0.0.1' };
  const now = new Date().toISOString();

  const letterTo = (owing: Owing): LoopLetter => ({
    ...owing,
    id: randomUUID(),
    findingId: randomUUID(),
    ...nameOf(`overdue/${task.scheduleId}/overdue/${owing.personId}`),
    document: composeLetter(
      'overdue',
      {
        to: owing.name,
        addressee: 'unit',
        matter,
        owed: [{ obligationId: owing.obligationId, capacity: owing.title }],
        lastDay: task.lastDay,
        dueAt: task.dueAt,
        lockAt: task.dueAt,
        climbsTo: [],
        words: null,
        notes: [],
        trial: false,
        deliverable: 'report',
        insteadOf: null,
      },
      head,
    ),
  });

  const lane = async (): Promise<void> => {
    for (let ten = waiting.splice(0, CHUNK); ten.length > 0; ten = waiting.splice(0, CHUNK)) {
      const letters = ten.map(letterTo);
      await writeChunk(pool, task, letters, now);
      const results = await Promise.all(
        letters.map((letter) =>
          sendOne(
            {
              ...letter,
              ...{ noticeId: task.noticeId, kind: 'overdue', writtenAt: now, zone: notice.zone },
              ...{ attempts: 1, bytesSha256: null, linkGeneration: 1 },
            },
            transport,
            context,
          ),
        ),
      );
      await settleChunk(pool, task.noticeId, results, new Date().toISOString());
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

const nameOf = (key: string) => ({ key, messageId: messageIdOf(key) });

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
