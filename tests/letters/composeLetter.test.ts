import { describe, expect, test } from 'vitest';
import {
  LETTER_KINDS,
  type LetterBlock,
  type LetterDocument,
  type LetterKind,
  type NoticeHead,
} from '../../contracts/letters.ts';
import { composeLetter } from '../../letters/compose/composeLetter.ts';
import { renderText } from '../../letters/render/renderText.ts';
import { together } from './samples/duties.ts';
import { duty, english, head, matter, sent, WORDS } from './samples/facts.ts';
import { samples } from './samples/samples.ts';

const compose = (kind: LetterKind, inHead: NoticeHead = head): LetterDocument =>
  composeLetter(kind, samples[kind], inHead);
const textOf = (document: LetterDocument): string =>
  renderText(document, () => 'https://dondoc.example.test/x', '2020-12-15');
/** Without its line breaks, so that a sentence is found wherever it is wrapped. */
const flat = (document: LetterDocument): string => textOf(document).replace(/\s+/g, ' ');
const blocks = <Type extends LetterBlock['type']>(document: LetterDocument, type: Type) =>
  document.blocks.filter((block) => block.type === type) as Extract<LetterBlock, { type: Type }>[];

describe.each([
  ['vi', head],
  ['en', english],
] as const)('in %s', (_language, inHead) => {
  test.each(LETTER_KINDS)(
    '%s is whole: nothing undefined, no placeholder, NFC, a short subject',
    (kind) => {
      const document = compose(kind, inHead);
      const text = `${document.subject}\n${textOf(document)}`;
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|\{[a-zA-Z]*\}|\$\{/);
      expect(text.normalize('NFC')).toBe(text);
      expect(document.subject).not.toMatch(/\n/);
      expect([...document.subject].length).toBeLessThanOrEqual(150);
      expect(document.salutation).toContain(samples[kind].to);
      expect(document.closing[0]).toMatch(/không thay thế|does not replace/);
    },
  );
});

test('a Vietnamese letter has no English in it, and an English one no Vietnamese but what the file says', () => {
  for (const kind of LETTER_KINDS) {
    expect(textOf(compose(kind))).not.toMatch(/\b(the|please|report|without|office)\b/i);
  }
  const excused = composeLetter(
    'excused',
    {
      to: 'Ann',
      matter: { ...matter, process: 'Reports' },
      capacity: 'Head',
      lastDay: '2020-12-14',
      by: 'Bob',
      reason: 'Leave',
    },
    english,
  );
  expect(textOf(excused)).not.toMatch(/[ăđơưạếộ]/i);
});

test('a prompt says what is due, when, why and what follows, with the outline numbered', () => {
  const document = compose('prompt');
  const text = flat(document);
  expect(document.subject).toBe('[Nhắc việc] Báo cáo kỳ 14/12/2020 – Kết luận số 5');
  expect(document.salutation).toBe('Kính gửi: Đồng chí Trưởng phòng Kinh tế và Hạ tầng');
  expect(text).toContain('hết ngày 14/12/2020 (thứ Hai)');
  expect(text).toContain('11 giờ 00 ngày 15/12/2020 (thứ Ba)');
  expect(text).toContain('1. Việc đã đi chỉ đạo trong kỳ: Ngày, địa bàn');
  expect(text).toContain('4. Việc sẽ chỉ đạo trong kỳ tới');
  expect(text).toContain('sau đó đồng chí Bí thư Huyện ủy - Trưởng BCĐ');
  expect(blocks(document, 'link')).toEqual([
    {
      type: 'link',
      label: 'Mở trang nộp báo cáo',
      link: { to: 'report', obligationId: duty.owed[0]?.obligationId },
    },
  ]);
});

