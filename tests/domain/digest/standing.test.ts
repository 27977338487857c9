import { expect, test } from 'vitest';
import { type DigestFacts, digestStanding } from '../../../domain/digest/standing.ts';

const DUE = '2020-12-14T17:00:00.000Z';
const NOW = '2020-12-16T06:00:00.000Z';
const LATER = '2020-12-18T17:00:00.000Z';
const facts = (over: Partial<DigestFacts> = {}): DigestFacts => ({
  dueAt: DUE,
  receivedAt: null,
  cameLate: false,
  closedAs: null,
  foundLate: false,
  paused: false,
  awaitsLock: false,
  ...over,
});

test.each<[string, Partial<DigestFacts>, ReturnType<typeof digestStanding>]>([
  ['silent after the lock', {}, { status: 'missing' }],
  ['silent before it', { awaitsLock: true }, { status: 'awaiting', open: true }],
  ['with more time', { dueAt: LATER, awaitsLock: true }, { status: 'extended', open: true }],
  ['due this very instant', { dueAt: NOW, awaitsLock: true }, { status: 'awaiting', open: true }],
  ['paused over the due day', { paused: true, awaitsLock: true }, { status: 'paused', open: true }],
  ['wholly inside a pause', { closedAs: 'paused' }, { status: 'paused' }],
  ['in hand during a pause', { paused: true, receivedAt: DUE }, { status: 'on-time' }],
  ['in time', { receivedAt: '2020-12-14T16:59:59.999Z' }, { status: 'on-time' }],
  ['late', { receivedAt: DUE, cameLate: true }, { status: 'late' }],
  ['found, then given more time', { dueAt: LATER, foundLate: true }, { status: 'missing' }],
  [
    'found, given more time, and in by then',
    { dueAt: LATER, foundLate: true, receivedAt: NOW, cameLate: true },
    { status: 'late' },
  ],
  ['found, then paused', { paused: true, foundLate: true }, { status: 'missing' }],
  ['excused', { closedAs: 'excused' }, { status: 'excused' }],
  ['passed on to somebody else', { closedAs: 'reassigned' }, { status: 'other' }],
])('%s', (_, given, expected) => {
  expect(digestStanding(facts(given), NOW)).toEqual(expected);
});
