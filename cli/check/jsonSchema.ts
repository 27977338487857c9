import { z } from 'zod';
import { NoticeFile } from '../../contracts/notice/index.ts';
import { Ladder, Outline } from '../../contracts/notice/ladder.ts';
import { Person } from '../../contracts/notice/people.ts';
import { Id, LocalDate, LocalTime, Provenance, Text } from '../../contracts/notice/primitives.ts';
import { Owes } from '../../contracts/notice/process.ts';
import { DueDate, Recurrence, Timing } from '../../contracts/notice/time.ts';

/** Parts that recur all over the format are written once, under these names. */
const NAMES: [string, z.ZodType][] = Object.entries({
  id: Id,
  text: Text,
  day: LocalDate,
  time: LocalTime,
  provenance: Provenance,
  person: Person,
  owes: Owes,
  timing: Timing,
  recurrence: Recurrence,
  dueDate: DueDate,
  ladder: Ladder,
  outline: Outline,
});

/**
 * The format of notice files as JSON Schema (draft 7, which editors know best), made from the one zod schema: what a
 * file may write, before defaults are filled in. The committed copy is notices/dondoc-notice.schema.json.
 */
export function noticeJsonSchema(): string {
  const metadata = z.registry<{ id?: string }>();
  for (const [id, schema] of NAMES) metadata.add(schema, { id });
  const schema = z.toJSONSchema(NoticeFile, {
    io: 'input',
    target: 'draft-7',
    metadata,
    // the names above replace zod's own registry, which is where `describe` keeps its words
    override: ({ zodSchema, jsonSchema }) => {
      const description = z.globalRegistry.get(zodSchema)?.description;
      if (description !== undefined) jsonSchema.description = description;
    },
  });
  return `${JSON.stringify({ title: 'dondoc notice', ...schema }, null, 2)}\n`;
}
