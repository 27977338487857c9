import { expect, test } from 'vitest';
import type { Notice } from '../../../contracts/notice/index.ts';
import { refusedAmendments } from '../../../domain/amendment/refusals.ts';
import { amended, before, movedTo, processIn } from './amendedNotices.ts';

type State = 'waiting' | 'running' | 'paused' | 'done' | 'cancelled';
const refused = (after: Notice, states: Record<string, State> = {}, erased: string[] = []) =>
  refusedAmendments(before, after, {
    states: new Map(Object.entries(states)),
    erased: new Set(erased),
  }).map(({ pointer, reason }) => `${pointer}: ${reason}`);

test('dates, owners and ladders of what runs can be amended', () => {
  const after = amended((file) => {
    processIn(file, 'reports').owes = { members: true };
    processIn(file, 'mechanism').ladder = 'digest';
  }, movedTo('2020-12-29'));
  expect(refused(after)).toEqual([]);
});

test('the id and the zone stay, and the start is over', () => {
  const after = amended((file) => {
    file.id = 'other';
    file.zone = 'Asia/Tokyo';
    file.head.start = { on: '2020-11-12', at: '08:00' };
  });
  expect(refused(after).map((line) => line.split(':')[0])).toEqual(['/id', '/zone', '/head/start']);
});

test('what the record speaks of stays in the file', () => {
  const after = amended((file) => {
    file.units.list = file.units.list.filter(({ id }) => id !== 'north');
    for (const directive of file.directives) {
      directive.processes = directive.processes.filter(({ id }) => id !== 'mechanism');
    }
  });
  expect(refused(after)).toEqual([
    '/units/north: the record speaks of it: take it out of what it owes, and leave it here',
    expect.stringContaining('it is running: cancel it instead'),
  ]);
  expect(refused(after, { mechanism: 'waiting' })).toHaveLength(1);
});

test('a process that runs keeps its kind, one that has ended keeps everything but its words', () => {
  const other = amended((file) => {
    const process = processIn(file, 'reports');
    process.title = 'Another title';
    process.recurrence = { every: 'month', days: [20] };
  });
  expect(refused(other, { reports: 'running' })).toEqual([]);
  expect(refused(other, { reports: 'done' })).toEqual([
    expect.stringMatching(/reports\/recurrence\/days: the process is done$/),
  ]);
});

test('a file that names periods by another day is refused', () => {
  const after = amended((file) => {
    const process = processIn(file, 'mechanism');
    process.due = { date: '2020-12-29', boundary: 'by', originally: '2020-12-01' };
  });
  expect(refused(after)).toEqual([expect.stringContaining('named by 2020-12-22')]);
});

test('whoever was erased is not named again by an old file; the text in force may go on naming the post', () => {
  const [person] = before.people.list;
  const id = person?.id ?? '';
  const again = amended((file) => {
    const named = file.people.list.find((one) => one.id === id);
    if (named) named.name = 'A name on an old file';
  });
  expect(refused(again, {}, [id])).toEqual([
    expect.stringMatching(new RegExp(`^/people/${id}: ${id} was erased`)),
  ]);
  expect(refused(again)).toEqual([]);
  expect(refused(movedTo('2020-12-29'), {}, [id])).toEqual([]);
});
