import { InvalidArgumentError } from 'commander';

/** A whole number from 0 on, given as an option. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('a whole number from 0 on.');
}
