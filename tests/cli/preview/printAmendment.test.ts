import { expect, test } from 'vitest';
import { printAmendment } from '../../../cli/preview/printAmendment.ts';
import { previewAmendment } from '../../../domain/amendment/previewAmendment.ts';
import { amended, before, movedTo } from '../../domain/amendment/amendedNotices.ts';

const nothingYet = {
  erased: new Set<string>(),
  states: new Map(),
  startedAt: new Map(),
  periods: new Map(),
};
const printed = (after: typeof before): string =>
  printAmendment(
    previewAmendment(before, after, { now: '2020-12-02T02:00:00.000Z', ...nothingYet }),
    after,
  );

test('shows each field, period and step with what was and what will be, on the notice’s own clock', () => {
  const lines = printed(movedTo('2020-12-29')).split('\n');
  expect(lines).toContain(
    'moves       mechanism 2020-12-22-submit: 2020-12-22 17:00 -> 2020-12-29 17:00',
  );
  expect(lines).toContain(
    'mechanism 2020-12-22-submit main prompt: 2020-12-17 08:00 -> 2020-12-24 08:00',
  );
  expect(lines).not.toContain('Cannot be amended');
  expect(lines).not.toContain('Who owes');
});

test('says what cannot be amended first, and that nothing differs where nothing does', () => {
  const other = amended((file) => {
    file.id = 'other';
  });
  expect(printed(other).split('\n').slice(0, 3)).toEqual([
    'Cannot be amended',
    '-----------------',
    '/id  this notice is sample and stays so',
  ]);
  expect(printed(amended(() => {}))).toBe('The two files say the same.\n');
});
