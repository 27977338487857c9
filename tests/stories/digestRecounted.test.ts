import { beforeAll, expect, test } from 'vitest';
import type { Instant } from '../../contracts/plan.ts';
import { smallCommittee } from '../support/smallCommittee.ts';
import { type Section, sectionsOf } from './digestText.ts';
import {
  type PartyRecounted,
  recountCertificates,
  recountInspections,
  recountOffice,
  recountParties,
  recountProgress,
  recountProposals,
  recountRates,
  recountRows,
} from './recount.ts';
import { type Caller, openStage } from './stage.ts';
import { storyActs } from './storyActs.ts';
import { DIGEST, memberUnder, storyCommittee } from './storyCommittee.ts';

// Nine members of nine fates over four periods. Each time the clock stands at a digest's cut-off the register is counted
// by hand, and then the letter that the chair gets is taken apart and compared, figure by figure and name by name.

const MEMBERS = [
  'prompt',
  'late',
  'silent',
  'nothing',
  'excused',
  'extended',
  'paper',
  'bouncing',
  'spared',
] as const;
type Member = (typeof MEMBERS)[number];
const { release } = smallCommittee('digest-2020', 0).settings;
const notice = storyCommittee('digest-2020', {
  posts: MEMBERS.map((id) => memberUnder('deputy', id)),
  settings: { release: { ...release, escalationsHeldInFirstPeriods: 0 } },
  directives: [DIGEST],
});
const stage = openStage(notice, {
  mailRules: (recipient) => (recipient.startsWith('bouncing@') ? 'bounce' : 'accept'),
});
const { at, until, rows, letters } = stage;
const { certify, releaseDigest, report } = storyActs(stage, notice.id);
const owed = (key: string, ...members: Member[]) =>
  members.map((member) => `${notice.id}/reports/${key}/${member}`);
const TITLES: Record<string, string> = { reports: 'Báo cáo', digest: 'Báo cáo tổng hợp' };
const HANDLINGS = ['', 'nhắc nhở', 'đề nghị giải trình'];
const seen = new Set<string>();

const dayOf = (key: string): string => key.split('-').reverse().join('/');

/** The register counted by hand at a digest's cut-off. */
async function recount(since: Instant, now: Instant) {
  return {
    parties: await recountParties(rows, since, now),
    rows: await recountRows(rows, now),
    rates: new Map((await recountRates(rows, now)).map(({ key, ...rate }) => [key, rate])),
    proposed: await recountProposals(rows, since, now),
    progress: await recountProgress(rows, now),
    office: await recountOffice(rows, now),
    inspections: await recountInspections(rows, since, now),
    certificates: new Map((await recountCertificates(rows)).map(({ key, at }) => [key, at])),
  };
}
type Recounted = Awaited<ReturnType<typeof recount>>;

/** The chair's letter whose figures are those of a cut-off. */
function letterOf(day: string): Section[] {
  const cutOff = `chốt lúc 13 giờ 00 ngày ${dayOf(day)}`;
  return sectionsOf(
    letters('digest', 'chair').find(({ text }) => text.includes(cutOff))?.text ?? '',
  );
}

const namesOf = (section: Section, label: string): string[] => {
  const line = section.texts.find((text) => text.startsWith(`${label}: `));
  if (line === undefined || line === `${label}: không có.`) return [];
  return line.slice(label.length + 2, -1).split('; ');
};
const rowsOf = (section: Section | undefined, label: string): string[][] =>
  section?.tables.find(({ head }) => head[0] === label)?.rows ?? [];

