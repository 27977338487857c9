import { describe, expect, it } from 'vitest';
import { previewNotice } from '../../../domain/preview/preview.ts';
import { digest, local, reports, sampleNotice } from '../plan/sampleNotice.ts';

const notice = sampleNotice();
/** The period of 28/11/2020 and the digest of 30/11, up to the chair's rung. */
const preview = previewNotice(notice, { from: '2020-11-25', to: '2020-12-02' });
const nobody = (person: string) =>
  preview.letters.nobodyAnswers.find((each) => each.person === person);
const inTime = (person: string) =>
  preview.letters.everybodyInTime.find((each) => each.person === person);
const rung = (id: string, track = 'main') =>
  preview.steps.find(
    (step) =>
      step.kind === 'rung' &&
      step.rung === id &&
      step.track === track &&
      step.processId === 'reports',
  );

describe('a preview', () => {
  it('has every step of the range in order, with why a date moved', () => {
    const instants = preview.steps.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(local(notice, instants[0])).toBe('2020-11-25 08:00');
    expect(preview.steps.find(({ kind }) => kind === 'due')?.notes).toEqual([
      { code: 'kept-on-day-off', day: '2020-11-28', name: 'weekend' },
    ]);
  });

  it("sends one prompt to a person with several posts, and a vacant post's to the office", () => {
    const prompt = preview.steps.find(
      ({ kind, processId }) => kind === 'prompt' && processId === 'reports',
    );
    expect(prompt?.recipients).toContainEqual({
      person: 'culture',
      position: null,
      why: 'owes',
      parties: ['culture', 'culture-subcommittee'],
    });
    expect(prompt?.recipients).toContainEqual({
      person: 'office',
      position: null,
      why: 'instead-of',
      parties: ['vacant-post'],
    });
  });

  it('shows whom each rung would tell, and of whom', () => {
    expect(rung('deputy')?.recipients).toEqual([
      {
        person: 'chair',
        position: 'chair',
        why: 'supervisor',
        parties: ['first', 'second', 'third'],
      },
      {
        person: 'first',
        position: 'first',
        why: 'supervisor',
        parties: ['land', 'culture-subcommittee'],
      },
      { person: 'second', position: 'second', why: 'supervisor', parties: ['culture'] },
    ]);
    expect(rung('chair')).toMatchObject({
      toldAlready: ['first', 'second', 'third'],
      recipients: [{ person: 'chair', parties: ['land', 'culture', 'culture-subcommittee'] }],
    });
    expect(rung('third-deputy', 'certificate')?.recipients).toMatchObject([
      { person: 'third', parties: ['office'] },
    ]);
  });

  it('counts the letters of a member who reports in time, and of one who does not', () => {
    expect(inTime('land')).toEqual({
      person: 'land',
      name: 'Name land',
      total: 3, // prompt, reminder, receipt
      byMonth: { '2020-11': 3 },
      worstDay: { day: '2020-11-27', letters: 2 },
    });
    expect(nobody('land')).toMatchObject({ total: 3, byMonth: { '2020-11': 3 } }); // with an overdue notice
  });

  it('bundles what climbs into one letter for each superior and round', () => {
    const [chair] = preview.top;
    const letters = chair?.nobodyAnswers.map(
      ({ kind, at, about }) =>
        `${kind} ${local(notice, at)}: ${about.map((each) => `${each.processId} ${each.rung}`).join(', ')}`,
    );
    expect(letters).toEqual([
      'round 2020-11-30 11:30: reports deputy',
      'round 2020-12-01 11:30: reports chair',
      'round 2020-12-02 11:30: reports chair, digest chair',
    ]);
    expect(chair?.everybodyInTime.map(({ kind }) => kind)).toEqual(['digest']);
  });

  it('lists the letters to the top four: the chair and the three deputies', () => {
    expect(preview.top.map(({ position }) => position)).toEqual([
      'chair',
      'first',
      'second',
      'third',
    ]);
  });

  it('counts the requests to release what waits for it', () => {
    const third = preview.top[3]?.nobodyAnswers.map(({ kind }) => kind);
    expect(third).toContain('release-request');
  });

  it('says which processes run and which wait, and why', () => {
    const programme = (id: string, more: object) => ({
      id,
      kind: 'programme',
      title: 'P',
      asks: 'p',
      lead: 'land',
      to: 'chair',
      ...more,
    });
    const checkIn = {
      recurrence: { every: 'year', month: 6, day: 1 },
      boundary: 'by',
      roll: 'stay',
      ladder: 'members',
      outline: 'outline',
    };
    const lacking = { ...digest, waitsFor: ['the outline is not decided'] };
    const inside = programme('inside', { checkIn: { inside: 'reports' } });
    const changed = sampleNotice({
      processes: [reports, lacking, inside, programme('yearly', { checkIn })],
    });
    const { processes } = previewNotice(changed);
    expect(processes.map(({ id, state, waitsFor }) => [id, state, waitsFor])).toEqual([
      ['reports', 'runs', []],
      ['digest', 'waits', ['the outline is not decided']],
      ['inside', 'inside', []],
      ['yearly', 'runs', []],
    ]);
    expect(processes[3]?.periods.map(({ key }) => key)).toEqual(['2021-06-01', '2022-06-01']);
  });

  it('lists what is assumed with its place, beside the sentence of the notice', () => {
    const cycle = {
      ...reports,
      provenance: { source: 'assumed', why: 'the rhythm is a guess' },
      fieldProvenance: [{ field: 'roll', provenance: { source: 'assumed', why: 'not said' } }],
    };
    const { assumed } = previewNotice(sampleNotice({ processes: [cycle] }));
    const sentence = 'Reports are due on the 14th and 28th.';
    expect(assumed).toContainEqual({
      path: '/directives/0/processes/0',
      why: 'the rhythm is a guess',
      sentence,
    });
    expect(assumed).toContainEqual({
      path: '/directives/0/processes/0/roll',
      why: 'not said',
      sentence,
    });
    expect(assumed).toContainEqual({ path: '/ladders', why: 'made for a test', sentence: null });
    expect(assumed.map(({ path }) => path)).not.toContain('/supervision');
  });

  it("goes to the unit's two addressees and, while the split is not signed, to the fallback", () => {
    const collection = {
      id: 'dossiers',
      kind: 'collection',
      title: 'D',
      asks: 'd',
      owes: { unitKinds: ['commune'] },
      to: 'chair',
      due: { date: '2020-11-25', boundary: 'before' },
      ladder: 'members',
      outline: 'outline',
    };
    const deputyRung = (split: 'signed' | 'assumed') => {
      const { steps } = previewNotice(sampleNotice({ split, processes: [collection] }));
      expect(steps.find(({ kind }) => kind === 'prompt')?.recipients).toHaveLength(8);
      const step = steps.find((each) => each.rung === 'deputy');
      return step?.recipients.map(({ person, why, parties }) => [person, why, parties.length]);
    };
    expect(deputyRung('signed')).toEqual([
      ['first', 'supervisor', 2],
      ['second', 'supervisor', 2],
    ]);
    expect(deputyRung('assumed')).toEqual([['office', 'fallback', 4]]);
  });

  it('starts from a later real start', () => {
    const startsAt = '2020-12-20T03:00:00.000Z';
    const late = previewNotice(notice, { startsAt });
    expect(late.processes[0]?.periods.filter(({ beforeStart }) => beforeStart)).toHaveLength(3);
    expect(late.steps.every(({ at }) => at >= startsAt)).toBe(true);
  });

  it('is JSON-safe', () => {
    expect(JSON.parse(JSON.stringify(preview))).toEqual(preview);
  });
});
