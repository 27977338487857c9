import type { LetterKind, SentEvidence } from '../../contracts/letters.ts';
import type { Language, Phrases } from './phrases.ts';

/** Each kind of letter as a record of letters names it. */
export const letterNames: Record<LetterKind, Record<Language, string>> = {
  prompt: { vi: 'Thư nhắc lần đầu', en: 'First letter' },
  remind: { vi: 'Thư nhắc lại', en: 'Reminder' },
  overdue: { vi: 'Thư báo quá hạn', en: 'Overdue notice' },
  receipt: { vi: 'Thư báo đã nhận', en: 'Receipt' },
  supplement: { vi: 'Thư đề nghị bổ sung', en: 'Supplement asked for' },
  round: { vi: 'Thư báo cấp trên', en: 'Letter to a superior' },
  'finding-released': { vi: 'Thư về ghi nhận', en: 'Finding released' },
  'release-request': { vi: 'Thư xin ý kiến duyệt', en: 'Release asked for' },
  digest: { vi: 'Báo cáo tổng hợp', en: 'Digest' },
  'catch-up': { vi: 'Thư gộp sau gián đoạn', en: 'Catch-up letter' },
  extended: { vi: 'Thư báo gia hạn', en: 'Extension' },
  excused: { vi: 'Thư báo miễn nộp', en: 'Excuse' },
  'campaign-call': { vi: 'Thư phát động đợt', en: 'Campaign call' },
  'programme-starts': { vi: 'Thư thông tin nơi phối hợp', en: 'Coordination' },
  'peak-missed': { vi: 'Thư báo đợt chưa đạt', en: 'Peak not counted' },
  'consult-request': { vi: 'Thư lấy ý kiến', en: 'Consultation' },
  'period-taken-out': { vi: 'Thư báo gộp hoặc bỏ kỳ', en: 'Period merged or skipped' },
  reassigned: { vi: 'Thư báo chuyển việc', en: 'Reassignment' },
  'hand-over': { vi: 'Thư bàn giao', en: 'Hand-over' },
  supervision: { vi: 'Thư báo phân công phụ trách', en: 'Units in charge' },
  'handling-decided': { vi: 'Thư báo ý kiến chỉ đạo', en: 'Decision told' },
  'date-moved': { vi: 'Thư báo đổi thời hạn', en: 'Changed dates' },
  'finding-reversed': { vi: 'Thư báo rút ghi nhận', en: 'Finding reversed' },
};

/** What became of a letter, as far as mail can tell: handed to a mail server is not read. */
export const deliveryStates: Record<SentEvidence['state'], Record<Language, string>> = {
  queued: { vi: 'chờ gửi', en: 'waiting to go out' },
  sending: { vi: 'đang gửi', en: 'going out' },
  sent: { vi: 'đã gửi đi', en: 'handed to the mail server' },
  uncertain: { vi: 'chưa rõ đã đến hay chưa', en: 'not known whether it arrived' },
  failed: { vi: 'không gửi được', en: 'could not be sent' },
  bounced: { vi: 'bị trả lại', en: 'returned' },
  stopped: { vi: 'không gửi nữa', en: 'stopped' },
};

/** The table of what was sent. */
export const evidence = {
  title: { vi: 'Thư đã gửi', en: 'Letters sent' },
  letter: { vi: 'Thư', en: 'Letter' },
  at: { vi: 'Thời điểm', en: 'When' },
  state: { vi: 'Tình trạng', en: 'State' },
  times: {
    vi: (name: string, letters: number) => `${name} (${letters} thư)`,
    en: (name: string, letters: number) => `${name} (${letters} letters)`,
  },
  none: { vi: 'chưa có thư nào', en: 'no letter yet' },
} satisfies Phrases;
