/**
 * The place in the notice of the post that a proposal `p` is about, as its latest miss has it: parties of a period are
 * entered in the file's order and keep their place.
 */
export const PLACE = `(select o.ordinal from obligation o where o.id = any(p.missed)
  order by o.party_id = p.party_id desc, o.original_due_at desc, o.id limit 1)`;

/** Proposals `p` by digest, within one by misses in a row, the most first, and then as the notice lists the posts. */
export const IN_ORDER = `p.entered_at, p.digest_id, p.misses_in_a_row desc, ${PLACE}, p.id`;
