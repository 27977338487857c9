import { describe, expect, it } from 'vitest';
import { periodKeys, planPeriod, planProcess } from '../../../domain/plan/planProcess.ts';
import { reports, sampleNotice, stepsOf } from './sampleNotice.ts';

const common = { title: 'Title', asks: 'something', outline: 'outline', ladder: 'members' };
const collection = {
  ...common,
  id: 'dossiers',
  kind: 'collection',
  owes: { unitKinds: ['commune'] },
  to: 'chair',
  due: { date: '2020-11-25', boundary: 'before' },
  checklist: [{ id: 'results', title: 'Results' }],
  guidance: {
    by: 'office',
    due: { date: '2020-11-18', boundary: 'by', time: '17:00' },
    ladder: 'members',
    outline: 'outline',
  },
};

describe('a collection', () => {
  it('ends "before 25/11" with the 24th and has a track for the guidance that goes out first', () => {
    const notice = sampleNotice({ processes: [collection] });
    const [period] = planProcess(notice, 'dossiers');
    if (period === undefined) throw new Error('a collection has one period');
    expect(period).toMatchObject({ key: '2020-11-25', trial: false, ordinal: 1 });
    expect(stepsOf(notice, period).slice(0, 3)).toEqual([
      'prompt 2020-11-19 08:00',
      'remind-1 2020-11-24 08:00',
      'due 2020-11-25 00:00',
    ]);
    expect(period.tracks[0]).toMatchObject({
      deliverable: 'dossier',
      parties: ['north', 'south', 'east', 'west'],
      lastDay: '2020-11-24',
    });
    expect(period.tracks[1]).toMatchObject({ deliverable: 'guidance', parties: ['office'] });
    expect(stepsOf(notice, period, 'guidance')[0]).toBe('prompt 2020-11-13 08:00');
  });

  it('begins with the start where its prompt would be before it, and is pursued all the same', () => {
    const soon = { ...collection, due: { date: '2020-11-13', boundary: 'by' } };
    const notice = sampleNotice({ processes: [soon] });
    const period = planPeriod(notice, 'dossiers', '2020-11-13');
    expect(period.trial).toBe(false);
    expect(stepsOf(notice, period).slice(0, 2)).toEqual([
      'prompt 2020-11-11 14:00',
      'remind-1 2020-11-13 08:00',
    ]);
    expect(period.tracks[0]?.lockAt).not.toBeNull();
  });

  it('holds nothing against anybody where no prompt can go out in time', () => {
    const notice = sampleNotice({ processes: [collection] });
    const startsAt = '2020-11-24T12:00:00.000Z'; // 19:00 of the last day
    const period = planPeriod(notice, 'dossiers', '2020-11-25', { startsAt });
    expect(period.trial).toBe(true);
    expect(period.tracks[0]?.steps.map(({ kind }) => kind)).toEqual(['due', 'overdue', 'close']);
    expect(period.tracks[1]).toMatchObject({ key: 'guidance', steps: [], lockAt: null });
  });

  it('warns of "before" a day off and keeps it', () => {
    const sunday = { ...collection, due: { date: '2020-11-30', boundary: 'before', roll: 'next' } };
    const notice = sampleNotice({ processes: [sunday] });
    const period = planPeriod(notice, 'dossiers', '2020-11-30');
    expect(period.tracks[0]?.lastDay).toBe('2020-11-29');
    expect(period.notes).toEqual([
      { code: 'before-on-day-off', day: '2020-11-29', name: 'weekend' },
    ]);
  });
});

