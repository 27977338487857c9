import { createHash, randomUUID } from 'node:crypto';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { NewAttachment } from '../../db/submissions/newSubmission.ts';
import { refuseTexts } from '../incoming/refuseTexts.ts';
import { Problem } from '../problems/problem.ts';
import { cleanFileName } from './fileName.ts';
import { UPLOAD_LIMITS } from './limits.ts';
import { mediaTypeOf } from './mediaType.ts';

/** A form as it came in, whole: its texts by name, in their order and in NFC, and its files, checked. */
export interface Form {
  texts: Map<string, string[]>;
  files: NewAttachment[];
  /** names of files whose content is of no type that is taken, or not of the type that the name says */
  refused: string[];
}

/** The first text under a name, trimmed; '' where there is none. */
export const textIn = (form: Form, name: string): string => form.texts.get(name)?.[0]?.trim() ?? '';

/** What tells two forms apart: for an Idempotency-Key. */
export const fingerprintOf = (form: Form): string =>
  JSON.stringify([[...form.texts], form.files.map(({ fileName, sha256 }) => [fileName, sha256])]);

/**
 * Reads a form to its end: multipart, or the plain kind. Its time of receipt is after this returns.
 * @throws Problem `too-large` beyond the limits of the request, `bad-request` for a form that breaks off
 */
export async function readForm(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) return readUrlEncoded(request.body);
  try {
    return await readMultipart(request);
  } catch (error) {
    if (!isBroken(error)) throw error;
    throw new Problem('bad-request', 'the form breaks off before its end, or names no boundary');
  }
}

/** A form of texts alone, from somebody of whom nothing is known: no file of it is read. @throws Problem `media-type` for any other */
export function readPlainForm(request: FastifyRequest): Form {
  if (request.isMultipart()) throw new Problem('media-type', 'this form has no files');
  return readUrlEncoded(request.body);
}

/** The parser tells what is wrong with a form by these sentences alone: it has no codes. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error &&
  /unexpected end of multipart data|boundary not found|needle cannot/i.test(error.message);

async function readMultipart(request: FastifyRequest): Promise<Form> {
  const form: Form = { texts: new Map(), files: [], refused: [] };
  let textBytes = 0;
  let fileBytes = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const value = textOf(part.value);
      textBytes += Buffer.byteLength(value);
      if (part.valueTruncated || textBytes > UPLOAD_LIMITS.textBytes) throw textTooLarge();
      addText(form, part.fieldname, value);
    } else {
      const content = await part.toBuffer();
      fileBytes += content.length;
      if (fileBytes > UPLOAD_LIMITS.bytes) throw filesTooLarge();
      // a browser sends an empty part for a field in which no file was chosen
      if (content.length > 0) await addFile(form, part, content);
    }
  }
  return form;
}

/** A part that says it is JSON comes parsed; nested without end it could not be written back. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  refuseTexts(value);
  return JSON.stringify(value ?? '');
}

function readUrlEncoded(body: unknown): Form {
  const form: Form = { texts: new Map(), files: [], refused: [] };
  if (typeof body !== 'object' || body === null) return form;
  let fields = 0;
  for (const [name, value] of Object.entries(body)) {
    for (const one of [value].flat()) {
      fields += 1;
      if (fields > UPLOAD_LIMITS.fields) throw tooManyFields();
      if (typeof one === 'string') addText(form, name, one);
    }
  }
  return form;
}

function addText(form: Form, name: string, value: string): void {
  const text = value.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\u0000', '');
  const texts = form.texts.get(name);
  if (texts) texts.push(text);
  else form.texts.set(name, [text]);
}

async function addFile(form: Form, part: MultipartFile, content: Buffer): Promise<void> {
  const fileName = cleanFileName(part.filename ?? '');
  const mediaType = await mediaTypeOf(fileName, content);
  if (mediaType === undefined) {
    form.refused.push(fileName);
    return;
  }
  const sha256 = createHash('sha256').update(content).digest('hex');
  form.files.push({ id: randomUUID(), fileName, mediaType, sha256, content });
}

const filesTooLarge = () =>
  new Problem('too-large', 'all files of one submission together may have 25 MB');
const tooManyFields = () =>
  new Problem('too-large', `a form may have ${UPLOAD_LIMITS.fields} fields`);
const textTooLarge = () =>
  new Problem('too-large', 'a text may have 600,000 bytes, all together 2,000,000');
