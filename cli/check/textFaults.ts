/** What keeps a text from being read as YAML, with its offset in characters of the normalised text. */
export type TextFault = { offset: number } & (
  | { code: 'file-too-large'; bytes: number; most: number }
  | { code: 'not-utf-8' }
  | { code: 'too-complex'; what: 'levels' | 'symbols' | 'anchors' | 'items'; most: number }
  | { code: 'alias-bomb'; most: number }
  | { code: 'not-a-text' }
  | { code: 'alias-unknown'; alias: string }
  | { code: 'not-yaml'; detail: string }
  | { code: 'more-not-yaml'; more: number }
);

/** Limits on what is read at all, so that a hostile file costs little. */
export const LIMITS = {
  /** bytes of UTF-8; the Triệu Sơn notice has about 90,000 */
  bytes: 1024 * 1024,
  /** nested collections as the parser stacks them; a notice has about 20 */
  levels: 100,
  /** tokens of YAML; the Triệu Sơn notice has about 30,000 */
  symbols: 250_000,
  /** anchors and aliases together */
  anchors: 100,
  /** items of one list; the largest list of the format holds 5,000 */
  items: 10_000,
  /** keys of one mapping: the parser compares each with each */
  keys: 1_000,
  /** faults of syntax that are told; one wrong indentation can cause hundreds */
  faults: 20,
  /** values that aliases may stand for, nested ones multiplied */
  aliases: 100,
} as const;
