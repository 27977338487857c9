import { PermanentFailure } from '../../contracts/failures.ts';
import type { Writing } from '../../letters/compose/writing.ts';
import { PROBLEMS, Problem } from '../problems/problem.ts';
import { problemOf } from '../problems/problemOf.ts';
import { fieldName } from './catalogue/fieldNames.ts';
import { refusals } from './catalogue/report.ts';

/** Why a form was not taken, in the page's language; rethrows what is no refusal. */
export function refusalWords(writing: Writing, error: unknown): { words: string; status: number } {
  const say = writing.say(refusals);
  if (error instanceof PermanentFailure) {
    const [, field = ''] = (error.pointer ?? '').split('/');
    const name = fieldName(field, writing.head.language);
    const words = say[error.failure];
    return {
      words: error.failure === 'Invalid' && name !== undefined ? say.invalidField(name) : words,
      status: PROBLEMS[problemOf(error).problem].status,
    };
  }
  if (error instanceof Problem && error.problem === 'unavailable') {
    return { words: say.unavailable, status: 503 };
  }
  throw error;
}
