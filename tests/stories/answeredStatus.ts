import { makeToken } from '../../db/access/tokens.ts';
import type { StoryStage } from './stage.ts';

/** The status with which the API answers the holder of a token of this role; the path is told without /api/v1. */
export async function answeredStatus(
  { trial }: StoryStage,
  role: 'party' | 'supervisor' | 'admin',
  personId: string | null,
  path: string,
  method: 'GET' | 'DELETE' = 'GET',
): Promise<number> {
  const { token } = await makeToken(trial.pool, {
    label: role,
    role,
    noticeId: role === 'admin' ? null : trial.noticeId,
    personId,
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${trial.apiUrl}/api/v1${path}`, { method, headers });
  await answer.arrayBuffer();
  return answer.status;
}
