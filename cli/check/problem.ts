/** The tiers of a check, each of which needs the one before it: the text, the form of its fields, what they say. */
export type Tier = 'syntax' | 'shape' | 'meaning';

/** One thing wrong or noteworthy in a notice file, where it stands and what would be right. */
export interface Problem {
  tier: Tier;
  /** Names the kind of problem; stable, for programs and translations. */
  code: string;
  /** From 1; the place of the value, of an unknown key, or of the block where a key is missing. */
  line: number;
  column: number;
  /** The field as a JSON pointer (RFC 6901): `/directives/4/processes/0/ladder`; empty for the whole file. */
  field: string;
  message: string;
  expected: string;
}

/** A path of keys and indices as a JSON pointer. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