describe('a campaign', () => {
  const campaign = {
    ...common,
    id: 'cleanup',
    kind: 'campaign',
    lead: 'land',
    owes: { unitKinds: ['commune'] },
    to: 'chair',
    document: {
      by: 'land',
      issuedBy: 'the committee',
      due: { date: '2020-11-27', boundary: 'by' },
      ladder: 'members',
      outline: 'outline',
    },
    quota: [{ year: 2020, peaks: 1 }],
    peaks: [
      {
        id: 'december',
        year: 2020,
        from: '2020-12-14',
        to: '2020-12-20',
        call: '2020-12-06',
        returnsDue: { date: '2020-12-25', boundary: 'by' },
      },
    ],
  };

  it('plans the document first, then each peak from its call to the returns', () => {
    const notice = sampleNotice({ processes: [campaign] });
    expect(periodKeys(notice, 'cleanup')).toEqual(['2020-11-27-document', '2020-12-25-december']);
    const [document, peak] = planProcess(notice, 'cleanup');
    expect(document?.tracks[0]).toMatchObject({ deliverable: 'document', parties: ['land'] });
    expect(peak?.tracks[0]).toMatchObject({ deliverable: 'return' });
    expect(document?.peak).toBeUndefined();
    expect(peak?.peak).toEqual({
      id: 'december',
      year: 2020,
      from: '2020-12-14',
      to: '2020-12-20',
    });
    expect(peak?.ordinal).toBe(2);
  });

  it('calls on the working day before where the call is on a Sunday', () => {
    const notice = sampleNotice({ processes: [campaign] });
    const peak = planPeriod(notice, 'cleanup', '2020-12-25-december');
    expect(stepsOf(notice, peak)[0]).toBe('prompt 2020-12-04 08:00');
  });
});

