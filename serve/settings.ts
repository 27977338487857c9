import { z } from 'zod';

const Loud = z.string().min(1);

const Listed = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );

/** What live mode reads from its environment; .env.example says what each is. */
const Settings = z.object({
  DATABASE_URL: Loud,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  TEMPORAL_ADDRESS: Loud,
  TEMPORAL_NAMESPACE: Loud.default('dondoc'),
  BASE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
  LINK_SECRET: z.string().min(32, 'at least 32 characters, e.g. from `openssl rand -base64 32`'),
  MAIL_FROM: Loud,
  MAIL_REPLY_TO: Loud,
  HOST: Loud.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  /** addresses of reverse proxies, comma-separated: their X-Forwarded-For is believed */
  TRUST_PROXY: Listed,
  /** who is written to when the auditor finds something, comma-separated */
  ADMIN_ADDRESSES: Listed.pipe(z.array(z.email())),
  AUDIT_EVERY_MINUTES: z.coerce.number().positive().max(15).default(5),
  OUTAGE_AFTER_MINUTES: z.coerce.number().positive().default(5),
});
export type ServeSettings = z.infer<typeof Settings>;

/** The environment does not say what live mode needs; the message names every setting at fault, never a value. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
}

/** Reads live mode's settings. @throws SettingsRefused with every fault at once */
export function readSettings(environment: NodeJS.ProcessEnv): ServeSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Settings.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new SettingsRefused(
    `live mode needs its settings (see .env.example):\n${faults.join('\n')}`,
  );
}
