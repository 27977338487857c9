/**
 * Writes tests/data/second-notice.yaml: a notice as unlike the first as the format allows. English, another zone with
 * summer time, 300 schools in twelve districts in three regions, weekly reports due Fridays at 16:00, three rungs of
 * supervision, no finding and no certificate. Run: npx tsx tests/data/generateSecondNotice.ts
 */
import { writeFileSync } from 'node:fs';

const REGIONS = ['north', 'centre', 'south'];
const DISTRICTS = REGIONS.flatMap((region) =>
  [1, 2, 3, 4].map((no) => ({ id: `${region}-${no}`, region })),
);
const SCHOOLS = Array.from({ length: 300 }, (_, index) => ({
  id: `school-${String(index + 1).padStart(3, '0')}`,
  no: index + 1,
  district: DISTRICTS[index % DISTRICTS.length]?.id ?? '',
}));

const person = (id: string, name: string) =>
  `    - { id: ${id}, name: ${name}, address: ${id}@example.test }`;
const post = (id: string, title: string, supervisor: string) =>
  `    - { id: ${id}, title: ${title}, holder: ${id}, supervisor: ${supervisor}, member: false }`;
const named = (id: string) => id.replace('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

/** The text of the second notice. */
export const secondNotice = (): string => `# Written by generateSecondNotice.ts; change it there.
dondoc: 1
id: reading-2025
language: en
zone: Europe/Sofia

head:
  provenance:
    source: notice
    sentence: The board met on 13 January 2025 and decided how the reading programme is followed up.
  title: Conclusions of the board of the reading programme
  committee: Board of the reading programme
  issuer: Ministry's school office
  place: Sofia
  number: "12"
  symbol: RP
  concludedOn: 2025-01-13
  issuedOn: 2025-01-14
  start: { on: 2025-01-15, at: 08:30 }
  endsOn: 2025-12-12

roles:
  provenance: { source: office, by: the board's secretary, on: 2025-01-14 }
  chair: president
  office: secretary
  fallback: [secretary, president]

people:
  provenance: { source: office, by: the board's secretary }
  list:
${person('president', 'President of the board')}
${person('secretary', 'Secretary of the board')}
${REGIONS.map((id) => person(`director-${id}`, `Director ${named(id)}`)).join('\n')}
${DISTRICTS.map(({ id }) => person(`head-${id}`, `Head of district ${named(id)}`)).join('\n')}

# Three levels above a school: its district, its region, the president.
positions:
  provenance: { source: office, by: the board's secretary }
  list:
    - { id: president, title: President of the board, holder: president, member: false }
${post('secretary', 'Secretary of the board', 'president')}
${REGIONS.map((id) => post(`director-${id}`, `Director ${named(id)}`, 'president')).join('\n')}
${DISTRICTS.map(({ id, region }) => post(`head-${id}`, `Head of district ${named(id)}`, `director-${region}`)).join('\n')}

units:
  provenance: { source: office, by: the board's secretary }
  list:
${SCHOOLS.map(
  ({ id, no, district }) => `    - id: ${id}
      name: School no. ${no}
      kind: school
      supervisor: head-${district}
      addressees: [{ id: ${id}-desk, name: Desk of school no. ${no}, address: ${id}@example.test }]`,
).join('\n')}

calendar:
  provenance: { source: assumed, why: worked out from the Labour Code by hand for this test }
  weekend: [6, 7]
  officeHours: { from: 08:00, to: 18:00 }
  years:
    2025:
      daysOff:
        - { from: 2025-01-01, name: New Year }
        - { from: 2025-03-03, name: Liberation Day }
        - { from: 2025-04-18, to: 2025-04-21, name: Easter }
        - { from: 2025-05-01, name: Labour Day }
        - { from: 2025-05-06, name: Saint George's Day }
        - { from: 2025-05-26, name: Day of letters moved from Saturday }
        - { from: 2025-09-08, name: Unification Day moved from Saturday }
        - { from: 2025-09-22, name: Independence Day }
        - { from: 2025-12-24, to: 2025-12-26, name: Christmas }
      workingDays:
        - { date: 2025-05-31, name: swapped for 5 May }
  quietPeriods:
    - { name: Easter, from: 2025-04-18, to: 2025-04-21, workingDaysBefore: 1, workingDaysAfter: 0 }

settings:
  provenance: { source: office, by: the board's secretary }
  round: { at: 14:15 }
  release: { by: [secretary], withinWorkingDays: 2, escalationsHeldInFirstPeriods: 0 }
  hold: { maxWorkingDays: 1 }
  review: { acceptedAfterWorkingDays: 3 }
  nothingToReportInARow: 4
  outage: { toleranceMinutes: 60, graceWorkingDays: 1 }
  proposals:
    - { missesInARow: 2, propose: remind }
    - { missesInARow: 5, propose: name-at-meeting }

ladders:
  provenance: { source: office, by: the board's secretary }
  list:
    - id: weekly
      prompt: { workingDays: -2, at: 09:00 }
      reminders: [{ workingDays: 0, at: 09:00 }]
      lock: { workingDays: 1, at: 10:00 }
      rungs:
        - { id: district, to: { supervisor: 1 }, after: { workingDays: 0 } }
        - { id: region, to: { supervisor: 2 }, after: { workingDays: 2 } }
        - { id: president, to: { supervisor: 3 }, after: { workingDays: 2 } }
    - id: summary
      prompt: { workingDays: 0, at: 10:30 }
      lock: { workingDays: 1, at: 09:00 }
      rungs: [{ id: president, to: { position: president }, after: { workingDays: 0 } }]
      letters: any-hour

outlines:
  provenance: { source: office, by: the board's secretary }
  list:
    - id: week
      title: The week's reading
      sections:
        - { id: hours, title: Hours read, ask: In each year's classes }
        - { id: books, title: Books lent }
        - { id: trouble, title: What stood in the way }
    - id: summary
      title: The week in all schools
      sections:
        - { id: reported, title: Who reported }
        - { id: silent, title: Who did not }

directives:
  - no: a
    title: Weekly reports
    provenance:
      source: notice
      sentence: Every school reports in writing each Friday by four o'clock.
    processes:
      - id: weekly-reports
        kind: reporting-cycle
        title: Weekly reports of the schools
        asks: the report on the week's reading
        owes: { unitKinds: [school] }
        to: president
        via: secretary
        recurrence: { every: week, on: [5] }
        roll: previous
        dueTime: 16:00
        ladder: weekly
        outline: week
  - no: b
    title: Weekly summary
    provenance:
      source: notice
      sentence: The secretary sums up on Mondays what the schools reported.
    processes:
      - id: weekly-summary
        kind: reporting-cycle
        title: Summary of the week
        asks: the summary of the schools' reports
        owes: { parties: [secretary] }
        to: president
        recurrence: { every: week, on: [1] }
        roll: next
        dueTime: 15:00
        ladder: summary
        outline: summary
        drawsOn: { process: weekly-reports, cutOff: 12:00 }
  - no: c
    title: Summer reading
    provenance:
      source: notice
      sentence: The secretary prepares a plan for the summer once the budget is known.
    processes:
      - id: summer-plan
        kind: drafting
        title: Plan for the summer
        asks: the plan for the summer
        waitsFor: [the budget of the programme]
        by: secretary
        to: [president]
        due: { date: 2025-05-30, boundary: by, time: 12:00 }
        stages:
          - { id: draft, kind: draft, title: Draft, endsWorkingDaysBefore: 10 }
          - { id: submit, kind: submit, title: Submit, endsWorkingDaysBefore: 0 }
        ladder: summary
        outline: summary
`;

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('second-notice.yaml', import.meta.url), secondNotice());
}
