import type { MeaningError, MeaningWarning } from './faults.ts';
import type { NoticeParts } from './parts.ts';

/** Roles that nobody holds: the office takes in what vacant posts get, the chair decides, the fallback gets every rung. */
export function vacantRoles({ roles, positions }: NoticeParts): MeaningError[] {
  if (!roles) return [];
  const vacant = new Set(
    positions.filter(({ value }) => value.holder === null).map(({ value }) => value.id),
  );
  const faults = (['chair', 'office'] as const).flatMap((role): MeaningError[] =>
    vacant.has(roles[role])
      ? [{ path: ['roles', role], code: 'role-vacant', role, position: roles[role] }]
      : [],
  );
  if (!roles.fallback.every((id) => vacant.has(id))) return faults;
  return [...faults, { path: ['roles', 'fallback'], code: 'fallback-vacant' }];
}

/** What is still open in the file: contradictions of the notice, blanks, vacant posts, missing addresses and data. */
export function openPoints({ head, people, positions, processes }: NoticeParts): MeaningWarning[] {
  return [
    ...(head?.contradictions ?? []).map(
      (contradiction, at): MeaningWarning => ({
        path: ['head', 'contradictions', at],
        code: 'contradiction',
        ...contradiction,
      }),
    ),
    ...(head?.number === null ? [{ path: ['head', 'number'], code: 'number-blank' as const }] : []),
    ...(head?.issuedOn === null
      ? [{ path: ['head', 'issuedOn'], code: 'issue-day-blank' as const }]
      : []),
    ...positions
      .filter(({ value }) => value.holder === null)
      .map(
        ({ path, value }): MeaningWarning => ({
          path: [...path, 'holder'],
          code: 'position-vacant',
          position: value.id,
        }),
      ),
    ...people
      .filter(({ value }) => value.address === undefined)
      .map(
        ({ path, value }): MeaningWarning => ({
          path,
          code: 'person-without-address',
          person: value.id,
        }),
      ),
    ...processes.flatMap(({ path, value }): MeaningWarning[] =>
      value.waitsFor === undefined || value.waitsFor.length === 0
        ? []
        : [
            {
              path: [...path, 'waitsFor'],
              code: 'waits-for',
              process: value.id,
              data: value.waitsFor,
            },
          ],
    ),
  ];
}
