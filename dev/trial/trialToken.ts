import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from '../../db/pool.ts';
import { keepSecret } from '../stack/secret.ts';
import type { StateFolder } from '../stack/stateFolder.ts';

/** The trial's admin token: made once, kept among the state folder's secrets, its hash in the register. */
export async function trialToken(pool: Pool, folder: StateFolder): Promise<string> {
  const token = await keepSecret(folder.secrets, 'admin-token');
  await pool.query(
    `insert into api_token (id, token_sha256, label, role, expires_at)
     values ($1, $2, 'first sign-in of the trial', 'admin', now() + interval '10 years') on conflict (token_sha256) do nothing`,
    [randomUUID(), createHash('sha256').update(token).digest('hex')],
  );
  return token;
}
