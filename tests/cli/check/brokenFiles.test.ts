import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readNoticeFile } from '../../../cli/check/readNoticeFile.ts';

const folder = fileURLToPath(new URL('../../data/broken/', import.meta.url));

/** What the check says of each file: tier, code, line:column, field. */
const EXPECTED: Record<string, [string, string, string, string][]> = {
  'alias-bomb': [['syntax', 'alias-bomb', '9:12', '']],
  'bad-indentation': [
    ['syntax', 'not-yaml', '8:10', ''],
    ['syntax', 'not-yaml', '8:10', ''],
  ],
  'block-without-provenance': [['shape', 'missing', '65:1', '/ladders/provenance']],
  'counting-beyond-table': [['meaning', 'calendar-year-missing', '55:5', '/calendar/years']],
  'custom-tag': [['syntax', 'not-yaml', '12:11', '']],
  'due-before-notice': [
    ['meaning', 'before-conclusion', '99:22', '/directives/0/processes/1/due/date'],
  ],
  'duplicate-id': [['meaning', 'duplicate-id', '27:13', '/people/list/1/id']],
  'letters-without-outline': [
    ['meaning', 'letters-without-outline', '92:18', '/directives/0/processes/0/outline'],
  ],
  'no-such-day': [['meaning', 'no-such-day', '99:22', '/directives/0/processes/1/due/date']],
  'not-nfc': [],
  'party-without-supervisor': [['meaning', 'supervisor-missing', '34:7', '/positions/list/2']],
  'rung-without-recipient': [
    ['meaning', 'rung-without-recipient', '73:38', '/ladders/list/0/rungs/1/to/position'],
  ],
  'several-errors': [
    ['shape', 'bad-format', '16:32', '/head/start/at'],
    ['meaning', 'unknown-id', '21:11', '/roles/office'],
    ['shape', 'unknown-key', '44:7', '/units/list/1/colour'],
    ['meaning', 'no-such-day', '57:31', '/calendar/years/2026/daysOff/0/from'],
    ['shape', 'not-one-of', '95:15', '/directives/0/processes/1/kind'],
  ],
  'supervisor-circle': [['meaning', 'supervisor-circle', '34:69', '/positions/list/2/supervisor']],
  'unit-with-two-deputies': [['meaning', 'unit-under-two', '50:36', '/supervision/list/1/units/0']],
  'unknown-id': [['meaning', 'unknown-id', '88:13', '/directives/0/processes/0/to']],
  'unknown-key': [
    ['shape', 'missing', '83:9', '/directives/0/processes/0/title'],
    ['shape', 'unknown-key', '85:9', '/directives/0/processes/0/titel'],
  ],
  'unknown-kind': [['shape', 'not-one-of', '94:15', '/directives/0/processes/1/kind']],
  'year-without-table': [['meaning', 'calendar-year-missing', '55:5', '/calendar/years']],
};

describe('broken notice files', () => {
  it('has an expectation for every file in the folder', () => {
    const files = readdirSync(folder).map((name) => name.replace('.yaml', ''));
    expect(files.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.entries(EXPECTED))(
    'tells what is wrong in %s, and where',
    async (name, wanted) => {
      const { notice, problems } = await readNoticeFile(`${folder}${name}.yaml`);
      const told = problems.map(({ tier, code, line, column, field }) => [
        tier,
        code,
        `${line}:${column}`,
        field,
      ]);
      expect(told).toEqual(wanted);
      expect(notice === undefined).toBe(wanted.length > 0);
      for (const { message, expected } of problems) {
        expect(message).not.toBe('');
        expect(expected).not.toBe('');
      }
    },
  );

  it('reads a text that is not in NFC as if it were, and says so', async () => {
    const { notice, warnings } = await readNoticeFile(`${folder}not-nfc.yaml`);
    expect(notice?.head.committee).toBe('Ban chỉ đạo huyện Triệu Sơn'.normalize('NFC'));
    expect(warnings).toMatchObject([{ code: 'not-nfc', line: 9, column: 20 }]);
  });
});
