import { expect, test } from 'vitest';
import type { DigestDraft, DigestParty, EarlierProposal } from '../../contracts/digest.ts';
import type { DigestParagraph } from '../../contracts/letters.ts';
import { digestParagraphs } from '../../letters/digest/digestParagraphs.ts';
import { english, head } from './samples/facts.ts';

const party = (id: string, over: Partial<DigestParty> = {}): DigestParty => ({
  partyId: id,
  title: `Trưởng ${id}`,
  personId: `p-${id}`,
  holder: `Đồng chí ${id}`,
  obligationId: `o-${id}`,
  status: 'on-time',
  receivedAt: '2020-12-14T03:00:00.000Z',
  nothing: false,
  missesInARow: 0,
  missesInAll: 0,
  nothingInARow: 0,
  finding: 'none',
  doubts: [],
  ...over,
});

const report = (parties: DigestParty[]): DigestDraft['reports'][number] => ({
  periodId: 'n/5/2020-12-14',
  periodKey: '2020-12-14',
  lastDay: '2020-12-14',
  trial: false,
  asksCertificate: true,
  certifiedAt: '2020-12-15T02:40:00.000Z',
  totals: { owed: 4, onTime: 2, late: 1, missing: 1, excused: 0, other: 0, nothing: 1 },
  parties,
});

const draft = (over: Partial<DigestDraft> = {}): DigestDraft => ({
  noticeId: 'n',
  periodKey: '2020-12-16',
  cutOff: '2020-12-16T06:00:00.000Z',
  reports: [
    report([
      party('A'),
      party('B', { nothing: true, nothingInARow: 3 }),
      party('C', { status: 'late', receivedAt: '2020-12-15T02:00:00.000Z' }),
      party('D', {
        status: 'missing',
        receivedAt: null,
        missesInARow: 2,
        missesInAll: 5,
        finding: 'withheld',
        doubts: ['not-delivered', 'outline-late'],
      }),
    ]),
  ],
  processes: [
    { id: '5', directive: '5', title: 'Báo cáo', state: 'running', open: 1, done: 9, overdue: 1 },
  ],
  proposals: [
    {
      personId: 'p-D',
      holder: 'Đồng chí D',
      capacity: 'Trưởng D',
      missesInARow: 2,
      missesInAll: 5,
      missedIn: ['Báo cáo', 'Dự thảo Chỉ thị'],
      propose: 'ask-for-explanation',
    },
  ],
  office: [],
  ...over,
});

const words = (paragraphs: DigestParagraph[]): string =>
  paragraphs
    .map((one) => {
      if (one.type === 'table')
        return [one.head, ...one.rows].map((row) => row.join(' | ')).join('\n');
      return one.type === 'list' ? one.items.join('\n') : one.text;
    })
    .join('\n');
const digest = (over: Partial<DigestDraft> = {}): string =>
  words(digestParagraphs(draft(over), head));

test('says who reported in time, late and not at all, with the record and its doubts', () => {
  const text = digest();
  expect(text).toContain('chốt lúc 13 giờ 00 ngày 16/12/2020');
  expect(text).toContain('Phải báo cáo 4: đúng hạn 2, muộn 1, chưa có báo cáo 1.');
  expect(text).toContain('Tỷ lệ đúng hạn: 50,0 % (2/4).');
  expect(text).toContain('Đúng hạn: Trưởng A (Đồng chí A); Trưởng B (Đồng chí B).');
  expect(text).toContain('Trưởng C (Đồng chí C) | 09 giờ 00 ngày 15/12/2020');
  expect(text).toContain(
    'Trưởng D (Đồng chí D) | 2 | 5 | không ghi nhận (thư nhắc không đến được, đề cương gửi muộn)',
  );
});

test('names misses in a row and nothing-to-report in a row apart', () => {
  const text = digest();
  expect(text).toContain('Trưởng D (Đồng chí D): 2 kỳ liên tiếp, tổng số 5 kỳ');
  expect(text).toContain('Trưởng B (Đồng chí B): 3 kỳ liên tiếp');
  const patient = digestParagraphs(draft(), head, { nothingToReportInARow: 4 });
  expect(words(patient)).not.toContain('Trưởng B (Đồng chí B): 3');
});

