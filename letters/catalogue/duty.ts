import type { Phrases } from './phrases.ts';

/** Prompt, reminder and overdue notice: the three letters to whoever owes something. */
export const duty = {
  promptSubject: {
    vi: (what: string, period: string, directive: string) =>
      `[Nhắc việc] ${what} ${period} – ${directive}`,
    en: (what: string, period: string, directive: string) =>
      `[Reminder] ${what}, ${period} – ${directive}`,
  },
  remindSubject: {
    vi: (what: string, period: string, directive: string) =>
      `[Nhắc lại] ${what} ${period} – ${directive}`,
    en: (what: string, period: string, directive: string) =>
      `[Second reminder] ${what}, ${period} – ${directive}`,
  },
  overdueSubject: {
    vi: (what: string, period: string, directive: string) =>
      `[Quá hạn] ${what} ${period} – ${directive}`,
    en: (what: string, period: string, directive: string) =>
      `[Overdue] ${what}, ${period} – ${directive}`,
  },
  trialMark: { vi: ' (kỳ làm thử)', en: ' (trial period)' },
  instead: {
    vi: (party: string) =>
      `Thư này gửi đồng chí thay cho ${party} (vị trí đang khuyết hoặc chưa có địa chỉ thư). Đề nghị đồng chí bố trí người thực hiện.`,
    en: (party: string) =>
      `This letter comes to you instead of ${party}, since the post is vacant or has no address. Please see to it that somebody carries it out.`,
  },
  promptAsk: {
    vi: (you: string, what: string, due: string) =>
      `Thực hiện Thông báo nêu dưới đây, đề nghị ${you} gửi ${what}, chậm nhất là ${due}.`,
    en: (_you: string, what: string, due: string) =>
      `To carry out the notice named below, please send the ${what} by ${due}.`,
  },
  promptCertify: {
    vi: (you: string, _what: string, due: string) =>
      `Để ghi nhận được chính xác, đề nghị ${you} kiểm tra sổ công văn đến, khay thư, Zalo và xác nhận, chậm nhất là ${due}.`,
    en: (_you: string, _what: string, due: string) =>
      `So that the record is right, please look through the incoming book, the mail tray and Zalo and certify by ${due}.`,
  },
  promptExplain: {
    vi: (you: string, what: string, due: string) =>
      `Theo ý kiến chỉ đạo đã báo đồng chí trong thư riêng, đề nghị ${you} gửi ${what}, chậm nhất là ${due}.`,
    en: (_you: string, what: string, due: string) =>
      `As decided and told to you in a letter of its own, please send your ${what} by ${due}.`,
  },
  promptDigest: {
    vi: (you: string, _what: string, due: string) =>
      `Dự thảo báo cáo tổng hợp đã được lập từ sổ theo dõi. Đề nghị ${you} xem, sửa và phát hành, chậm nhất là ${due}.`,
    en: (_you: string, _what: string, due: string) =>
      `The digest has been drafted from the register. Please read, edit and release it by ${due}.`,
  },
  remindAsk: {
    vi: (you: string, what: string, due: string) =>
      `Đến lúc lập thư này, sổ theo dõi chưa có ${what} của ${you}. Thời hạn là ${due}. Đề nghị ${you} gửi trong thời hạn.`,
    en: (_you: string, what: string, due: string) =>
      `When this letter was written, the register held no ${what} from you. It is due by ${due}. Please send it in time.`,
  },
  overdueAsk: {
    vi: (you: string, what: string, due: string) =>
      `Thời hạn là ${due}, nay đã quá; sổ theo dõi chưa có ${what} của ${you}. Đề nghị ${you} gửi ngay; ${what} gửi lúc này vẫn được nhận và ghi là nộp muộn.`,
    en: (_you: string, what: string, due: string) =>
      `It was due by ${due}; the register holds no ${what} from you. Please send it now; it is still taken, and marked late.`,
  },
  outlineIsThere: {
    vi: 'Đề cương đã gửi kèm thư nhắc trước và có tại trang dưới đây.',
    en: 'The outline came with the first letter and stands on the page below.',
  },
  outline: {
    vi: (title: string) => `Đề cương${title === '' ? '' : `: ${title}`}`,
    en: (title: string) => `Outline${title === '' ? '' : `: ${title}`}`,
  },
  whatFollows: {
    vi: (what: string, lock: string, climbsTo: string) =>
      `Nếu đến ${lock} chưa có ${what}, sổ theo dõi ghi “chưa có ${what}” và việc này được báo đến: ${climbsTo}.`,
    en: (what: string, lock: string, climbsTo: string) =>
      `If there is no ${what} by ${lock}, the register says “no ${what} yet” and this is told to: ${climbsTo}.`,
  },
  whatFollowsAlone: {
    vi: (what: string, lock: string) =>
      `Nếu đến ${lock} chưa có ${what}, sổ theo dõi ghi “chưa có ${what}”.`,
    en: (what: string, lock: string) =>
      `If there is no ${what} by ${lock}, the register says “no ${what} yet”.`,
  },
  recordedNow: {
    vi: (what: string, climbsTo: string | null) =>
      `Sổ theo dõi ghi “chưa có ${what}”${climbsTo === null ? '' : ` và việc này được báo đến: ${climbsTo}`}. Khi nhận được, sổ ghi thêm thời điểm nhận.`,
    en: (what: string, climbsTo: string | null) =>
      `The register says “no ${what} yet”${climbsTo === null ? '' : ` and this is told to: ${climbsTo}`}. Once it arrives, its time of receipt is added.`,
  },
  /** superiors one after the other */
  inTurn: {
    vi: (first: string, then: string[]) =>
      [`đồng chí ${first}`, ...then.map((one) => `sau đó đồng chí ${one}`)].join('; '),
    en: (first: string, then: string[]) => [first, ...then.map((one) => `then ${one}`)].join('; '),
  },
  stillInTime: {
    vi: (lock: string) => `Gửi trước ${lock} thì việc này không phải báo lên cấp trên.`,
    en: (lock: string) => `If it is there before ${lock}, nothing is told to anybody above.`,
  },
  gated: {
    vi: 'Chưa có xác nhận thì chưa ghi nhận ai là “chưa có báo cáo” và chưa có thư nào lên cấp trên về kỳ này.',
    en: 'Until it is certified, nobody is recorded as silent and no letter about this period goes to anybody above.',
  },
  words: {
    vi: (directive: string, what: string, words: string) =>
      `${directive} nêu: không có ${what} thì “${words}”. Lời này chỉ được dùng khi người có thẩm quyền duyệt; trước đó sổ theo dõi chỉ ghi “chưa có ${what}”.`,
    en: (directive: string, what: string, words: string) =>
      `${directive} says of whoever sends no ${what}: “${words}”. These words are used only once released by those entitled to; until then the register says “no ${what} yet” and no more.`,
  },
  trial: {
    vi: 'Đây là kỳ làm thử: có nhắc, không ghi nhận và không báo lên cấp trên.',
    en: 'This is a trial period: reminders go out, nothing is recorded against anybody and nothing climbs.',
  },
  neverLocked: {
    vi: (what: string) =>
      `Việc này không có mốc chốt: chưa có ${what} thì chỉ nhắc, không ghi nhận và không báo lên cấp trên.`,
    en: (what: string) =>
      `Nothing is ever closed here: without the ${what} there are reminders only, no record against anybody.`,
  },
} satisfies Phrases;
