/** A decision by which the office gives its word. */
export type WordGivenBy = 'certify' | 'release-digest';

/**
 * The decision by which alone this deliverable is given, where it is the office's own word and no report that anybody
 * hands in or keys in; undefined for everything else.
 */
export function ownWord(deliverable: string): WordGivenBy | undefined {
  if (deliverable === 'certificate') return 'certify';
  return deliverable === 'digest' ? 'release-digest' : undefined;
}
