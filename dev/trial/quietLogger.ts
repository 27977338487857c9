import { DefaultLogger } from '@temporalio/worker';
import pino from 'pino';

const forTemporal = new DefaultLogger('ERROR', (entry) => {
  process.stderr.write(`${entry.level} ${entry.message}\n`);
});

/** Loggers that say only what went wrong: a trial shows its progress itself. */
export const quietLogger = Object.assign(forTemporal, { forApi: pino({ level: 'error' }) });
