/**
 * Joins to proposals `p` the places of posts in their notice's file, as `w`: one order for posts of whatever process,
 * which the ordinals of a period are not.
 */
export const WITH_PLACES = `left join (
  select n.id as notice_id, e.post ->> 'id' as party_id, e.place::int as place
  from notice n cross join jsonb_array_elements(n.content #> '{positions,list}') with ordinality as e(post, place)
) w on w.notice_id = p.notice_id and w.party_id = p.party_id`;

/** The place in the notice of the post that a proposal `p` is about; a post that the notice no longer lists comes last. */
export const PLACE = 'coalesce(w.place, 2147483647)';

/** Proposals `p` by digest, within one by misses in a row, the most first, and then as the notice lists the posts. */
export const IN_ORDER = `p.entered_at, p.digest_id, p.misses_in_a_row desc, ${PLACE}, p.id`;
