import { createHash, randomUUID } from 'node:crypto';
import type { AuditFinding } from '../contracts/audit.ts';
import { auditReport } from '../letters/compose/auditReport.ts';
import { domainOf } from './buildMail.ts';
import { LetterMessage } from './letterMessage.ts';
import type { MailSettings, MailTransport } from './transport.ts';

export interface AdminMail {
  transport: MailTransport;
  mail: MailSettings;
  /** One mail each, so that none learns of another. */
  addresses: readonly string[];
  /** Where people reach the API, without a trailing slash. */
  baseUrl: string;
  say: (line: string) => void;
}

/**
 * Writes to every admin what the auditor found, past the register: what is found may be that letters do not go out.
 * @returns whether at least one of the mails was taken
 */
export async function tellAdmins(
  { transport, mail, addresses, baseUrl, say }: AdminMail,
  findings: readonly AuditFinding[],
): Promise<boolean> {
  const { subject, text } = auditReport(findings, baseUrl);
  const deliveries = await Promise.all(
    addresses.map((address) => {
      const id = randomUUID();
      return transport.send(
        new LetterMessage({
          headers: {
            From: mail.from,
            To: address,
            Subject: subject,
            'Message-ID': `<audit-${id}@${domainOf(mail.from)}>`,
            Date: new Date(),
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'OOF, AutoReply',
          },
          text,
          boundary: `=_${createHash('sha256').update(id).digest('hex').slice(0, 32)}`,
        }),
      );
    }),
  );
  for (const { outcome, answer } of deliveries) {
    if (outcome !== 'sent') say(`the mail to an admin was not taken: ${outcome}, ${answer}`);
  }
  return deliveries.some(({ outcome }) => outcome === 'sent');
}
