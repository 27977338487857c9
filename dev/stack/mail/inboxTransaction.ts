import { writeDsn } from './writeDsn.ts';

/** What the inbox does with a recipient: take the letter, refuse it with 550, put it off with 451, or take it and send it back. */
export type RecipientRule = 'accept' | 'refuse' | 'defer' | 'bounce';

/** A message as the inbox hands it on. */
export interface InboxMessage {
  envelope: {
    /** Empty for a notice of non-delivery: it must never be answered. */
    from: string;
    to: string[];
  };
  /** The bytes as they came, headers and body. */
  raw: Buffer;
}

interface TransactionOptions {
  from: string;
  to: string[];
  rules: (recipient: string) => RecipientRule;
}

/** One message on its way in: its envelope, and its bytes as they come. */
export class InboxTransaction {
  readonly #options: TransactionOptions;
  readonly #chunks: Buffer[] = [];

  constructor(options: TransactionOptions) {
    this.#options = options;
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  /**
   * Hands the message on for those who take it, and then a notice to the sender for each recipient
   * whose letters bounce; none where there is no sender to notify (RFC 5321, 4.5.5).
   *
   * @throws what `deliver` throws; the client then sends again, so that a recipient may see the
   *   message twice, as with any mail server.
   */
  async deliverTo(deliver: (message: InboxMessage) => Promise<void>): Promise<void> {
    const { from, to, rules } = this.#options;
    const raw = Buffer.concat(this.#chunks);
    const bounced = to.filter((recipient) => rules(recipient) === 'bounce');
    const taken = to.filter((recipient) => !bounced.includes(recipient));
    if (taken.length > 0) await deliver({ envelope: { from, to: taken }, raw });
    if (from === '') return;
    for (const recipient of bounced) {
      const notice = writeDsn({ sender: from, recipient, original: raw, now: new Date() });
      await deliver({ envelope: { from: '', to: [from] }, raw: notice });
    }
  }
}
