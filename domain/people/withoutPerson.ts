import type { Notice } from '../../contracts/notice/index.ts';
import { withoutName } from './withoutName.ts';

/** A notice's text without a person's name and address: the person's id stays, with the post's title in the name's place. */
export function withoutPerson(
  notice: Notice,
  person: { id: string; name: string },
  replacement: string,
): Notice {
  const cleaned = withoutName(notice, person.name, replacement);
  const nameless = <One extends { id: string; name: string }>(one: One): One => {
    if (one.id !== person.id) return one;
    const { address: _, ...kept } = one as One & { address?: string };
    return { ...kept, name: replacement } as unknown as One;
  };
  return {
    ...cleaned,
    people: { ...cleaned.people, list: cleaned.people.list.map(nameless) },
    ...(cleaned.units && {
      units: {
        ...cleaned.units,
        list: cleaned.units.list.map((unit) => ({
          ...unit,
          addressees: unit.addressees.map(nameless),
        })),
      },
    }),
  };
}
