/** A setting that live mode cannot do without is missing; the message names it and says what it is. */
export class MissingSetting extends Error {
  override readonly name = 'MissingSetting';
}

/** The value of an environment variable. @throws MissingSetting where it is not set */
export function required(name: string, what: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new MissingSetting(`${name} is not set: ${what}. See .env.example.`);
}
