/**
 * Whether the register can hold a text as it is: not with a NUL, which PostgreSQL has no place for, nor with half of a
 * surrogate pair, which would be another character once it is stored.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the NUL is what it looks for
export const isStorable = (text: string): boolean => !/[\u0000\p{Surrogate}]/u.test(text);
