import { expect, test } from 'vitest';
import { checkAgainstPlan } from '../../dev/rehearsal/checkSummary.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { openStage } from './stage.ts';
import { flat, storyActs } from './storyActs.ts';
import { assumed, DIGEST, memberUnder, storyCommittee } from './storyCommittee.ts';

// The week of 23/11/2020: the towns' dossiers, the support mechanism, the office's own plan, the document that a campaign
// rests on and the members' reports all fall due, for different people, and on 1 December all of it reaches the chair.

const { release } = smallCommittee('five-2020', 0).settings;
const day = (date: string) => ({ date, boundary: 'by' });
/** A ladder whose chair hears so many working days after the lock. */
const chairAfter = (id: string, workingDays: number) => ({
  id,
  prompt: { workingDays: -3, at: '08:00' },
  lock: { workingDays: 1, at: '11:00' },
  rungs: [
    { id: 'first', to: { supervisor: 1 }, after: { workingDays: 0 } },
    { id: 'chair', to: { position: 'chair' }, after: { workingDays } },
  ],
});
const submitted = { id: 'submit', kind: 'submit', title: 'Trình', endsWorkingDaysBefore: 0 };
const drafted = { kind: 'drafting', to: ['chair'], stages: [submitted], outline: 'outline' };
const directive = (no: string, process: { title: string; [field: string]: unknown }) => ({
  no,
  title: process.title,
  provenance: assumed,
  processes: [process],
});

const notice = storyCommittee('five-2020', {
  posts: [
    memberUnder('deputy', 'member'),
    { id: 'drafter', supervisor: 'third', member: false },
    { id: 'lead', supervisor: 'deputy', member: false },
  ],
  settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
  ladders: [chairAfter('one-day', 1), chairAfter('two-days', 2), chairAfter('three-days', 3)],
  parts: {
    units: {
      provenance: assumed,
      list: ['town-1', 'town-2', 'town-3'].map((id) => ({
        id,
        name: `thị trấn ${id}`,
        kind: 'town',
        supervisor: 'deputy',
        addressees: [{ id: `p-${id}`, name: `UBND ${id}`, address: `${id}@example.test` }],
      })),
    },
  },
  directives: [
    directive('2', {
      id: 'dossiers',
      kind: 'collection',
      title: 'Hồ sơ các thị trấn',
      asks: 'hồ sơ',
      owes: { unitKinds: ['town'] },
      to: 'chair',
      due: day('2020-11-25'),
      ladder: 'three-days',
      outline: 'outline',
    }),
    directive('7', {
      ...drafted,
      id: 'mechanism',
      title: 'Cơ chế hỗ trợ',
      asks: 'dự thảo cơ chế',
      by: 'drafter',
      due: day('2020-11-26'),
      ladder: 'two-days',
    }),
    directive('9', {
      ...drafted,
      id: 'plan',
      title: 'Kế hoạch năm',
      asks: 'dự thảo kế hoạch',
      by: 'office',
      due: day('2020-11-27'),
      ladder: 'one-day',
    }),
    directive('6', {
      id: 'cleanup',
      kind: 'campaign',
      title: 'Tổng vệ sinh',
      asks: 'báo cáo kết quả',
      lead: 'lead',
      owes: { unitKinds: ['town'] },
      to: 'chair',
      document: {
        by: 'lead',
        issuedBy: 'UBND huyện',
        due: day('2020-11-27'),
        ladder: 'one-day',
        outline: 'outline',
      },
      quota: [{ year: 2020, peaks: 1 }],
      peaks: [
        {
          id: '2020-1',
          year: 2020,
          from: '2020-12-21',
          to: '2020-12-24',
          call: '2020-12-17',
          returnsDue: day('2020-12-28'),
        },
      ],
      ladder: 'one-day',
      outline: 'outline',
    }),
    DIGEST,
  ],
});
const stage = openStage(notice);
const { until, letters, rows } = stage;
const { certify, releaseDigest } = storyActs(stage, notice.id);

