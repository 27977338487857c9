import type { DateNote } from '../../contracts/plan.ts';

/** The notes of a period that concern one of these parties: a merged period may concern some alone. */
export const notesFor = (notes: readonly DateNote[], parties: readonly string[]): DateNote[] =>
  notes.filter(
    (note) =>
      note.code !== 'covers-merged' ||
      note.parties === undefined ||
      note.parties.some((party) => parties.includes(party)),
  );