function compareReports(
  sections: Section[],
  { parties, rows, rates, certificates }: Recounted,
): void {
  const told = sections.filter(({ heading }) => heading.startsWith('BÁO CÁO KỲ '));
  const periods = [...new Map(parties.map((party) => [party.key, party])).values()];
  expect(told.map(({ heading }) => heading)).toEqual(
    periods.map(
      ({ key, again }) =>
        `BÁO CÁO KỲ ${dayOf(key)}${again ? ' (CHUYỂN TIẾP TỪ BÁO CÁO TRƯỚC)' : ''}`,
    ),
  );
  for (const [n, { key, again }] of periods.entries()) {
    const section = told[n];
    if (!section) throw new Error(`no section for ${key}`);
    const mine = parties.filter((party) => party.key === key);
    if (again) seen.add('told again');
    const who = (stands: PartyRecounted['stands']) =>
      mine.filter((party) => party.stands === stands);
    const names = (stands: PartyRecounted['stands']) => who(stands).map((party) => party.who);
    const counts = Object.fromEntries(
      (['in time', 'late', 'missing', 'excused', 'extended', 'other'] as const).map((stands) => [
        stands,
        who(stands).length,
      ]),
    ) as Record<PartyRecounted['stands'], number>;
    for (const { stands, nothing } of mine) seen.add(nothing ? 'nothing' : stands);

    const apart = counts.extended + counts.other;
    expect(section.texts).toContain(
      `${again ? 'Chuyển tiếp từ báo cáo trước' : 'Phải báo cáo'} ${mine.length}: đúng hạn ${counts['in time']}, muộn ${counts.late}, chưa có báo cáo ${counts.missing}` +
        `${counts.excused > 0 ? `, được miễn ${counts.excused}` : ''}${apart > 0 ? `, trường hợp khác ${apart}` : ''}. ` +
        `Trong số đã gửi, “không có nội dung báo cáo”: ${mine.filter(({ nothing }) => nothing).length}.`,
    );
    const whole = again
      ? rates.get(key)
      : { inTime: counts['in time'], counted: counts['in time'] + counts.late + counts.missing };
    if (!whole) throw new Error(`no rate for ${key}`);
    const rate = section.texts.filter((text) => text.startsWith('Tỷ lệ đúng hạn'));
    const percent = ((100 * whole.inTime) / whole.counted).toFixed(1).replace('.', ',');
    const label = again ? 'Tỷ lệ đúng hạn của cả kỳ, tính đến nay' : 'Tỷ lệ đúng hạn';
    expect(rate).toEqual(
      mine[0]?.trial ? [] : [`${label}: ${percent} % (${whole.inTime}/${whole.counted}).`],
    );
    if (!mine[0]?.trial) {
      expect(section.texts.join('\n')).toContain(`xác nhận lúc ${certificates.get(key)}`);
    }
    expect(namesOf(section, 'Đúng hạn')).toEqual(names('in time'));
    expect(rowsOf(section, 'Nộp muộn')).toEqual(
      who('late').map((party) => [party.who, party.receivedAt]),
    );
    const missed = new Map(rows.map((row) => [row.who, row]));
    expect(rowsOf(section, 'Chưa có báo cáo').map((row) => row.slice(0, 3))).toEqual(
      names('missing').map((name) => [
        name,
        String(missed.get(name)?.missesInARow),
        String(missed.get(name)?.missesInAll),
      ]),
    );
    expect(namesOf(section, 'Được miễn')).toEqual(names('excused'));
    expect(namesOf(section, 'Đang được gia hạn')).toEqual(names('extended'));
    expect(namesOf(section, 'Trường hợp khác')).toEqual(names('other'));
  }
}

function compareRepeated(sections: Section[], { rows }: Recounted): void {
  const items = (heading: string) =>
    [...(sections.find((section) => section.heading === heading)?.items ?? [])].sort();
  const misses = rows.filter(({ missesInARow }) => missesInARow >= 2);
  if (misses.length > 0) seen.add('misses in a row');
  expect(items('NHIỀU KỲ LIÊN TIẾP CHƯA CÓ BÁO CÁO')).toEqual(
    misses
      .map((row) => `${row.who}: ${row.missesInARow} kỳ liên tiếp, tổng số ${row.missesInAll} kỳ`)
      .sort(),
  );
  const nothing = rows.filter(({ nothingInARow }) => nothingInARow >= 3);
  if (nothing.length > 0) seen.add('nothing in a row');
  expect(items('NHIỀU KỲ LIÊN TIẾP “KHÔNG CÓ NỘI DUNG BÁO CÁO”')).toEqual(
    nothing.map((row) => `${row.who}: ${row.nothingInARow} kỳ liên tiếp`).sort(),
  );
}

