import { describe, expect, it } from 'vitest';
import { nextStage, type StageFacts } from '../../../domain/plan/nextStage.ts';

const NOW = '2020-11-16T03:00:00.000Z';
const stage = (key: string, plannedAt: string, state: StageFacts['state']): StageFacts => ({
  key,
  plannedAt: `2020-11-${plannedAt}T01:00:00.000Z`,
  state,
  isConsultation: key === 'consult',
});
const facts = (...states: StageFacts['state'][]) => ({
  stages: [
    stage('draft', '13', states[0] ?? 'unopened'),
    stage('consult', '19', states[1] ?? 'unopened'),
    stage('absorb', '25', states[2] ?? 'unopened'),
    stage('submit', '27', states[3] ?? 'unopened'),
  ],
  ended: false,
  paused: false,
});

describe('the next stage of a drafting', () => {
  it('is the first, at its planned time', () => {
    expect(nextStage(facts(), NOW)).toEqual({ key: 'draft', opensAt: '2020-11-13T01:00:00.000Z' });
  });

  it('opens at once where the one before it is done early', () => {
    expect(nextStage(facts('done'), NOW)).toEqual({ key: 'consult', opensAt: NOW });
    expect(nextStage(facts('done', 'done'), NOW)).toEqual({ key: 'absorb', opensAt: NOW });
  });

  it('waits for its planned time where the one before it is not done, unless it is a consultation', () => {
    expect(nextStage(facts('done', 'open'), NOW)).toEqual({
      key: 'absorb',
      opensAt: '2020-11-25T01:00:00.000Z',
    });
  });

  it('passes a consultation by that has no draft yet, and comes back to it once there is one', () => {
    expect(nextStage(facts('open'), NOW)?.key).toBe('absorb');
    expect(nextStage(facts('open', 'unopened', 'open', 'open'), NOW)).toEqual({
      key: 'consult',
      opensAt: null,
    });
    const late = '2020-11-30T03:00:00.000Z';
    expect(nextStage(facts('done', 'unopened', 'open', 'open'), late)?.key).toBe('consult');
  });

  it('opens nothing early while the process is paused', () => {
    expect(nextStage({ ...facts('done'), paused: true }, NOW)?.opensAt).toBe(
      '2020-11-19T01:00:00.000Z',
    );
  });

  it('is none once the document is in, or there is no proposal', () => {
    expect(nextStage({ ...facts('open'), ended: true }, NOW)).toBeNull();
    expect(nextStage(facts('done', 'done', 'done', 'open'), NOW)).toBeNull();
  });
});
