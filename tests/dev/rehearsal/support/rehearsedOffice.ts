import { randomUUID } from 'node:crypto';
import type { LetterDocument, LetterLink } from '../../../../contracts/letters.ts';
import { claimLetters } from '../../../../db/letters/claimLetters.ts';
import { markSending } from '../../../../db/letters/markSending.ts';
import { messageIdOf, type NewLetter, queueLetters } from '../../../../db/letters/queueLetters.ts';
import { inTransaction } from '../../../../db/transaction.ts';
import { keepMessage } from '../../../../dev/mailbox/keepMessage.ts';
import type { InboxMessage } from '../../../../dev/stack/mail/inboxTransaction.ts';
import { buildMail } from '../../../../post/buildMail.ts';
import { MORNING, NOTICE, type Office, openOffice, SECRET } from '../../../api/support/office.ts';

/** The first notice's office with its reports of 28/11/2020 open, in rehearsal; its API listens on loopback. */
export interface RehearsedOffice extends Office {
  apiUrl: string;
  /** writes a letter and lays it into its receiver's inbox, as a post office and a mail server do; answers with its Message-ID */
  post(
    letter: Pick<NewLetter, 'kind' | 'personId' | 'obligations'>,
    links: LetterLink[],
  ): Promise<string>;
  /** lays any message into the inbox */
  deliver(message: InboxMessage): Promise<void>;
  leapTo(now: string): Promise<void>;
}

export async function openRehearsedOffice(): Promise<RehearsedOffice> {
  const office = await openOffice({ clock: 'rehearsal' });
  const { pool } = office.register;
  await pool.query(
    `insert into rehearsal (notice_id, now, seed, target, state) values ($1, $2, 1, $2, 'standing')`,
    [NOTICE, MORNING],
  );
  const apiUrl = await office.api.listen({ host: '127.0.0.1', port: 0 });
  const deliver = (message: InboxMessage) => keepMessage(pool, message);
  return {
    ...office,
    apiUrl,
    deliver,
    async leapTo(now) {
      office.clock.now = now;
      await pool.query('update rehearsal set now = $1', [now]);
    },
    async post(about, links) {
      const now = office.clock.now;
      const key = `${about.kind}/${randomUUID()}`;
      const letter = { ...about, key, periodId: null, notBefore: now, document: saying(links) };
      const { mail, address } = await inTransaction(pool, async (transaction) => {
        await queueLetters(transaction, { noticeId: NOTICE, now, letters: [letter] });
        const [claimed] = await claimLetters(transaction, { now, most: 1 });
        if (!claimed?.document || !claimed.address) throw new Error('no letter was claimed');
        const mail = buildMail(claimed, claimed.document, claimed.address, {
          mail: { url: '', from: 'dondoc@example.test', replyTo: 'office@example.test' },
          linkSecret: SECRET,
          baseUrl: 'http://127.0.0.1:1', // where the pages were when it was written: they may have moved
        });
        await markSending(transaction, randomUUID(), [{ id: claimed.id, sha256: mail.sha256 }]);
        return { mail, address: claimed.address };
      });
      await deliver({ envelope: { from: 'dondoc@example.test', to: [address] }, raw: mail.bytes });
      return messageIdOf(key);
    },
  };
}

const saying = (links: LetterLink[]): LetterDocument => ({
  language: 'vi',
  subject: '[Nhắc việc] Báo cáo kỳ 28/11/2020',
  head: { left: ['UBND huyện'], right: ['Triệu Sơn'] },
  salutation: 'Kính gửi:',
  blocks: links.map((link) => ({ type: 'link', label: 'Mở', link })),
  closing: [],
});
