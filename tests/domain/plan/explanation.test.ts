import { expect, test } from 'vitest';
import { explanationProcess, planExplanation } from '../../../domain/plan/explanation.ts';
import { local, sampleNotice, stepsOf } from './sampleNotice.ts';

const notice = sampleNotice();
const [first] = notice.positions.list.filter(({ supervisor }) => supervisor !== undefined);
const asked = { processId: 'reports', party: first?.id ?? '', at: '2020-12-16T09:25:00.000Z' };

test('is prompted at once in office hours, due by the day named, and pursued by its ladder', () => {
  const plan = planExplanation(notice, { ...asked, dueDate: '2020-12-21' });
  expect(plan).toMatchObject({
    key: `2020-12-21-explanation-${asked.party}`,
    trial: false,
    beforeStart: false,
    ordinal: 0,
  });
  expect(plan.tracks.map(({ key, deliverable, parties }) => [key, deliverable, parties])).toEqual([
    ['explanation', 'explanation', [asked.party]],
  ]);
  const [prompt, ...later] = stepsOf(notice, plan, 'explanation');
  expect(prompt).toBe('prompt 2020-12-16 16:25');
  expect(later.map((step) => step.split(' ')[0])).toContain('lock');
  expect(local(notice, plan.dueAt)).toBe('2020-12-22 00:00');
});

test('is due after the working days of the settings where no day is named', () => {
  expect(planExplanation(notice, asked).tracks[0]?.lastDay).toBe('2020-12-23');
});

test.each(['2020-12-16', '2020-12-15', '2031-01-05', '2021-02-30'])(
  'refuses %s, before which no letter could go out or which the calendar lacks',
  (dueDate) => {
    const late = { ...asked, at: '2020-12-16T10:30:00.000Z', dueDate };
    expect(() => planExplanation(notice, late)).toThrowError(
      expect.objectContaining({ failure: 'Invalid', pointer: '/dueDate' }),
    );
  },
);

test('is refused where the notice says nothing of explanations', () => {
  const { explanation, ...settings } = notice.settings;
  expect(explanation).toBeDefined();
  expect(() => planExplanation({ ...notice, settings }, asked)).toThrowError(
    expect.objectContaining({ failure: 'Conflict', pointer: '/handling' }),
  );
});

test('belongs to the cycle whose reports the digest draws on, whatever process was missed in', () => {
  expect(explanationProcess(notice, 'digest')).toBe('reports');
  expect(explanationProcess(notice, 'reports')).toBe('reports');
});
