import { describe, expect, it } from 'vitest';
import { noticeJsonSchema } from '../../../cli/check/jsonSchema.ts';
import { TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';

describe('the JSON Schema of notice files', () => {
  it('is committed as it is now (vitest --update writes it)', async () => {
    await expect(noticeJsonSchema()).toMatchFileSnapshot(
      '../../../notices/dondoc-notice.schema.json',
    );
  });

  it('is named in the first line of the notice, where editors look', () => {
    expect(TRIEU_SON_TEXT.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./dondoc-notice.schema.json',
    );
  });

  it('refuses unknown keys and asks for the provenance of every block', () => {
    const schema = JSON.parse(noticeJsonSchema());
    expect(schema.additionalProperties).toBe(false);
    for (const name of ['people', 'positions', 'ladders', 'outlines']) {
      expect(schema.properties[name].required).toContain('provenance');
    }
    expect(schema.properties.head.required).not.toContain('contradictions'); // it has a default
  });
});