test('a report in the very words of the one before is named apart', () => {
  const parties = [party('A', { copiesInARow: 1 }), party('B', { copiesInARow: 3 }), party('C')];
  const text = digest({ reports: [report(parties)] });
  expect(text).toContain('Trưởng A (Đồng chí A): trùng nguyên văn với báo cáo kỳ trước');
  expect(text).toContain('Trưởng B (Đồng chí B): trùng nguyên văn 3 kỳ liên tiếp');
  expect(text).not.toContain('Trưởng C (Đồng chí C): trùng');
});

test('progress tells of a campaign’s year, of who answered inside these reports, and of units that are late', () => {
  const counts = { state: 'running', open: 0, done: 0, overdue: 0 };
  const year = { counted: 0, missed: 1, ahead: 3, carriedIn: 0, carriedOut: 0, lacking: 0 };
  const text = digest({
    processes: [
      {
        ...counts,
        id: '6',
        directive: '6',
        title: 'Tổng vệ sinh',
        peaks: [
          { ...year, year: 2020, quota: 1, ahead: 0, lacking: 1, carriedOut: 1 },
          { ...year, year: 2021, quota: 3, carriedIn: 1, missed: 0, lacking: 1 },
        ],
      },
      {
        ...counts,
        id: '3',
        directive: '3',
        title: 'Xã về đích',
        answered: [{ periodKey: '2020-12-14', owed: 30, reported: 28, answered: 25 }],
      },
    ],
    attainment: [{ title: 'xã Thọ Ngọc', level: 'attained', plannedOn: '2020-12-01' }],
  });
  expect(text).toContain(
    'Năm 2021: phải tổ chức 4 đợt (trong đó 1 đợt từ năm trước chuyển sang); đã được tính 0 đợt, đang hoặc sẽ tổ chức 3 đợt, còn thiếu 1 đợt.',
  );
  expect(text).toContain('Hết năm 2020 còn thiếu 1 đợt, chuyển sang năm sau.');
  expect(text).toContain('trong báo cáo kỳ 14/12/2020, 25 trên 28 nơi đã báo cáo có trả lời');
  expect(text).toContain('xã Thọ Ngọc: đạt chuẩn nông thôn mới, dự kiến ngày 01/12/2020');
});

test('a person with two positions is named once for a row of misses', () => {
  const twice = ['D', 'E'].map((id) =>
    party(id, { personId: 'p-D', status: 'missing', missesInARow: 2, missesInAll: 2 }),
  );
  const lines = digest({ reports: [report(twice)] }).match(/2 kỳ liên tiếp, tổng số 2 kỳ/g);
  expect(lines).toHaveLength(1);
});

test('without the office’s certificate nobody is called silent, and it says so', () => {
  const reports = [{ ...report([party('A')]), certifiedAt: null }];
  expect(digest({ reports })).toContain('chưa ghi nhận ai là chưa có báo cáo');
});

test('where no certificate is asked for, none is missing', () => {
  const reports = [{ ...report([party('A')]), asksCertificate: false, certifiedAt: null }];
  expect(digest({ reports })).not.toContain('xác nhận');
});

test('a trial period says that it is one, and has no rate', () => {
  const reports = [{ ...report([party('A')]), trial: true }];
  expect(digest({ reports })).toContain('Kỳ làm thử');
  expect(digest({ reports })).not.toContain('Tỷ lệ đúng hạn');
});

test('nobody who owed a report is no rate at all', () => {
  const none = { owed: 0, onTime: 0, late: 0, missing: 0, excused: 0, other: 0, nothing: 0 };
  expect(digest({ reports: [{ ...report([]), totals: none }] })).not.toContain('%');
});

test('what an earlier digest left open is told apart, with the rate of the whole period', () => {
  const left = { owed: 2, onTime: 1, late: 0, missing: 0, excused: 0, other: 1, nothing: 0 };
  const whole = { ...left, owed: 9, onTime: 6, missing: 2 };
  const parties = [party('A'), party('B', { status: 'extended', open: true, receivedAt: null })];
  const again = { ...report(parties), totals: left, again: { whole } };
  const text = digest({ reports: [again] });
  expect(text).toContain('Báo cáo kỳ 14/12/2020 (chuyển tiếp từ báo cáo trước)');
  expect(text).toContain('Chuyển tiếp từ báo cáo trước 2: đúng hạn 1, muộn 0');
  expect(text).not.toContain('Phải báo cáo');
  expect(text).toContain('Tỷ lệ đúng hạn của cả kỳ, tính đến nay: 75,0 % (6/8).');
  expect(text).toContain('Đang được gia hạn: Trưởng B (Đồng chí B).');
});

