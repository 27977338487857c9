import type { LetterDocument } from '../../contracts/letters.ts';
import { formatPlaceAndDay } from '../format/date.ts';

/** The head's right side: the place, with the day ('YYYY-MM-DD', the notice's own) that the letter bears. */
export const datedHead = ({ head, language }: LetterDocument, datedOn: string): string[] =>
  head.right.map((place, index) =>
    index === 0 ? formatPlaceAndDay(place, datedOn, language) : place,
  );
