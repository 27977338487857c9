import { describe, expect, it } from 'vitest';
import { parseNoticeText } from '../../../cli/check/noticeText.ts';
import { readParts } from '../../../cli/check/readParts.ts';
import { checkMeaning } from '../../../domain/notice/meaning/checkMeaning.ts';
import type { MeaningFault } from '../../../domain/notice/meaning/faults.ts';
import { SMALL_TEXT, smallWith } from '../../data/noticeFiles.ts';

/** What the check of meaning says of the small notice with some of its text replaced. */
function faults(...replacements: [from: string, to: string][]): MeaningFault[] {
  const { parsed } = parseNoticeText(smallWith(...replacements));
  if (!parsed) throw new Error('the replaced text is not YAML');
  return checkMeaning(readParts(parsed.value));
}

const first = (...replacements: [from: string, to: string][]) => {
  const [fault, ...others] = faults(...replacements);
  expect(others).toEqual([]);
  return fault && { ...fault, path: fault.path.join('/') };
};

const campaign = (quota: number, from: string, returns: string) => `      - id: 2-clean
        kind: campaign
        title: Clean-up
        asks: the return
        lead: secretary
        owes: { unitKinds: [branch] }
        to: chair
        document: { by: secretary, issuedBy: Library, due: { date: 2026-02-27, boundary: by }, ladder: plain, outline: short }
        quota: [{ year: 2026, peaks: ${quota} }]
        peaks: [{ id: may, year: 2026, from: ${from}, to: 2026-05-08, call: 2026-04-20, returnsDue: { date: ${returns}, boundary: by } }]
        ladder: plain
        outline: short
`;
const drafting = (stages: string) => `      - id: 2-draft
        kind: drafting
        title: Statutes
        asks: the statutes
        by: secretary
        to: [chair]
        due: { date: 2026-04-30, boundary: by }
        stages: ${stages}
        ladder: plain
        outline: short
`;
const programme = (inside: string) => `      - id: 2-care
        kind: programme
        title: Care
        asks: what was cared for
        lead: secretary
        to: chair
        checkIn: { inside: ${inside} }
`;
/** One more process behind those of the small notice. */
const adding = (process: string): [string, string] => [
  '      - id: 1-plan\n',
  `${process}      - id: 1-plan\n`,
];
const draws = (process: string): [string, string] => [
  'roll: next',
  `roll: next\n        dueTime: 15:00\n        drawsOn: { process: ${process}, cutOff: 12:00 }`,
];

