import { openPool, type Pool } from '../../db/pool.ts';
import { type MailSettings, type MailTransport, openTransport } from '../../post/transport.ts';
import { answerParent } from '../child/answerParent.ts';
import type { LoopTask } from './makeLetter.ts';
import { runLoop } from './runLoop.ts';

/** What a loop is told before its burst. */
export interface LoopSettings {
  appUrl: string;
  mail: MailSettings;
}

let pool: Pool | undefined;
let transport: MailTransport | undefined;
let mail: MailSettings | undefined;

answerParent({
  start: async (settings: LoopSettings) => {
    mail = settings.mail;
    pool = openPool(settings.appUrl, {
      max: 30,
      onIdleError: (error) => console.error(`loop: ${error.message}`),
    });
    transport = openTransport(mail);
  },
  run: async (task: LoopTask) => {
    if (!pool || !transport || !mail) throw new Error('asked to run before it was started');
    await runLoop(task, { pool, transport, mail });
  },
});