test('before the lock nobody stands among those without a report, and there is no rate', () => {
  const open = { open: true as const, receivedAt: null };
  const parties = [
    party('A'),
    party('B', { ...open, status: 'awaiting' }),
    party('C', { ...open, status: 'paused' }),
  ];
  const text = digest({ reports: [{ ...report(parties), certifiedAt: null }] });
  expect(text).toContain('Chưa có báo cáo: không có.');
  expect(text).toContain('Đã đến hạn, chưa chốt: Trưởng B (Đồng chí B).');
  expect(text).toContain('Đang tạm dừng: Trưởng C (Đồng chí C).');
  expect(text).not.toContain('Tỷ lệ đúng hạn');
});

test('the office’s own lateness stands in the record', () => {
  const office = [
    {
      title: 'Chánh Văn phòng',
      what: 'xác nhận kỳ 28/11/2020',
      periodKey: '2020-11-28',
      dueAt: '2020-11-30T04:00:00.000Z',
      doneAt: '2020-11-30T09:00:00.000Z',
    },
    {
      title: 'Chánh Văn phòng',
      what: 'xác nhận kỳ 14/12/2020',
      periodKey: '2020-12-14',
      dueAt: '2020-12-15T04:00:00.000Z',
      doneAt: null,
    },
    {
      title: 'Chánh Văn phòng',
      what: 'báo cáo kỳ 16/12/2020',
      periodKey: '2020-12-16',
      dueAt: '2020-12-16T10:00:00.000Z',
      doneAt: null,
    },
  ];
  const text = digest({ office });
  expect(text).toContain('hạn 11 giờ 00 ngày 30/11/2020, xong 16 giờ 00 ngày 30/11/2020 (muộn)');
  expect(text).toContain('hạn 11 giờ 00 ngày 15/12/2020, chưa xong');
  expect(text).not.toContain('báo cáo kỳ 16/12/2020'); // not due yet at the cut-off
  expect(digest()).toContain('đều đúng hạn');
});

test('what was taken off the office beyond its due time is told with how, and when', () => {
  const dueAt = '2020-12-15T04:00:00.000Z';
  const one = { title: 'Chánh Văn phòng', what: 'xác nhận', periodKey: '2020-12-14', dueAt };
  const closed = (as: 'excused' | 'cancelled' | 'merged' | 'reassigned') =>
    digest({ office: [{ ...one, doneAt: null, closed: { as, at: '2020-12-15T09:00:00.000Z' } }] });
  expect(closed('excused')).toContain(
    'hạn 11 giờ 00 ngày 15/12/2020, quá hạn chưa xong; được cho miễn lúc 16 giờ 00 ngày 15/12/2020',
  );
  expect(closed('cancelled')).toContain('không phải nộp nữa từ 16 giờ 00');
  expect(closed('merged')).toContain('được gộp vào kỳ sau lúc 16 giờ 00');
  expect(closed('reassigned')).toContain('được giao cho nơi khác lúc 16 giờ 00');
});

test('the last digest says that it is, and names what stays open', () => {
  const binh = { title: 'Trưởng B', holder: 'Đồng chí B', lastDays: ['2022-12-14', '2022-12-28'] };
  const last = digest({ leftOpen: [{ title: 'Báo cáo', parties: [binh] }] });
  expect(last).toContain('Đây là báo cáo tổng hợp cuối cùng; những nơi dưới đây chưa hoàn thành');
  expect(last).toMatch(/Báo cáo: .*Trưởng B.*, hạn 14\/12\/2022, 28\/12\/2022/);
  expect(digest({ leftOpen: [] })).toContain('Không còn nơi nào chưa hoàn thành.');
  expect(digest()).not.toContain('cuối cùng');
});

test('what the office owed by the end of a day is told by that day', () => {
  const what = 'bản tiếp thu ý kiến';
  const dueAt = '2020-11-27T17:00:00.000Z';
  const one = { title: 'Chánh Văn phòng', what, periodKey: '2020-11-27', dueAt, doneAt: null };
  expect(digest({ office: [one] })).toContain('hạn hết ngày 27/11/2020, chưa xong');
});

