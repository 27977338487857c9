import { randomUUID } from 'node:crypto';
import type { SentEvidence } from '../../contracts/letters.ts';
import type { Notice } from '../../contracts/notice/index.ts';
import type { Instant } from '../../contracts/plan.ts';
import { messageIdOf } from '../../db/letters/queueLetters.ts';
import { matterOf, noticeHead } from '../../domain/notice/letterFacts.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { buildMail, type MailContext } from '../../post/buildMail.ts';
import type { LetterMessage } from '../../post/letterMessage.ts';
import { BURST } from '../notice/burstNotice.ts';
import type { LoopRow } from './writeChunk.ts';

/** One silent party as the loop reads it. */
export interface Owing {
  obligationId: string;
  title: string;
  personId: string;
  name: string;
  address: string;
  evidence: SentEvidence[];
}

export interface LoopTask {
  noticeId: string;
  periodId: string;
  scheduleId: string;
  lastDay: string;
  dueAt: Instant;
}

/** Makes the row and the mail of a silent party's letter, as the engine composes and renders them. */
export function makeLetter(
  owing: Owing,
  about: { task: LoopTask; notice: Notice; now: Instant; context: MailContext },
): { row: LoopRow; mail: LetterMessage } {
  const { task, notice, now, context } = about;
  const { obligationId, title, personId, name, address, evidence } = owing;
  const document = composeLetter(
    'overdue',
    {
      to: name,
      addressee: 'unit',
      matter: matterOf(notice, BURST.processId),
      owed: [{ obligationId, capacity: title }],
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
    noticeHead(notice),
  );
  const key = `overdue/${task.scheduleId}/overdue/${personId}`;
  const letter = { id: randomUUID(), messageId: messageIdOf(key), personId };
  const mail = buildMail(
    {
      ...letter,
      ...{ noticeId: task.noticeId, zone: notice.zone, kind: 'overdue', writtenAt: now, name },
      ...{ attempts: 1, bytesSha256: null, wasUncertain: false, linkGeneration: 1 },
    },
    document,
    address,
    context,
  );
  const row = { ...letter, key, document, obligationId, evidence, findingId: randomUUID() };
  return { row: { ...row, sha256: mail.sha256 }, mail };
}
