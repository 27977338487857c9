import { forgetOldKeys } from '../../db/access/idempotency.ts';
import { forgetOldWords } from '../../db/decisions/waitingWords.ts';
import { forgetErasedNames } from '../../db/people/erasedNames.ts';
import type { Api, ApiDeps } from '../deps.ts';

const EVERY_MS = 3_600_000;

/** What is kept for a time alone. */
const KEPT_FOR_A_TIME = [
  { what: 'old Idempotency-Keys', forget: forgetOldKeys },
  { what: 'the words of decisions that nobody asked for again', forget: forgetOldWords },
  { what: 'the names of those erased', forget: forgetErasedNames },
];

/** Forgets what is kept for a time alone, every hour of the machine's clock while the server runs. */
export function forgetInTime(api: Api, deps: ApiDeps): void {
  const timer = setInterval(() => {
    for (const { what, forget } of KEPT_FOR_A_TIME) {
      forget(deps.pool).catch((error: unknown) =>
        deps.logger.warn({ err: error }, `${what} could not be forgotten; tried again in an hour`),
      );
    }
  }, EVERY_MS);
  timer.unref();
  api.addHook('onClose', async () => clearInterval(timer));
}
