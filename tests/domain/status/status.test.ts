import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES, type StatusFacts, statusOf } from '../../../domain/status/status.ts';

const facts: StatusFacts = {
  opensAt: '2020-11-25T01:00:00.000Z',
  dueAt: '2020-11-28T17:00:00.000Z',
  receivedAt: null,
  closedAs: null,
  trial: false,
  pausedAt: null,
  foundLate: false,
};
const before = '2020-11-24T00:00:00.000Z';
const during = '2020-11-27T00:00:00.000Z';
const afterDue = '2020-12-01T00:00:00.000Z';

describe('the status of an obligation', () => {
  it('follows the clock while nothing comes in', () => {
    expect(statusOf(facts, before)).toBe('not-yet-open');
    expect(statusOf(facts, facts.opensAt)).toBe('open-in-time');
    expect(statusOf(facts, during)).toBe('open-in-time');
    expect(statusOf(facts, facts.dueAt)).toBe('open-overdue');
    expect(statusOf(facts, afterDue)).toBe('open-overdue');
  });

  it('is on time for a receipt strictly before the due time, late from it on, for ever', () => {
    const received = (receivedAt: string) => statusOf({ ...facts, receivedAt }, afterDue);
    expect(received('2020-11-28T16:59:59.999Z')).toBe('done-on-time');
    expect(received('2020-11-28T17:00:00.000Z')).toBe('done-late');
    expect(received('2020-11-30T05:00:00.000Z')).toBe('done-late');
  });

  it('takes a report that comes before the period opens', () => {
    expect(statusOf({ ...facts, receivedAt: before }, before)).toBe('done-on-time');
  });

  it('does not let an extension erase lateness already found', () => {
    const extended = { ...facts, dueAt: '2020-12-05T17:00:00.000Z', foundLate: true };
    expect(statusOf(extended, afterDue)).toBe('open-overdue');
    expect(statusOf({ ...extended, receivedAt: afterDue }, afterDue)).toBe('done-late');
  });

  it.each([
    'excused',
    'cancelled',
    'merged',
    'covered',
    'reassigned',
    'no-proposal',
    'before-start',
    'paused',
  ] as const)('stands apart once it is closed as %s', (closedAs) => {
    expect(statusOf({ ...facts, closedAs }, afterDue)).toBe(closedAs);
    expect(statusOf({ ...facts, closedAs, receivedAt: during }, afterDue)).toBe(closedAs);
  });

  it('keeps a trial apart whatever came in', () => {
    expect(statusOf({ ...facts, trial: true }, afterDue)).toBe('trial');
    expect(statusOf({ ...facts, trial: true, receivedAt: during }, afterDue)).toBe('trial');
  });

  it('is paused while its period is, unless a report came in meanwhile', () => {
    const paused = { ...facts, pausedAt: '2020-11-26T00:00:00.000Z' };
    expect(statusOf(paused, afterDue)).toBe('paused');
    expect(statusOf({ ...paused, receivedAt: during }, afterDue)).toBe('done-on-time');
  });

  it('is not late where the due time that has passed fell into the pause', () => {
    const paused = { ...facts, receivedAt: '2020-11-30T00:00:00.000Z' };
    expect(statusOf({ ...paused, pausedAt: during }, afterDue)).toBe('done-on-time');
    expect(statusOf({ ...paused, pausedAt: facts.dueAt }, afterDue)).toBe('done-late');
  });

  it('is one of the list for every record', () => {
    const instant = fc.constantFrom(before, facts.opensAt, during, facts.dueAt, afterDue);
    const record = fc.record({
      opensAt: instant,
      dueAt: instant,
      receivedAt: fc.option(instant),
      closedAs: fc.option(fc.constantFrom('excused' as const, 'covered' as const)),
      trial: fc.boolean(),
      pausedAt: fc.option(instant),
      foundLate: fc.boolean(),
    });
    fc.assert(
      fc.property(record, instant, (any, now) => {
        expect(STATUSES).toContain(statusOf(any, now));
      }),
    );
  });
});
