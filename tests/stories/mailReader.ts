import type { Pool } from '../../db/pool.ts';
import { asBounce, markRead, textOf, unreadMail } from '../../dev/mailbox/readMail.ts';
import { nowOf } from '../../dev/rehearsal/enterRehearsal.ts';
import { takeBounce } from '../../post/takeBounce.ts';

/** A letter as its receiver has it. */
export interface ReadLetter {
  to: string;
  kind: string;
  text: string;
}

/** Reads all unread mail: what came back is handed to the post office, the rest are letters. */
export async function readMail(pool: Pool): Promise<ReadLetter[]> {
  const letters: ReadLetter[] = [];
  for (const mail of await unreadMail(pool)) {
    const bounce = await asBounce(mail);
    if (bounce?.originalMessageId !== undefined) {
      const { originalMessageId } = bounce;
      await takeBounce(pool, { ...bounce, originalMessageId, now: await nowOf(pool) });
    } else {
      const [, kind = ''] = /^X-Dondoc-Kind: (.*)$/m.exec(mail.raw.toString()) ?? [];
      letters.push({
        to: mail.toAddress.split('@')[0] ?? '',
        kind: kind.trim(),
        text: await textOf(mail.raw),
      });
    }
    await markRead(pool, [mail.id]);
  }
  return letters;
}

/** The link that a letter carries. */
export function linkIn(letter: ReadLetter | undefined): string {
  const [link] = /http:\/\/127\.0\.0\.1:\d+\/[rdf]\/[\w.-]+/.exec(letter?.text ?? '') ?? [];
  if (!link) throw new Error(`the letter has no link: ${letter?.text}`);
  return link;
}
