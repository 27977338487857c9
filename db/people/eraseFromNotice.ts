import { createHash } from 'node:crypto';
import type { Notice } from '../../contracts/notice/index.ts';
import { withoutPerson } from '../../domain/people/withoutPerson.ts';
import type { Transaction } from '../transaction.ts';

export interface Erased {
  noticeId: string;
  personId: string;
  /** null where there never was one */
  name: string | null;
  address: string | null;
  /** what takes the name's place */
  replacement: string;
}

/**
 * Takes a person out of a notice's text, of those that amendments have replaced, and of those that wait for their
 * decision. The text gets a hash of its own, so that no process goes on with the one that it had read before; the hash
 * of what was loaded is kept, so that the same file is still known.
 */
export async function eraseFromNotice(
  transaction: Transaction,
  { noticeId, personId, name, replacement }: Erased,
): Promise<{ sha256: string; before: string }> {
  const clean = (content: Notice): { content: string; sha256: string } => {
    const person = { id: personId, name: name ?? replacement };
    const text = JSON.stringify(withoutPerson(content, person, replacement));
    return { content: text, sha256: createHash('sha256').update(text).digest('hex') };
  };
  const { rows } = await transaction.query<{ content: Notice; sha256: string }>(
    'select content, content_sha256 as sha256 from notice where id = $1 for no key update',
    [noticeId],
  );
  const present = rows[0];
  if (!present) throw new Error(`the notice ${noticeId} is gone`);
  const cleaned = clean(present.content);
  await transaction.query(
    `update notice set content = $2, content_sha256 = $3, loaded_sha256 = coalesce(loaded_sha256,
       (select v.content_sha256 from notice_version v where v.notice_id = $1 and v.number = 1), content_sha256) where id = $1`,
    [noticeId, cleaned.content, cleaned.sha256],
  );
  const versions = await transaction.query<{ number: number; content: Notice }>(
    'select number, content from notice_version where notice_id = $1',
    [noticeId],
  );
  for (const { number, content } of versions.rows) {
    const old = clean(content);
    await transaction.query(
      'update notice_version set content = $3, content_sha256 = $4 where notice_id = $1 and number = $2',
      [noticeId, number, old.content, old.sha256],
    );
  }
  // made from the text as it was: it has to be asked for again, without the name
  await transaction.query('delete from amendment where notice_id = $1', [noticeId]);
  return { sha256: cleaned.sha256, before: present.sha256 };
}
