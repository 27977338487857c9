import { z } from 'zod';
import { KeyIn } from '../../contracts/decisions.ts';
import { HandIn } from '../schemas/handIn.ts';

interface Described {
  paths?: Record<string, Record<string, { operationId?: string; requestBody?: unknown }>>;
}

const jsonSchema = (schema: z.ZodType) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
};

/** A body that comes as JSON, or as a form with the same JSON and files. */
const withFiles = (schema: z.ZodType) => ({
  required: true,
  content: {
    'application/json': { schema: jsonSchema(schema) },
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['data'],
        properties: {
          data: { ...jsonSchema(schema), description: 'the same JSON, as text' },
          files: { type: 'array', maxItems: 20, items: { type: 'string', format: 'binary' } },
        },
      },
      encoding: { data: { contentType: 'application/json' } },
    },
  },
});

/** A notice file: YAML, or the same as JSON. */
const noticeFile = {
  required: true,
  content: {
    'application/yaml': { schema: { type: 'string' } },
    'application/json': { schema: { type: 'object' } },
  },
};

const BODIES: Record<string, unknown> = {
  takeSubmission: withFiles(HandIn),
  keyIn: withFiles(KeyIn),
  loadNotice: noticeFile,
  checkNotice: noticeFile,
  previewNotice: noticeFile,
  previewAmendment: noticeFile,
};

/** Describes the bodies that are not read by their schema alone: forms with files, and YAML. */
export function describeBodies<Document extends object>(document: Document): Document {
  const { paths = {} } = document as Described;
  for (const methods of Object.values(paths)) {
    for (const operation of Object.values(methods)) {
      const { operationId = '' } = operation;
      if (Object.hasOwn(BODIES, operationId)) operation.requestBody = BODIES[operationId];
    }
  }
  return document;
}