test('a number left blank is shown blank, as the notice has it; one that is there is shown', () => {
  expect(flat(compose('remind'))).toContain('Thông báo số …/TB-BCĐXDNTM, kết luận ngày 11/11/2020');
  const numbered = composeLetter('remind', duty, { ...head, number: '12', issuedOn: '2020-11-16' });
  expect(flat(numbered)).toContain(
    'Thông báo số 12/TB-BCĐXDNTM, kết luận ngày 11/11/2020, ban hành ngày 16/11/2020',
  );
});

test('the clause is quoted only where it says something of the matter', () => {
  expect(blocks(compose('prompt'), 'quote')).toHaveLength(1);
  const silent = { ...samples.prompt, matter: { ...matter, sentence: null } };
  expect(blocks(composeLetter('prompt', silent, head), 'quote')).toEqual([]);
  expect(flat(composeLetter('prompt', silent, head))).toContain(
    'Thông báo không quy định riêng việc này',
  );
  const certificate = composeLetter(
    'prompt',
    {
      ...samples.prompt,
      deliverable: 'certificate',
      words: null,
      periodKey: '2020-12-14',
      lastDay: '2020-12-15',
    },
    head,
  );
  expect(blocks(certificate, 'quote')).toEqual([]);
  expect(flat(certificate)).toContain('Thông báo không quy định riêng việc này');
  expect(flat(certificate)).toContain('không còn báo cáo kỳ 14/12/2020 nào chưa vào sổ');
});

test('one letter for several capacities lists them and says that one report covers all', () => {
  const text = flat(compose('remind'));
  expect(text).toContain('Trưởng phòng Kinh tế và Hạ tầng; Trưởng Tiểu ban Hạ tầng');
  expect(text).toContain('một báo cáo dùng cho tất cả các tư cách đó');
  expect(flat(compose('overdue'))).not.toContain('tất cả các tư cách');
});

test('a trial period threatens with nothing', () => {
  const text = flat(
    composeLetter('prompt', { ...samples.prompt, trial: true, lockAt: null }, head),
  );
  expect(text).toContain('kỳ làm thử: có nhắc, không ghi nhận và không báo lên cấp trên');
  expect(text).not.toContain(`thì “${WORDS}”`);
  expect(text).not.toContain('được báo đến');
});

test('one letter reminds of everything at once: each with its clause, its dates, its link and what follows', () => {
  const document = composeLetter('remind', together, head);
  expect(document.subject).toBe('[Nhắc lại] 3 việc sắp đến hạn – Kết luận số 2, Kết luận số 5');
  expect(blocks(document, 'heading').map((block) => block.text)).toEqual([
    '1. Bản đã ký hạn 27/11/2020 – Kết luận số 2',
    '2. Văn bản trình hạn 30/11/2020 – Kết luận số 2',
    '3. Báo cáo kỳ 28/11/2020 – Kết luận số 5',
  ]);
  expect(blocks(document, 'link').map(({ link }) => link)).toEqual(
    together.together.map(({ owed: [first] }) => ({
      to: 'report',
      obligationId: first?.obligationId,
    })),
  );
  const text = flat(document);
  expect(text.match(/Thông báo số/g)).toHaveLength(1);
  expect(text).toContain('chưa có bản đã ký, sổ theo dõi ghi');
  expect(text).toContain('Thông báo ghi là “có thể”');
  expect(text).toContain('Việc này không có mốc chốt');
  expect(text).toContain(`thì “${WORDS}”`);
  expect(text).toContain('Không có nội dung để báo cáo');
  expect(text).toContain('không phải gửi lại');
});

test('one letter tells of everything that is overdue, and until when nothing of it climbs', () => {
  const document = composeLetter('overdue', together, head);
  expect(document.subject).toBe('[Quá hạn] 3 việc – Kết luận số 2, Kết luận số 5');
  const text = flat(document);
  expect(text.match(/Gửi trước 11 giờ 00 ngày 30\/11\/2020/g)).toHaveLength(2);
  expect(text).not.toContain('Không có nội dung để báo cáo');
  const inEnglish = composeLetter('overdue', together, english);
  expect(inEnglish.subject).toBe('[Overdue] 3 – Conclusion 2, Conclusion 5');
});

