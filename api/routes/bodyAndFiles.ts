import type { FastifyRequest } from 'fastify';
import type { NewAttachment } from '../../db/submissions/newSubmission.ts';
import { refuseTexts } from '../incoming/refuseTexts.ts';
import { Problem } from '../problems/problem.ts';
import { TAKEN } from '../uploads/mediaType.ts';
import { fingerprintOf, readForm, textIn } from '../uploads/readForm.ts';

/** A request's JSON and its files, read to the end. */
export interface BodyAndFiles {
  data: unknown;
  files: NewAttachment[];
  /** tells two requests apart, for an Idempotency-Key */
  fingerprint: string;
}

/** Reads a JSON body, or multipart/form-data with the JSON in the field `data`. @throws Problem `bad-request` for what is no JSON, `invalid` for a file that is not taken */
export async function bodyAndFiles(request: FastifyRequest): Promise<BodyAndFiles> {
  if (!request.isMultipart()) {
    return { data: request.body, files: [], fingerprint: JSON.stringify(request.body ?? null) };
  }
  const form = await readForm(request);
  if (form.refused.length > 0) throw fileTypes(form.refused);
  const data = parsed(textIn(form, 'data'));
  refuseTexts(data);
  return { data, files: form.files, fingerprint: fingerprintOf(form) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // the parser's own words would quote what was sent
    throw new Problem('bad-request', 'the field "data" holds the submission as JSON', {
      errors: [{ pointer: '/data', detail: 'is not JSON' }],
    });
  }
}

function fileTypes(names: string[]): Problem {
  const detailOf = (name: string) =>
    `the content of "${name}" is not of a type that is taken (${TAKEN}), or not of the type that its name says`;
  return new Problem('invalid', detailOf(names[0] ?? ''), {
    errors: names.map((name, at) => ({ pointer: `/files/${at}`, detail: detailOf(name) })),
  });
}
