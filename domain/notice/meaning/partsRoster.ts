import type { Owes } from '../../../contracts/notice/index.ts';
import type { NoticeParts } from './parts.ts';

/** The parties that a rule names, as far as the file could be read; the whole rule is `owing` in roster.ts. */
export function whoOwes(parts: NoticeParts, who: string | Owes): string[] {
  if (typeof who === 'string') return [who];
  const kinds = new Set(who.unitKinds ?? []);
  const named = new Set([
    ...(who.parties ?? []),
    ...(who.members
      ? parts.positions.filter(({ value }) => value.member).map(({ value }) => value.id)
      : []),
    ...(who.subcommittees ? parts.subcommittees.map(({ value }) => value.head) : []),
    ...parts.units.filter(({ value }) => kinds.has(value.kind)).map(({ value }) => value.id),
  ]);
  for (const id of who.except ?? []) named.delete(id);
  return [...named];
}