function compareProgress(sections: Section[], { progress }: Recounted): void {
  const section = sections.find(({ heading }) => heading === 'TIẾN ĐỘ CÁC NHIỆM VỤ');
  const told = rowsOf(section, 'Kết luận').map(([, title, , ...figures]) => [title, ...figures]);
  expect(told.sort()).toEqual(
    progress
      .map(({ process, done, open, overdue }) => [
        TITLES[process],
        String(done),
        String(open),
        String(overdue),
      ])
      .sort(),
  );
}

function compareOffice(sections: Section[], { office }: Recounted): void {
  const section = sections.find(({ heading }) => heading === 'VIỆC CỦA VĂN PHÒNG');
  const told = (section?.items ?? []).map((item) => item.slice(item.indexOf('hạn ')));
  if (office.length > 0) seen.add('office late');
  expect(told).toEqual(
    office.map(({ due, done }) =>
      done === null ? `hạn ${due}, chưa xong` : `hạn ${due}, xong ${done} (muộn)`,
    ),
  );
}

function compareInspections(sections: Section[], { inspections }: Recounted): void {
  const section = sections.find(({ heading }) => heading === 'CÔNG TÁC KIỂM TRA');
  if (inspections.length === 0) {
    expect(section?.texts).toContain(
      'Từ báo cáo trước đến nay không có lần kiểm tra nào được vào sổ.',
    );
    expect(section?.tables).toEqual([]);
    return;
  }
  seen.add('inspections');
  const places = new Set(inspections.map(({ whom }) => whom)).size;
  expect(section?.texts).toContain(
    `Từ báo cáo trước đến nay vào sổ ${inspections.length} lần kiểm tra, tại ${places} nơi:`,
  );
  expect(rowsOf(section, 'Nơi được kiểm tra')).toEqual(
    inspections.map(({ whom, day, by, found }) => [whom, day, by, found]),
  );
}

function compareProposals(sections: Section[], { proposed }: Recounted): void {
  const section = sections.find(({ heading }) => heading === 'ĐỀ XUẤT XỬ LÝ');
  for (const { who, missesInARow } of proposed) {
    seen.add(`proposed after ${Math.min(missesInARow, 2)}`);
    if (who.includes('office')) seen.add('proposed about the office');
  }
  const withdrawn = (section?.texts ?? []).flatMap(
    (text) => /^Đã rút đề xuất đối với (.*): ghi nhận/.exec(text)?.[1] ?? [],
  );
  const told = rowsOf(section, 'Đồng chí, đơn vị').filter((row) => row.length === 5);
  expect(told.sort()).toEqual(
    proposed
      .filter(({ who }) => !withdrawn.includes(who))
      .map(({ who, missesInARow, missesInAll }) => [
        who,
        TITLES.reports, // the office's certificates belong to it too
        String(missesInARow),
        String(missesInAll),
        HANDLINGS[Math.min(missesInARow, 2)],
      ])
      .sort(),
  );
}

const counted = new Map<string, { recounted: Recounted; letter: Section[] }>();
let since = at('2020-11-11', '00:00');
let office: Caller;
let chair: Caller;
beforeAll(async () => {
  office = await stage.as('office', 'p-office');
  chair = await stage.as('head', 'p-chair');
});

/** Lets the clock run to a digest's cut-off, and counts the register there. */
async function cutOff(day: string): Promise<void> {
  await until(day, '13:00');
  const now = at(day, '13:00');
  counted.set(day, { recounted: await recount(since, now), letter: [] });
  since = now;
}
async function inTime(key: string, ...members: Member[]): Promise<void> {
  for (const member of members) await report('reports', key, member);
}
const inspect = (party: Member, inspectedOn: string, findings: string) =>
  office.post(`/notices/${notice.id}/inspections`, {
    party,
    inspectedOn,
    inspectedBy: 'Đoàn số 1',
    findings,
  });
const nothing = (key: string) =>
  office.post('/obligations/decisions/key-in', {
    obligations: owed(key, 'nothing'),
    channel: 'telephone',
    kind: 'nothing',
    receivedAt: at(key, '07:00'),
    reason: 'Báo qua điện thoại',
  });

