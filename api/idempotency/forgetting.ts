import { forgetOldKeys } from '../../db/access/idempotency.ts';
import type { Api, ApiDeps } from '../deps.ts';

const EVERY_MS = 3_600_000;

/** Forgets old Idempotency-Keys every hour of the machine's clock, while the server runs. */
export function forgetKeys(api: Api, deps: ApiDeps): void {
  const timer = setInterval(() => {
    forgetOldKeys(deps.pool).catch((error: unknown) =>
      deps.logger.warn(
        { err: error },
        'old Idempotency-Keys could not be forgotten; tried again in an hour',
      ),
    );
  }, EVERY_MS);
  timer.unref();
  api.addHook('onClose', async () => clearInterval(timer));
}
