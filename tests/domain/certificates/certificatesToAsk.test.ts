import { expect, test } from 'vitest';
import {
  type AskedCertificate,
  certificatesToAsk,
} from '../../../domain/certificates/certificatesToAsk.ts';

const planned = { dueAt: '2020-12-14T17:00:00.000Z', lockAt: '2020-12-15T04:00:00.000Z' };
const extended = { dueAt: '2020-12-17T17:00:00.000Z', lockAt: '2020-12-18T04:00:00.000Z' };
const asked = (over: Partial<AskedCertificate> = {}): AskedCertificate => ({
  certifiesFrom: planned.dueAt,
  dueAt: planned.lockAt,
  receivedAt: null,
  isOpen: true,
  isLocked: false,
  ...over,
});
const given = (receivedAt: string) => asked({ receivedAt, isOpen: false });

test('asks nothing anew while the reports are where they were', () => {
  expect(certificatesToAsk([planned], [asked()])).toEqual({ asked: [], needless: [] });
  expect(certificatesToAsk([planned], [given('2020-12-15T03:00:00.000Z')])).toEqual({
    asked: [],
    needless: [],
  });
});

test('asks about an extended report apart while others are due as planned', () => {
  expect(certificatesToAsk([planned, extended], [asked()])).toEqual({
    asked: [{ reports: extended, moves: null }],
    needless: [],
  });
});

test('asks again where the word was given before the new due time', () => {
  const before = given('2020-12-15T03:00:00.000Z');
  expect(certificatesToAsk([extended], [before]).asked).toEqual([
    { reports: extended, moves: null },
  ]);
  const after = given('2020-12-17T17:00:00.000Z');
  expect(certificatesToAsk([extended], [after]).asked).toEqual([]);
});

test('moves the open one with reports that have all moved', () => {
  const open = asked();
  expect(certificatesToAsk([extended], [open])).toEqual({
    asked: [{ reports: extended, moves: open }],
    needless: [],
  });
});

test('moves it where only the lock is later, and asks once for reports that share their instants', () => {
  const open = asked();
  const later = { ...planned, lockAt: extended.lockAt };
  expect(certificatesToAsk([later, { ...later }], [open]).asked).toEqual([
    { reports: later, moves: open },
  ]);
});

test('leaves one that was late already in the record, and asks beside it', () => {
  expect(certificatesToAsk([extended], [asked({ isLocked: true })])).toEqual({
    asked: [{ reports: extended, moves: null }],
    needless: [],
  });
});

test('does not go on asking where nobody’s report waits for it', () => {
  const open = asked();
  expect(certificatesToAsk([], [open])).toEqual({ asked: [], needless: [open] });
  const apart = asked({ certifiesFrom: extended.dueAt, dueAt: extended.lockAt });
  expect(certificatesToAsk([extended], [open, apart])).toEqual({ asked: [], needless: [open] });
});