test('a trial: some report, some do not', async () => {
  await until('2020-11-13', '09:00');
  await inTime('2020-11-14', 'prompt', 'excused', 'extended');
  await cutOff('2020-11-16');
  await releaseDigest('2020-11-16');
});

test('the first period: one excused, one extended, one late, one whose mail comes back; the digest goes out a day late', async () => {
  await until('2020-11-26', '09:00');
  await inTime('2020-11-28', 'prompt', 'paper', 'spared');
  const excuse = { obligations: owed('2020-11-28', 'excused'), ground: 'mission' };
  await office.post('/obligations/decisions/excuse', { ...excuse, reason: 'Đi công tác tỉnh' });
  const extend = { obligations: owed('2020-11-28', 'extended'), dueDate: '2020-12-02' };
  await chair.post('/obligations/decisions/extend', { ...extend, reason: 'Chờ số liệu' });
  await inspect('silent', '2020-11-25', 'Chưa họp dân.');
  await inspect('silent', '2020-11-26', 'Đã họp hai thôn.');
  await inspect('prompt', '2020-11-20', 'Đạt 15 tiêu chí.');
  await until('2020-11-28', '09:00');
  await nothing('2020-11-28');
  await until('2020-11-30', '08:00');
  await certify();
  await until('2020-11-30', '11:30');
  await inTime('2020-11-28', 'late');
  await cutOff('2020-11-30');
  await until('2020-12-01', '08:00');
  await inspect('late', '2020-11-27', 'Vào sổ sau báo cáo tổng hợp.'); // stands in the next
  await releaseDigest('2020-11-30');
  await inTime('2020-11-28', 'extended');
});

test('the second: one spared, one on paper and found at first, the certificate late', async () => {
  await until('2020-12-10', '09:00');
  await inTime('2020-12-14', 'prompt', 'excused', 'extended');
  const spare = { obligations: owed('2020-12-14', 'spared'), reason: 'Không còn địa bàn' };
  await chair.post('/obligations/decisions/cancel', spare);
  await until('2020-12-14', '09:00');
  await nothing('2020-12-14');
  await until('2020-12-15', '15:00');
  await certify();
  await until('2020-12-15', '16:00');
  await inTime('2020-12-14', 'late');
  await office.post('/obligations/decisions/key-in', {
    obligations: owed('2020-12-14', 'paper'),
    channel: 'paper',
    receivedAt: at('2020-12-14', '16:00'),
    body: 'Bản giấy',
    reason: 'Tìm thấy trong khay',
  });
  await cutOff('2020-12-16');
  await releaseDigest('2020-12-16');
});

test('the third: some are silent once more', async () => {
  await until('2020-12-24', '09:00');
  await inTime('2020-12-28', 'prompt', 'excused', 'paper');
  await until('2020-12-28', '09:00');
  await nothing('2020-12-28');
  await until('2020-12-29', '08:00');
  await certify();
  await cutOff('2020-12-30');
  await releaseDigest('2020-12-30');
  await until('2020-12-30', '15:00');
});

test('each digest reached the chair', () => {
  for (const [day, one] of counted) {
    one.letter = letterOf(day);
    expect(one.letter.length, `the letter of ${day}`).toBeGreaterThan(3);
  }
  expect([...counted.keys()]).toEqual(['2020-11-16', '2020-11-30', '2020-12-16', '2020-12-30']);
});

test.each([
  ['who reported in time, late, not at all, and the rate', compareReports],
  ['misses and “nothing to report” in a row', compareRepeated],
  ['where each process stands', compareProgress],
  ['who inspected whom, and what was found', compareInspections],
  ["the office's own lateness", compareOffice],
  ['what is proposed about whom', compareProposals],
])('%s', (_, compare) => {
  for (const { recounted, letter } of counted.values()) compare(letter, recounted);
});

test('among all of it there was something of each kind to count', () => {
  expect([...seen].sort()).toEqual([
    'excused',
    'extended',
    'in time',
    'inspections',
    'late',
    'misses in a row',
    'missing',
    'nothing',
    'nothing in a row',
    'office late',
    'other',
    'proposed about the office',
    'proposed after 1',
    'proposed after 2',
    'told again',
  ]);
});