test('directives stand in the notice’s own order, and a document that is done has no stage at hand', () => {
  const process = { title: '', open: 0, done: 1, overdue: 0, state: 'running' };
  const stage = { title: 'Xin ý kiến', lastDay: '2020-11-24', isLate: true };
  const drafting = { stage, noProposal: false, openComments: 0, targets: [] };
  const text = digest({
    processes: [
      { ...process, id: '10', directive: '10', title: 'Mười' },
      { ...process, id: '7', directive: '7', title: 'Cơ chế', state: 'done', drafting },
      { ...process, id: 'closing', directive: 'closing', title: 'Phần cuối' },
      { ...process, id: '2', directive: '2', title: 'Hai' },
    ],
  });
  const order = ['2 | Hai', '7 | Cơ chế', '10 | Mười', 'Phần cuối Thông báo | Phần cuối'];
  const places = order.map((row) => text.indexOf(row));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(text).toContain('Cơ chế: đã xong các bước.');
});

test('progress and proposals are there, and the proposals are the receiver’s to decide', () => {
  const text = digest();
  expect(text).toContain('5 | Báo cáo | đang thực hiện | 9 | 1 | 1');
  expect(text).toContain(
    'Trưởng D (Đồng chí D) | Báo cáo; Dự thảo Chỉ thị | 2 | 5 | đề nghị giải trình',
  );
  expect(text).toContain('quyết định từng trường hợp');
  expect(digest({ proposals: [] })).toContain('Kỳ này không có đề xuất');
});

test('a proposal whose record is gone is withdrawn in words, and stands in no table', () => {
  const [one] = draft().proposals;
  const text = digest({ proposals: one ? [{ ...one, withdrawn: true }] : [] });
  expect(text).toContain('Đã rút đề xuất đối với Trưởng D (Đồng chí D)');
  expect(text).toContain('Kỳ này không có đề xuất');
  expect(text).not.toContain('| đề nghị giải trình');
});

test('says what became of earlier proposals, and that nobody decided where nobody did', () => {
  const one = {
    holder: 'Đồng chí D',
    capacity: 'Trưởng D',
    missesInARow: 2,
    propose: 'ask-for-explanation',
    became: 'undecided',
    handling: null,
    decidedBy: null,
    settledAt: null,
    explanation: null,
  } satisfies EarlierProposal;
  const decided = {
    ...one,
    became: 'decided',
    handling: 'ask-for-explanation',
    decidedBy: 'Trưởng BCĐ',
    settledAt: '2020-12-16T09:25:00.000Z',
  } satisfies EarlierProposal;
  const due = { dueAt: '2020-12-23T17:00:00.000Z', lastDay: '2020-12-23' };
  const explained = (receivedAt: string | null, open: boolean): EarlierProposal => ({
    ...decided,
    explanation: { ...due, receivedAt, open },
  });
  const outcomes = (earlier: EarlierProposal): string =>
    digest({ earlier: [earlier] })
      .split('\n')
      .filter((line) => line.startsWith('Trưởng D'))
      .at(-1) ?? '';
  expect(outcomes(one)).toContain('chưa có ý kiến quyết định');
  expect(outcomes({ ...one, became: 'not-shown' })).toContain('chưa trình');
  expect(outcomes({ ...one, became: 'no-miss' })).toContain('đã rút');
  expect(outcomes({ ...one, became: 'proposed-anew' })).toContain('nay đề xuất lại');
  expect(outcomes(explained(null, true))).toContain(
    'đề nghị giải trình (Trưởng BCĐ, 16 giờ 25 ngày 16/12/2020); chưa có giải trình, hạn 23/12/2020',
  );
  expect(outcomes(explained('2020-12-21T02:00:00.000Z', false))).toContain('đã gửi giải trình');
  expect(outcomes(explained(null, false))).toContain('không phải gửi giải trình nữa');
});

test('the same figures are told in English', () => {
  const text = words(digestParagraphs(draft(), english));
  expect(text).toContain('Owed 4: in time 2, late 1, no report 1.');
  expect(text).not.toMatch(/undefined|\b(kỳ|hạn|ngày)\b/);
});