test('a letter in the place of somebody says for whom', () => {
  const document = composeLetter('remind', { ...duty, insteadOf: 'Bí thư Huyện đoàn' }, head);
  expect(flat(document)).toContain('thay cho Bí thư Huyện đoàn');
});

test('an overdue notice still takes the report, and says until when nothing climbs', () => {
  const text = flat(compose('overdue'));
  expect(text).toContain('vẫn được nhận và ghi là nộp muộn');
  expect(text).toContain(
    'Gửi trước 11 giờ 00 ngày 15/12/2020 (thứ Ba) thì việc này không phải báo lên cấp trên',
  );
  const locked = composeLetter('overdue', { ...duty, lockAt: duty.dueAt, climbsTo: [] }, head);
  expect(flat(locked)).toContain('Sổ theo dõi ghi “chưa có báo cáo”.');
  expect(flat(locked)).not.toContain('Gửi trước');
});

test('a superior’s letter states the record with the evidence, and never the words on silence', () => {
  const document = compose('round');
  const text = flat(document);
  expect(text).not.toContain('coi như');
  expect(text).toContain('Thư nhắc lần đầu: 08 giờ 00 ngày 09/12/2020, đã gửi đi');
  expect(text).toContain('Thư nhắc lại: 08 giờ 00 ngày 14/12/2020, bị trả lại');
  expect(text).toContain('giữ lại bậc báo cáo tiếp theo');
  expect(text).toContain('Chưa có xác nhận: Chánh Văn phòng NTM huyện');
});

test('a person with several positions is one case for a due date', () => {
  const document = compose('round');
  expect(document.subject).toContain('2 trường hợp');
  expect(blocks(document, 'table')[0]?.rows).toHaveLength(1);
  expect(blocks(document, 'table')[0]?.rows[0]?.[0]).toBe(
    'Trưởng phòng Kinh tế và Hạ tầng; Trưởng Tiểu ban Hạ tầng',
  );
});

test('a released finding carries the words, who released them, the evidence and the way to answer', () => {
  const document = compose('finding-released');
  expect(blocks(document, 'quote')[0]?.text).toBe(WORDS);
  expect(flat(document)).toContain('Phó Chủ tịch UBND huyện - Phó Trưởng BCĐ đã duyệt');
  expect(blocks(document, 'table')[0]?.rows).toHaveLength(sent.length);
  expect(blocks(document, 'table')[0]?.rows.at(-1)).toEqual(['Thư báo quá hạn', '–', 'chờ gửi']);
  expect(blocks(document, 'link')[0]?.link).toEqual({
    to: 'finding',
    findingId: samples['finding-released'].findingId,
  });
});

test('a reversal names the finding, who decided and when, and that it counts no longer', () => {
  const document = compose('finding-reversed');
  const text = flat(document);
  expect(document.subject).toContain('[Rút ghi nhận] Báo cáo kỳ 14/12/2020');
  expect(text).toContain('của Trưởng phòng Kinh tế và Hạ tầng, hạn cuối ngày');
  expect(text).toContain('đồng chí Bí thư Huyện ủy - Trưởng BCĐ, lúc 09 giờ 10 ngày 17/12/2020');
  expect(text).toContain('Ghi nhận này không còn được tính');
  expect(text).not.toContain(WORDS);
  const own = { ...samples['finding-reversed'], by: null, wasInHand: true };
  const corrected = flat(composeLetter('finding-reversed', own, head));
  expect(corrected).toContain('vào sổ sau; sổ theo dõi tự điều chỉnh');
  const keyedIn = { ...own, by: 'Chánh Văn phòng NTM huyện' };
  expect(flat(composeLetter('finding-reversed', keyedIn, english))).toContain(
    'Chánh Văn phòng NTM huyện entered it at',
  );
});

