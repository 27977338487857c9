import type { Notice } from '../../contracts/notice/index.ts';

const HOW_MANY = 4;

/**
 * The top four positions, whose letters are read before anything starts: the chair, then whoever answers to the chair
 * alone and has others below (or releases findings, or is a fallback), in the file's order.
 */
export function topPositions(notice: Notice): string[] {
  const { chair, fallback } = notice.roles;
  const above = new Set([
    ...notice.positions.list.flatMap(({ supervisor }) => supervisor ?? []),
    ...(notice.units?.list ?? []).flatMap(({ supervisor }) => supervisor ?? []),
    ...(notice.supervision?.list ?? []).map(({ deputy }) => deputy),
    ...notice.settings.release.by,
    ...fallback,
  ]);
  const deputies = notice.positions.list
    .filter(({ id, supervisor }) => supervisor === chair && above.has(id))
    .map(({ id }) => id);
  return [chair, ...deputies].slice(0, HOW_MANY);
}