/** How many rounds each superior has had so far. */
const rounds = () =>
  Object.fromEntries(['deputy', 'third', 'chair'].map((to) => [to, letters('round', to).length]));
/** The matters of a round: each with its reason at its end. */
const matters = (text: string): number => text.split('Báo đến đồng chí vì:').length - 1;

test('what falls due first goes to who is in charge of it, day by day', async () => {
  await until('2020-11-26', '17:00');
  expect(rounds()).toEqual({ deputy: 1, third: 0, chair: 0 });
  expect(flat(letters('round', 'deputy')[0])).toContain('thị trấn town-1');
  await until('2020-11-27', '17:00');
  expect(rounds()).toEqual({ deputy: 1, third: 1, chair: 0 });
  expect(flat(letters('round', 'third')[0])).toContain('Chức danh drafter');
});

test('three locks on one morning are one letter to each superior, with what concerns him', async () => {
  await until('2020-11-30', '08:00');
  await certify();
  await until('2020-11-30', '17:00');
  expect(rounds()).toEqual({ deputy: 2, third: 2, chair: 0 });
  const toDeputy = flat(letters('round', 'deputy')[1]);
  expect(matters(toDeputy)).toBe(2);
  for (const who of ['Chức danh member', 'Chức danh lead']) expect(toDeputy).toContain(who);
  expect(toDeputy).not.toContain('ông office');
  const toThird = flat(letters('round', 'third')[1]);
  expect(matters(toThird)).toBe(1);
  expect(toThird).toContain('Chức danh office (ông office)');
});

test('what comes in before the hour stops its rung', async () => {
  await until('2020-12-01', '10:00');
  const page = await stage.fillIn(letters('prompt', 'town-2').at(-1), {
    kind: 'report',
    obligation: `${notice.id}/dossiers/2020-11-25/town-2`,
    body: 'Hồ sơ gửi kèm.',
  });
  expect(page).toContain('10 giờ 00 ngày 01/12/2020');
  await releaseDigest('2020-11-30');
});

test('on one day all five reach the chair in one letter, each with who, how late and on what evidence', async () => {
  await until('2020-12-01', '17:00');
  expect(rounds()).toEqual({ deputy: 2, third: 2, chair: 1 });
  const toChair = flat(letters('round', 'chair')[0]);
  expect(matters(toChair)).toBe(5);
  for (const [who, due] of [
    ['thị trấn town-1', '25/11/2020'],
    ['thị trấn town-3', '25/11/2020'],
    ['Chức danh drafter', '26/11/2020'],
    ['Chức danh office (ông office)', '27/11/2020'],
    ['Chức danh lead', '27/11/2020'],
    ['Chức danh member', '28/11/2020'],
  ] as const) {
    expect(toChair).toContain(who);
    expect(toChair).toContain(`hết ngày ${due}`);
  }
  expect(toChair).not.toContain('town-2');
  const climbs = await rows<{ n: number }>(
    `select count(*)::int as n from climb where recipient_id = 'chair' and letter_id is not null group by letter_id`,
  );
  expect(climbs).toEqual([{ n: 6 }]);
});

test('the digest of the same day stands beside it as a letter of its own', async () => {
  const today = await rows<{ kind: string }>(
    `select kind from letter where person_id = 'p-chair' and sent_at::date = '2020-12-01' order by kind`,
  );
  expect(today).toEqual([{ kind: 'digest' }, { kind: 'round' }]);
});

test('nobody had two rounds on a day, and nothing is told to anybody twice', async () => {
  await until('2020-12-04', '17:00');
  expect(rounds()).toEqual({ deputy: 2, third: 2, chair: 1 });
  const twice = await rows(
    `select person_id, (sent_at at time zone 'Asia/Ho_Chi_Minh')::date as day from letter where kind = 'round'
     group by 1, 2 having count(*) > 1`,
  );
  expect(twice).toEqual([]);
  expect(await checkAgainstPlan(stage.trial.pool, notice.id)).toEqual([]);
});