test('a receipt tells the receipt apart from the keying in, and asks for nothing', () => {
  const text = flat(compose('receipt'));
  expect(text).toContain('Số biên nhận: 000123');
  expect(text).toContain('Nhận lúc: 15 giờ 12 ngày 14/12/2020');
  expect(text).toContain('Vào sổ lúc: 08 giờ 05 ngày 15/12/2020');
  expect(text).toContain('văn bản giấy');
  const atOnce = {
    ...samples.receipt,
    recordedAt: samples.receipt.receivedAt,
    kind: 'nothing' as const,
  };
  expect(flat(composeLetter('receipt', atOnce, head))).not.toContain('Vào sổ lúc');
  expect(flat(composeLetter('receipt', atOnce, head))).toContain('không có nội dung báo cáo');
});

test('a receipt says for which period, and first of all what is still missing and by when', () => {
  const whole = compose('receipt');
  expect(whole.subject).toBe(
    '[Đã nhận] Báo cáo kỳ 14/12/2020, số biên nhận 000123 – Kết luận số 5',
  );
  expect(flat(whole)).toContain('Nội dung: báo cáo kỳ 14/12/2020 (lần gửi thứ 2)');
  const lacking = {
    ...samples.receipt,
    deliverable: 'dossier',
    recordedAt: samples.receipt.receivedAt,
    missing: ['Thành lập và kiện toàn BCĐ', 'Phân công nhiệm vụ'],
    obligationId: 'x',
  };
  const inTime = composeLetter('receipt', lacking, head);
  expect(inTime.subject).toBe(
    '[Đã nhận, còn thiếu] Báo cáo kèm hồ sơ kỳ 14/12/2020, số biên nhận 000123, hồ sơ còn thiếu 2 phần – Kết luận số 5',
  );
  expect(flat(inTime)).toContain('chậm nhất là hết ngày 14/12/2020 (thứ Hai)');
  const over = { ...lacking, recordedAt: samples.receipt.dueAt };
  expect(flat(composeLetter('receipt', over, head))).toContain('ngay khi có');
});

test('what was decided since belongs to a clause, which is no basis of it', () => {
  for (const kind of [
    'extended',
    'excused',
    'period-taken-out',
    'reassigned',
    'supplement',
    'release-request',
  ] as const) {
    const text = flat(compose(kind));
    expect(text).toContain('Liên quan: Kết luận số 5 của Thông báo');
    expect(text).not.toContain('Căn cứ');
  }
});

test('a supplement names the report it is about, by its period, and who asks', () => {
  const document = compose('supplement');
  expect(document.subject).toBe(
    '[Đề nghị bổ sung] Báo cáo kỳ 14/12/2020, hạn bổ sung 18/12/2020 – Kết luận số 5',
  );
  const above = { ...samples.supplement, by: 'Phó Chủ tịch UBND huyện - Phó Trưởng BCĐ' };
  const text = flat(composeLetter('supplement', above, head));
  expect(text).toContain('Phó Chủ tịch UBND huyện - Phó Trưởng BCĐ đã xem báo cáo kỳ 14/12/2020');
  expect(text).toContain('Ý kiến của Phó Chủ tịch UBND huyện');
  const once = { ...samples.supplement, matter: { ...matter, once: true } };
  expect(composeLetter('supplement', once, head).subject).toContain(
    '[Đề nghị bổ sung] Báo cáo, hạn bổ sung 18/12/2020',
  );
});

test('a letter to a superior is no formal urging, and names the notice as the catch-up does', () => {
  expect(compose('round').subject).not.toMatch(/đôn đốc/i);
  for (const kind of ['round', 'catch-up'] as const) {
    expect(flat(compose(kind))).toContain('Thực hiện: Thông báo số …/TB-BCĐXDNTM');
  }
});

test('a unit is named plainly, never as a comrade', () => {
  const document = compose('campaign-call');
  expect(document.salutation).toBe('Kính gửi: UBND xã Thái Hòa');
  expect(flat(document)).toContain('Đề nghị đơn vị tổ chức đợt cao điểm');
});

