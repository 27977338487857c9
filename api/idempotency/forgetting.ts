import { forgetOldKeys } from '../../db/access/idempotency.ts';
import { forgetOldWords } from '../../db/decisions/waitingWords.ts';
import type { Api, ApiDeps } from '../deps.ts';

const EVERY_MS = 3_600_000;

/**
 * Forgets old Idempotency-Keys, and the words of decisions that nobody asked for again, every hour of the machine's
 * clock while the server runs.
 */
export function forgetOldRequests(api: Api, { pool, logger }: ApiDeps): void {
  const forget = async (): Promise<void> => {
    await forgetOldKeys(pool);
    await forgetOldWords(pool);
  };
  const timer = setInterval(() => {
    forget().catch((error: unknown) =>
      logger.warn({ err: error }, 'old requests could not be forgotten; tried again in an hour'),
    );
  }, EVERY_MS);
  timer.unref();
  api.addHook('onClose', async () => clearInterval(timer));
}
