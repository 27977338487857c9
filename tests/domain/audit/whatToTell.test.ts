import { describe, expect, test } from 'vitest';
import type { AuditFinding } from '../../../contracts/audit.ts';
import { whatToTell } from '../../../domain/audit/whatToTell.ts';

const unsent: AuditFinding = { code: 'letter-unsent', notice: 'n', ids: ['a'], n: 1 };
const broken: AuditFinding = { code: 'log-broken', notice: 'n', ids: ['7'], n: 1 };
const NOW = '2026-11-26T12:00:00.000Z';
const ago = (hours: number): string => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString();
const KEY = 'letter-unsent n';

const tell = (
  findings: AuditFinding[],
  told: Record<string, string> = {},
  before: string[] = [KEY],
): string[] => whatToTell({ findings, told, before: new Set(before), now: NOW });

describe('admins are written to', () => {
  test('at once about what is new', () => {
    expect(tell([unsent], {}, [])).toEqual([KEY]);
    expect(tell([unsent, broken], { [KEY]: ago(1) })).toEqual(['log-broken n']);
  });
  test('again at the next run where nobody could be told', () => {
    expect(tell([unsent])).toEqual([KEY]);
  });
  test('once a day while it lasts', () => {
    expect(tell([unsent], { [KEY]: ago(23.9) })).toEqual([]);
    expect(tell([unsent], { [KEY]: ago(24) })).toEqual([KEY]);
  });
  test('about what comes back, at most once an hour', () => {
    expect(tell([unsent], { [KEY]: ago(0.9) }, [])).toEqual([]);
    expect(tell([unsent], { [KEY]: ago(1) }, [])).toEqual([KEY]);
  });
});

test('more of the same is nothing new, in another notice it is', () => {
  const told = { [KEY]: ago(1) };
  expect(tell([{ ...unsent, ids: ['a', 'b'], n: 2 }], told)).toEqual([]);
  expect(tell([{ ...unsent, notice: 'other' }], told)).toEqual(['letter-unsent other']);
});
test('nothing found, nobody written to', () => {
  expect(tell([])).toEqual([]);
});
