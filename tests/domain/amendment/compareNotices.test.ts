import { expect, test } from 'vitest';
import { compareNotices } from '../../../domain/amendment/compareNotices.ts';
import { amended, before, movedTo, processIn } from './amendedNotices.ts';

test('a notice is as it was', () => {
  expect(
    compareNotices(
      before,
      amended(() => {}),
    ),
  ).toEqual([]);
});

test('names each field by the ids of what it stands in, with before and after and what it is about', () => {
  const directive = before.directives.find(({ processes }) =>
    processes.some(({ id }) => id === 'mechanism'),
  );
  expect(compareNotices(before, movedTo('2020-12-29'))).toEqual([
    {
      path: `/directives/${directive?.no}/processes/mechanism/due/date`,
      kind: 'dates',
      before: '2020-12-22',
      after: '2020-12-29',
      processes: ['mechanism'],
    },
  ]);
});

test('tells the sorts of change apart', () => {
  const after = amended((file) => {
    file.head.endsOn = '2021-04-30';
    file.head.title = 'Another title';
    const [ladder] = file.ladders.list;
    if (ladder) ladder.rungs = [];
    const [position] = file.positions.list;
    if (position) position.holder = 'land';
    processIn(file, 'reports').owes = { members: true };
    processIn(file, 'mechanism').waitsFor = ['the day of the session'];
  });
  const kinds = compareNotices(before, after).map(({ path, kind }) => [
    path.split('/').slice(-2).join('/'),
    kind,
  ]);
  expect(kinds).toContainEqual(['head/title', 'words']);
  expect(kinds).toContainEqual(['head/endsOn', 'dates']);
  expect(kinds).toContainEqual(['chair/holder', 'people']);
  expect(kinds).toContainEqual(['owes/subcommittees', 'owners']);
  expect(kinds).toContainEqual(['mechanism/waitsFor', 'data']);
  expect(kinds).toContainEqual(['rungs/deputy', 'ladder']);
});

test('a ladder is about every process that follows it, an added process is told whole', () => {
  const after = amended((file) => {
    const ladder = file.ladders.list.find(({ id }) => id === 'members');
    if (ladder) ladder.lock = 'at-due';
    const [directive] = file.directives;
    directive?.processes.push({ ...processIn(file, 'mechanism'), id: 'second' });
  });
  const changes = compareNotices(before, after);
  expect(changes.find(({ path }) => path.startsWith('/ladders'))).toMatchObject({
    processes: ['reports', 'mechanism', 'second'],
  });
  const added = changes.find(({ kind }) => kind === 'process');
  expect(added?.path.endsWith('/processes/second')).toBe(true);
  expect(added && 'before' in added).toBe(false);
});
