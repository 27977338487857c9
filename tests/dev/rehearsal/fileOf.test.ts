import { fileTypeFromBuffer } from 'file-type';
import { expect, test } from 'vitest';
import { fileOf } from '../../../dev/rehearsal/cast/words/fileOf.ts';

test.each(['pdf', 'png'] as const)(
  'a %s is one by its content, and the same for the same seed',
  async (kind) => {
    const file = fileOf(kind, 1, 'about');
    expect(await fileTypeFromBuffer(file.content)).toMatchObject({ ext: kind, mime: file.type });
    expect(fileOf(kind, 1, 'about')).toEqual(file);
    expect(fileOf(kind, 2, 'about').content).not.toEqual(file.content);
  },
);