describe('a drafting', () => {
  const drafting = {
    ...common,
    id: 'mechanism',
    kind: 'drafting',
    by: 'land',
    to: ['chair'],
    due: { date: '2020-11-30', boundary: 'before' },
    stages: [
      { id: 'draft', kind: 'draft', title: 'Draft', endsWorkingDaysBefore: 8 },
      {
        id: 'consult',
        kind: 'consult',
        title: 'Consult',
        endsWorkingDaysBefore: 4,
        with: { parties: ['office'], unitKinds: ['commune'] },
      },
      { id: 'sign', kind: 'sign', title: 'Sign', endsWorkingDaysBefore: 2, by: 'first' },
      { id: 'submit', kind: 'submit', title: 'Submit', endsWorkingDaysBefore: 0 },
    ],
  };
  const spans = (startsAt?: string, process: object = drafting) => {
    const notice = sampleNotice({ processes: [process] });
    return planProcess(notice, 'mechanism', { startsAt }).map((period) => {
      const [prompt] = stepsOf(notice, period);
      return `${period.key.slice(11)}: ${prompt}, until ${period.tracks[0]?.lastDay}`;
    });
  };

  it('counts its stages backward from the day of submission, each after the one before it', () => {
    expect(spans()).toEqual([
      'draft: prompt 2020-11-13 08:00, until 2020-11-18',
      'consult: prompt 2020-11-19 08:00, until 2020-11-24',
      'sign: prompt 2020-11-25 07:30, until 2020-11-26',
      'submit: prompt 2020-11-27 07:30, until 2020-11-29',
    ]);
  });

  it('keeps the names of its stages where an amendment moves the session', () => {
    const due = { date: '2020-12-10', boundary: 'before', originally: '2020-11-30' };
    const moved = planProcess(sampleNotice({ processes: [{ ...drafting, due }] }), 'mechanism');
    const first = planProcess(sampleNotice({ processes: [drafting] }), 'mechanism');
    expect(moved.map(({ key }) => key)).toEqual(first.map(({ key }) => key));
    expect(moved.at(-1)?.tracks[0]?.lastDay).toBe('2020-12-09');
  });

  it('lets those answer who are consulted, and whoever a stage names', () => {
    const parties = planProcess(sampleNotice({ processes: [drafting] }), 'mechanism').map(
      ({ tracks }) => tracks[0]?.parties,
    );
    expect(parties).toEqual([
      ['land'],
      ['office', 'north', 'south', 'east', 'west'],
      ['first'],
      ['land'],
    ]);
  });

  it('asks for opinions and pursues nobody who has none: no word after the due time, no lock, no rung', () => {
    const kindsOf = (stage: string) => {
      const plan = planPeriod(
        sampleNotice({ processes: [drafting] }),
        'mechanism',
        `2020-11-30-${stage}`,
      );
      return plan.tracks[0]?.steps.map(({ kind }) => kind);
    };
    expect(kindsOf('consult')).toEqual(['prompt', 'remind', 'due', 'close']);
    expect(kindsOf('draft')).toEqual(expect.arrayContaining(['overdue', 'lock', 'rung']));
  });

  it('compresses the stages that a late start leaves no time for, and says so', () => {
    const startsAt = '2020-11-23T01:00:00.000Z'; // Monday 08:00
    expect(spans(startsAt)).toEqual([
      'draft: prompt 2020-11-23 08:00, until 2020-11-24',
      'consult: prompt 2020-11-23 08:00, until 2020-11-24',
      'sign: prompt 2020-11-25 07:30, until 2020-11-26',
      'submit: prompt 2020-11-27 07:30, until 2020-11-29',
    ]);
    const notice = sampleNotice({ processes: [drafting] });
    const draft = planPeriod(notice, 'mechanism', '2020-11-30-draft', { startsAt });
    expect(draft.notes).toEqual([
      {
        code: 'compressed-to-start',
        from: '2020-11-18T17:00:00.000Z',
        movedTo: '2020-11-24T17:00:00.000Z',
      },
    ]);
  });

  it('does not remind on the very day to which a prompt was moved', () => {
    const notice = sampleNotice({ processes: [drafting] });
    const submit = planPeriod(notice, 'mechanism', '2020-11-30-submit');
    expect(stepsOf(notice, submit).slice(0, 2)).toEqual([
      'prompt 2020-11-27 07:30',
      'due 2020-11-30 00:00',
    ]);
  });

  it('is only recorded where the document was due before the start', () => {
    const notice = sampleNotice({ processes: [drafting] });
    const periods = planProcess(notice, 'mechanism', { startsAt: '2020-12-01T00:00:00.000Z' });
    expect(periods.every(({ beforeStart }) => beforeStart)).toBe(true);
    expect(periods.flatMap(({ tracks }) => tracks.flatMap(({ steps }) => steps))).toEqual([]);
  });

  it('is never late where it is optional', () => {
    const notice = sampleNotice({ processes: [{ ...drafting, optional: true }] });
    const kinds = planProcess(notice, 'mechanism').flatMap(({ tracks }) =>
      tracks.flatMap(({ steps }) => steps.map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(['prompt', 'remind', 'due', 'close']));
  });
});

describe('a programme', () => {
  const programme = {
    id: 'propaganda',
    kind: 'programme',
    title: 'Propaganda',
    asks: 'progress',
    lead: 'culture',
    coordinates: ['office'],
    to: 'chair',
    until: '2021-06-30',
    checkIn: {
      recurrence: { every: 'quarter', month: 3, day: 'last' },
      boundary: 'by',
      roll: 'previous',
      ladder: 'members',
      outline: 'outline',
    },
  };

  it('checks in with its lead alone until it ends', () => {
    const periods = planProcess(sampleNotice({ processes: [programme] }), 'propaganda');
    expect(periods.map(({ key }) => key)).toEqual(['2020-12-31', '2021-03-31', '2021-06-30']);
    expect(periods[0]?.tracks).toMatchObject([{ deliverable: 'check-in', parties: ['culture'] }]);
  });

  it('has no periods of its own where its questions are asked inside a report', () => {
    const inside = { ...programme, checkIn: { inside: 'reports' } };
    const notice = sampleNotice({ processes: [reports, inside] });
    expect(planProcess(notice, 'propaganda')).toEqual([]);
    expect(() => planPeriod(notice, 'propaganda', '2020-11-28')).toThrow('no period');
  });
});
