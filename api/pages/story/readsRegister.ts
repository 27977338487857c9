import type { Opened } from '../openLink.ts';

/** Whether this person's desk opens the whole register: the office, the chair, and whoever rungs fall back to. */
export function readsRegister({ holder, notice: { roles } }: Opened): boolean {
  const readers = new Set([roles.office, roles.chair, ...roles.fallback]);
  return holder.parties.some(({ id }) => readers.has(id));
}
