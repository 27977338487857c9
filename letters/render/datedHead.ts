import type { LetterDocument } from '../../contracts/letters.ts';
import { formatPlaceAndDay } from '../format/date.ts';

/** The head's right side: the place, with the day ('YYYY-MM-DD', the notice's own) on which the letter was written. */
export const datedHead = ({ head, language }: LetterDocument, writtenOn: string): string[] =>
  head.right.map((place, index) =>
    index === 0 ? formatPlaceAndDay(place, writtenOn, language) : place,
  );
