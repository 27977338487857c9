/** Collects a query's values and the conditions that use them, so that no value is ever part of the text. */
export interface Conditions {
  /** Notes a value; answers its place, e.g. `$3`. */
  value(value: unknown): string;
  /** Adds a condition on a value where one is given; the condition is told the value's place. */
  when(value: unknown, condition: (place: string) => string): void;
  /** Adds a condition that needs no value of its own. */
  always(condition: string): void;
  /** The conditions joined for a `where`; `true` where there are none. */
  text(): string;
  values: unknown[];
}

/** A fresh collection; values given here come first, as `$1` and on. */
export function conditions(...first: unknown[]): Conditions {
  const values = [...first];
  const parts: string[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  return {
    value,
    when(given, condition) {
      if (given !== undefined && given !== null) parts.push(condition(value(given)));
    },
    always: (condition) => void parts.push(condition),
    text: () => (parts.length === 0 ? 'true' : parts.join(' and ')),
    values,
  };
}
