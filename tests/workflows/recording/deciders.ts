import { makeToken, type Role } from '../../../db/access/tokens.ts';
import type { Trial } from '../../../dev/trial/openTrial.ts';

/** The reason of every decision in a recording. */
export const reason = 'Ghi lại lịch sử';

/** Asks for a decision over the API: a path without /api/v1, and its body. */
export type Decide = (path: string, body: Record<string, unknown>) => Promise<void>;

/** Those who decide in a recording. Each fails where the API refuses: then the course no longer is what it says. */
export interface Deciders {
  admin: Decide;
  chair: Decide;
  deputy: Decide;
  office: Decide;
  /** whoever stands above the office */
  above: Decide;
}

export async function decidersOf(trial: Trial, noticeId: string): Promise<Deciders> {
  const as = async (role: Role, person: string | null): Promise<Decide> => {
    const { token } = await makeToken(trial.pool, {
      label: 'recorded histories',
      role,
      noticeId: role === 'admin' ? null : noticeId,
      personId: person,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    return async (path, body) => {
      const answer = await fetch(`${trial.apiUrl}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    };
  };
  return {
    admin: await as('admin', null),
    chair: await as('head', 'p-chair'),
    deputy: await as('supervisor', 'p-deputy'),
    office: await as('office', 'p-office'),
    above: await as('supervisor', 'p-third'),
  };
}
