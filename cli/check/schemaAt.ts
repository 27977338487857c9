import { z } from 'zod';
import {
  Address,
  Id,
  LocalDate,
  LocalTime,
  Provenance,
  Text,
} from '../../contracts/notice/primitives.ts';

/** What kind of value belongs in a field, for the words of a message. */
export type Hint =
  | 'provenance'
  | 'id'
  | 'day'
  | 'time'
  | 'text'
  | 'address'
  | 'whole-number'
  | 'yes-or-no'
  | 'list'
  | 'block'
  | { oneOf: string[] };

const NAMED = new Map<z.ZodType, Hint>([
  [Provenance, 'provenance'],
  [Id, 'id'],
  [LocalDate, 'day'],
  [LocalTime, 'time'],
  [Text, 'text'],
  [Address, 'address'],
]);

/** The schema of the field at a path of a value; undefined where the format has no such field. */
export function schemaAt(
  root: z.ZodType,
  value: unknown,
  path: readonly PropertyKey[],
): z.ZodType | undefined {
  let schema: z.ZodType | undefined = root;
  let here = value;
  for (const key of path) {
    schema = schema && fieldOf(schema, here, key);
    here = at(here, key);
  }
  return schema;
}

/** The keys that the object at a path may have; empty where it is not an object. */
export function keysAt(root: z.ZodType, value: unknown, path: readonly PropertyKey[]): string[] {
  const schema = schemaAt(root, value, path);
  const here = path.reduce(at, value);
  return schema ? objectsOf(schema, here).flatMap((object) => Object.keys(object.shape)) : [];
}

/** What belongs in a field of this schema. */
export function hintOf(schema: z.ZodType): Hint | undefined {
  const named = NAMED.get(schema);
  if (named) return named;
  if (isWrapper(schema)) return hintOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodEnum) return { oneOf: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { oneOf: [...schema.values].map(String) };
  if (schema instanceof z.ZodArray) return 'list';
  if (schema instanceof z.ZodNumber) return 'whole-number';
  if (schema instanceof z.ZodBoolean) return 'yes-or-no';
  if (schema instanceof z.ZodString) return 'text';
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return 'block';
  if (schema instanceof z.ZodDiscriminatedUnion) return 'block';
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((option) => hintOf(option as z.ZodType)).find((hint) => hint);
  }
  return undefined;
}

type Wrapper = z.ZodOptional | z.ZodNullable | z.ZodDefault;

const isWrapper = (schema: z.ZodType): schema is Wrapper =>
  schema instanceof z.ZodOptional ||
  schema instanceof z.ZodNullable ||
  schema instanceof z.ZodDefault;

function at(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

function fieldOf(schema: z.ZodType, value: unknown, key: PropertyKey): z.ZodType | undefined {
  if (isWrapper(schema)) return fieldOf(schema.unwrap() as z.ZodType, value, key);
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  const shapes = objectsOf(schema, value).map((object) => object.shape);
  return shapes.map((shape) => shape[String(key)] as z.ZodType | undefined).find((field) => field);
}

/** The object types that a value may be meant as: of a union the one that its discriminator names, else all. */
function objectsOf(schema: z.ZodType, value: unknown): z.ZodObject[] {
  if (isWrapper(schema)) return objectsOf(schema.unwrap() as z.ZodType, value);
  if (schema instanceof z.ZodObject) return [schema];
  if (!(schema instanceof z.ZodUnion)) return [];
  const all = schema.options.flatMap((option) => objectsOf(option as z.ZodType, value));
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return all;
  const { discriminator } = schema.def;
  const said = at(value, discriminator);
  const meant = all.filter((object) => {
    const field = object.shape[discriminator];
    return field instanceof z.ZodLiteral && field.values.has(said as string);
  });
  return meant.length > 0 ? meant : all;
}