test('what comes once is named by its due day, and a period by its day', () => {
  const once = {
    ...duty,
    matter: { ...matter, directive: '2', once: true },
    deliverable: 'dossier',
    periodKey: '2020-11-25',
    lastDay: '2020-11-24',
  };
  expect(composeLetter('remind', once, head).subject).toBe(
    '[Nhắc lại] Báo cáo kèm hồ sơ hạn 24/11/2020 – Kết luận số 2',
  );
  expect(flat(composeLetter('remind', once, head))).not.toMatch(/kỳ 2\d\/11\/2020/);
  expect(composeLetter('remind', { ...duty, periodKey: '2020-12-14' }, head).subject).toContain(
    'Báo cáo kỳ 14/12/2020',
  );
});

test('a supplement and a receipt speak of what was handed in', () => {
  const supplement = composeLetter(
    'supplement',
    { ...samples.supplement, of: 'stage-consult' },
    head,
  );
  expect(flat(supplement)).toContain('Chánh Văn phòng NTM huyện đã xem ý kiến kỳ 14/12/2020 của');
  expect(flat(supplement)).not.toContain('đã xem báo cáo');
  const agreed = { ...samples.receipt, kind: 'nothing' as const, deliverable: 'stage-consult' };
  const receipt = composeLetter('receipt', agreed, head);
  expect(receipt.subject).toContain('[Đã nhận] Ý kiến kỳ 14/12/2020, số biên nhận');
  expect(flat(receipt)).toContain('nhất trí với dự thảo');
  expect(flat(receipt)).not.toContain('không có nội dung báo cáo');
});

test('an explanation rests on the decision that asked for it, and not on the clause', () => {
  const asked = { ...samples.prompt, deliverable: 'explanation', words: null };
  const text = flat(composeLetter('prompt', asked, head));
  expect(text).toContain('Theo ý kiến chỉ đạo đã báo đồng chí trong thư riêng');
  expect(text).not.toContain('Thực hiện Thông báo nêu dưới đây');
});

test('two addressees of one unit are one line of evidence, and a unit has no row of misses', () => {
  const [group] = samples.round.groups;
  const [item] = group?.items ?? [];
  if (!group || !item) throw new Error('the sample has no case');
  const evidence = sent.flatMap((one) => [one, one]);
  const items = [{ ...item, evidence, missesInARow: 0 }];
  const text = flat(
    composeLetter('round', { ...samples.round, groups: [{ ...group, items }] }, head),
  );
  expect(text).toContain('Thư nhắc lần đầu (2 thư): 08 giờ 00 ngày 09/12/2020, đã gửi đi');
  expect(text.match(/Thư nhắc lần đầu/g)).toHaveLength(1);
  expect(text).not.toContain('Liên tiếp');
  const once = { ...group, matter: { ...matter, once: true }, items: [item] };
  expect(flat(composeLetter('round', { ...samples.round, groups: [once] }, head))).not.toContain(
    'Liên tiếp',
  );
});

test('a digest asks for an opinion on proposals only where there are some', () => {
  const asked = 'Ý kiến của đồng chí về các đề xuất';
  expect(flat(compose('digest'))).toContain(asked);
  const none = composeLetter('digest', { ...samples.digest, hasProposals: false }, head);
  expect(flat(none)).not.toContain(asked);
  expect(blocks(none, 'link')[0]?.link).toEqual({ to: 'desk' });
});

test('an extension keeps the old date beside the new one', () => {
  const text = flat(compose('extended'));
  expect(text).toContain('Thời hạn cũ: 14/12/2020 (thứ Hai)');
  expect(text).toContain('Thời hạn mới: hết ngày 18/12/2020 (thứ Sáu)');
});

test('the same parameters make the same document', () => {
  for (const kind of LETTER_KINDS) expect(compose(kind)).toEqual(compose(kind));
});