describe('the meaning of a notice', () => {
  it('finds nothing in the small notice', () => {
    const { parsed } = parseNoticeText(SMALL_TEXT);
    expect(checkMeaning(readParts(parsed?.value))).toEqual([]);
  });

  it('wants a time zone that the machine knows', () => {
    expect(first(['zone: Europe/Sofia', 'zone: Europe/Sophia'])).toMatchObject({
      code: 'zone-unknown',
      path: 'zone',
    });
  });

  it('wants conclusion, issue, start and end in this order', () => {
    expect(first(['issuedOn: 2026-01-06', 'issuedOn: 2026-01-04'])).toMatchObject({
      code: 'before-conclusion',
      path: 'head/issuedOn',
    });
    expect(first(['on: 2026-01-07', 'on: 2026-01-03'])).toMatchObject({
      code: 'before-conclusion',
      path: 'head/start/on',
    });
    expect(faults(['endsOn: 2026-11-27', 'endsOn: 2026-01-06'])[0]).toMatchObject({
      code: 'end-before-start',
    });
    expect(first(['endsOn: 2026-11-27', 'endsOn: 2052-11-27'])).toMatchObject({
      code: 'too-long',
      most: 25,
    });
  });

  it('takes "before" the day of conclusion itself for too early, and "by" it for possible', () => {
    const due = 'date: 2026-02-27, boundary: by';
    const codes = (to: string) => faults([due, to]).map(({ code }) => code);
    expect(codes('date: 2026-01-05, boundary: before')).toContain('before-conclusion');
    expect(codes('date: 2026-01-05, boundary: by')).not.toContain('before-conclusion');
  });

  it('wants the days of a year under that year, and spans that run forward', () => {
    expect(first(['from: 2026-03-03', 'from: 2025-03-03'])).toMatchObject({
      code: 'outside-year',
      path: 'calendar/years/2026/daysOff/0/from',
    });
    expect(first(['from: 2026-03-03', 'from: 2026-03-03, to: 2026-03-01'])).toMatchObject({
      code: 'span-reversed',
    });
    expect(first(['{ from: 08:00, to: 17:00 }', '{ from: 18:00, to: 17:00 }'])).toMatchObject({
      code: 'hours-reversed',
    });
  });

  it('wants the table of the year that counting back from the start steps into', () => {
    const wanted = [
      { code: 'calendar-year-missing', year: '2025', counting: true, until: '2026-01-02' },
    ];
    const early: [string, string][] = [
      ['concludedOn: 2026-01-05', 'concludedOn: 2026-01-02'],
      ['on: 2026-01-07', 'on: 2026-01-02'],
    ];
    expect(faults(...early)).toEqual([]);
    expect(faults(...early, ['    2025: { daysOff: [] }\n', ''])).toMatchObject(wanted);
    expect(faults(['    2025: { daysOff: [] }\n', ''])).toEqual([]);
  });

  it('warns of "before" a day whose eve is off', () => {
    expect(first(['date: 2026-02-27, boundary: by', 'date: 2026-03-04, boundary: before'])).toEqual(
      {
        code: 'before-on-day-off',
        path: 'directives/0/processes/1/due/date',
        before: '2026-03-04',
        lastDay: '2026-03-03',
        name: 'Liberation Day',
      },
    );
  });

  it('keeps positions and units apart, since both are parties', () => {
    expect(faults(['    - id: south', '    - id: deputy'])).toContainEqual(
      expect.objectContaining({ code: 'duplicate-id', space: 'unit', id: 'deputy' }),
    );
  });

  it.each([
    ['rung', [['id: top, to', 'id: above, to']], 'ladders/list/0/rungs/1/id'],
    [
      'stage',
      [
        adding(
          drafting(
            '[{ id: a, kind: draft, title: A, endsWorkingDaysBefore: 1 }, { id: a, kind: submit, title: B, endsWorkingDaysBefore: 0 }]',
          ),
        ),
      ],
      'directives/0/processes/1/stages/1/id',
    ],
    ['process', [['- id: 1-plan', '- id: 1-reports']], 'directives/0/processes/1/id'],
  ] as [string, [string, string][], string][])(
    'wants each %s to have its own id',
    (space, replacements, path) => {
      expect(first(...replacements)).toMatchObject({ code: 'duplicate-id', space, path });
    },
  );

  it.each([
    ['person', ['holder: vera', 'holder: verra'], 'positions/list/1/holder'],
    ['unit', ['units: [north] }', 'units: [north, nord] }'], 'supervision/list/0/units/1'],
    [
      'party',
      [
        'parties: [secretary] }\n        to: chair\n        due',
        'parties: [everybody] }\n        to: chair\n        due',
      ],
      'directives/0/processes/1/owes/parties/0',
    ],
    [
      'ladder',
      [
        'ladder: plain\n        outline: short\n      - id: 1-plan',
        'ladder: steep\n        outline: short\n      - id: 1-plan',
      ],
      'directives/0/processes/0/ladder',
    ],
    ['process', adding(programme('reports')), 'directives/0/processes/1/checkIn/inside'],
    [
      'process',
      ['title: What was done', 'title: What was done, of: 9-nothing'],
      'outlines/list/0/sections/0/of',
    ],
    [
      'position',
      ['release: { by: [secretary]', 'release: { by: [nobody]'],
      'settings/release/by/0',
    ],
  ] as [string, [string, string], string][])(
    'finds the place that names an unknown %s',
    (space, replacement, path) => {
      expect(first(replacement)).toMatchObject({ code: 'unknown-id', space, path });
    },
  );

  it('finds a stage whose consulted party is unknown, and asks for the outline once', () => {
    const stages =
      '[{ id: a, kind: consult, title: A, endsWorkingDaysBefore: 2, with: { parties: [all] } }, { id: b, kind: absorb, title: B, endsWorkingDaysBefore: 1 }]';
    expect(first(adding(drafting(stages)))).toMatchObject({
      code: 'unknown-id',
      path: 'directives/0/processes/1/stages/0/with/parties/0',
    });
  });

  it('warns of a consultation that no later stage answers', () => {
    const consult =
      '{ id: a, kind: consult, title: A, ladder: week, outline: form, endsWorkingDaysBefore: 4, with: { members: true } }';
    const absorb = '{ id: b, kind: absorb, title: B, endsWorkingDaysBefore: 2 }';
    const codes = (...stages: string[]) =>
      faults(adding(drafting(`[${stages.join(', ')}]`))).map(({ code }) => code);
    expect(codes(consult)).toContain('consultation-unanswered');
    expect(codes(absorb.replace('2', '6'), consult)).toContain('consultation-unanswered');
    expect(codes(consult, absorb)).not.toContain('consultation-unanswered');
  });

  it('wants units of the kind that owes', () => {
    expect(first(['unitKinds: [branch]', 'unitKinds: [branch, ward]'])).toMatchObject({
      code: 'unknown-unit-kind',
      kinds: ['branch'],
      path: 'directives/0/processes/0/owes/unitKinds/1',
    });
  });

  it('wants somebody to owe', () => {
    const owes = 'owes: { parties: [secretary] }';
    expect(first([owes, 'owes: { subcommittees: true }'])).toMatchObject({ code: 'nobody-owes' });
  });

  it('takes a ladder that climbs beyond the chair for complete', () => {
    expect(faults(['{ supervisor: 1 }', '{ supervisor: 9 }'])).toEqual([]);
  });

  it('lets a rung name who gets it otherwise, who has to be there', () => {
    const cut: [string, string] = ['holder: vera, supervisor: chair', 'holder: vera'];
    expect(faults(['{ supervisor: 1 }', '{ supervisor: 3, otherwise: chair }'], cut)).toEqual([]);
    expect(first(['{ supervisor: 1 }', '{ supervisor: 1, otherwise: chiar }'])).toMatchObject({
      code: 'rung-without-recipient',
      path: 'ladders/list/0/rungs/0/to/otherwise',
      position: 'chiar',
      nearest: 'chair',
    });
  });

  it('finds the post at which a chain breaks off, for a unit under it too', () => {
    expect(
      first(
        ['{ supervisor: 1 }', '{ supervisor: 3 }'],
        ['holder: vera, supervisor: chair', 'holder: vera'],
      ),
    ).toMatchObject({
      code: 'supervisor-missing',
      path: 'positions/list/1',
      endsAt: 'deputy',
      party: 'secretary',
    });
  });

  it('warns of units without anybody above, and of lists that are assumed', () => {
    const assumed: [string, string] = [
      'provenance: { source: office, by: the chair }',
      'provenance: { source: assumed, why: not signed }',
    ];
    expect(faults(assumed)).toMatchObject([
      { code: 'split-not-signed', deputy: 'deputy', units: 1 },
      { code: 'split-not-signed', deputy: 'secretary', units: 1 },
      { code: 'units-without-supervisor', units: ['north', 'south'] },
    ]);
  });

  it('wants roles that somebody holds', () => {
    const vacant: [string, string] = ['holder: boris', 'holder: null'];
    expect(faults(vacant, ['fallback: [secretary, chair]', 'fallback: [secretary]'])).toMatchObject(
      [
        { code: 'role-vacant', role: 'office' },
        { code: 'fallback-vacant' },
        { code: 'position-vacant', position: 'secretary' },
      ],
    );
  });

  it('wants a programme inside a reporting cycle, and no circle of digests', () => {
    expect(first(adding(programme('1-plan')))).toMatchObject({
      code: 'not-a-reporting-cycle',
      kind: 'collection',
    });
    expect(faults(draws('1-reports'))).toMatchObject([
      { code: 'draws-on-circle', circle: ['1-reports', '1-reports'] },
    ]);
  });

  it('wants the cut-off before the digest is due, and the lock after', () => {
    expect(
      faults(draws('1-reports'), ['cutOff: 12:00', 'cutOff: 15:01']).map(({ code }) => code),
    ).toContain('cut-off-after-due');
    const sameDay: [string, string] = ['lock: { workingDays: 1', 'lock: { workingDays: 0'];
    expect(first(sameDay)).toMatchObject({ code: 'lock-before-due', path: 'ladders/list/0/lock' });
    const early = ['roll: next', 'roll: next\n        dueTime: 09:00'] as [string, string];
    const byNine = [
      'date: 2026-02-27, boundary: by',
      'date: 2026-02-27, boundary: by, time: 09:00',
    ] as [string, string];
    expect(faults(sameDay, early, byNine)).toEqual([]);
  });

  it('wants as many peaks as the notice asks for, each in its year and in order', () => {
    expect(faults(adding(campaign(1, '2026-05-04', '2026-05-15')))).toEqual([]);
    expect(first(adding(campaign(2, '2026-05-04', '2026-05-15')))).toMatchObject({
      code: 'quota-not-met',
      year: 2026,
      quota: 2,
      peaks: 1,
    });
    expect(first(adding(campaign(1, '2026-05-09', '2026-05-15')))).toMatchObject({
      code: 'span-reversed',
    });
    expect(first(adding(campaign(1, '2026-05-04', '2026-05-01')))).toMatchObject({
      code: 'span-reversed',
      path: 'directives/0/processes/1/peaks/0/returnsDue/date',
    });
  });

  it('wants stages in the order in which they end', () => {
    const stages =
      '[{ id: a, kind: draft, title: A, endsWorkingDaysBefore: 2 }, { id: b, kind: submit, title: B, endsWorkingDaysBefore: 5 }]';
    expect(first(adding(drafting(stages)))).toMatchObject({
      code: 'stages-out-of-order',
      stage: 'b',
      before: 'a',
    });
  });

  it('wants the provenance of a field to name a field that is there', () => {
    const of = (field: string): [string, string] => [
      'roll: next',
      `roll: next\n        fieldProvenance: [{ field: ${field}, provenance: { source: assumed, why: a test } }]`,
    ];
    expect(faults(of('roll'))).toEqual([]);
    expect(first(of('rol'))).toMatchObject({ code: 'field-unknown', field: 'rol' });
  });

  it('refuses a notice in which nothing is due, and warns where one process is never due', () => {
    const never: [string, string] = [
      'recurrence: { every: month, days: [last] }',
      'recurrence: { every: dates, dates: [2027-01-29] }',
    ];
    expect(first(never)).toMatchObject({ code: 'never-due', process: '1-reports' });
    expect(first(never, ['date: 2026-02-27', 'date: 2027-02-26'])).toMatchObject({
      code: 'nothing-left',
      path: 'directives',
    });
  });

  it('tells what the notice leaves open', () => {
    expect(
      faults(
        ['number: "7"', 'number: null'],
        ['issuedOn: 2026-01-06', 'issuedOn: null'],
        [', address: boris@example.test', ''],
        [
          'asks: the plan for the year',
          'asks: the plan for the year\n        waitsFor: [the budget]',
        ],
      ),
    ).toMatchObject([
      { code: 'number-blank' },
      { code: 'issue-day-blank' },
      { code: 'person-without-address', person: 'boris' },
      { code: 'waits-for', process: '1-plan', data: ['the budget'] },
    ]);
  });
});
