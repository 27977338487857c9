import type { Status } from '../../../domain/status/status.ts';
import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** The page behind the link to an obligation. */
export const report = {
  title: {
    vi: (what: string, period: string) => `${what} – ${period}`,
    en: (what: string, period: string) => `${what} – ${period}`,
  },
  overdue: {
    vi: (what: string) => `chưa có ${what}, quá hạn`,
    en: (what: string) => `no ${what}, overdue`,
  },
  handIn: {
    vi: (what: string) => `Gửi ${what}`,
    en: (what: string) => `Send the ${what}`,
  },
  whatIsDue: { vi: 'Nội dung phải nộp', en: 'What is due' },
  until: { vi: 'Thời hạn', en: 'Due' },
  was: {
    vi: (day: string) => `trước đây: ${day}`,
    en: (day: string) => `it was ${day}`,
  },
  extended: { vi: 'Được gia hạn', en: 'Extended' },
  supplement: { vi: 'Đề nghị bổ sung', en: 'Supplement asked for' },
  supplementElsewhere: {
    vi: (due: string) =>
      `Nội dung đã gửi được đề nghị bổ sung, chậm nhất là ${due}. Phần bổ sung gửi tại trang riêng.`,
    en: (due: string) =>
      `What was sent has to be supplemented by ${due}. The supplement is sent on a page of its own.`,
  },
  pause: { vi: 'Lùi vì tiến trình tạm dừng', en: 'Moved because the process was paused' },
  amendment: { vi: 'Đổi thời hạn', en: 'Moved by an amendment' },
  outage: { vi: 'Lùi vì hệ thống gián đoạn', en: 'Moved because the engine was down' },
  reassignment: { vi: 'Nhận từ nơi khác chuyển sang', en: 'Passed on from another party' },
  outline: { vi: 'Đề cương', en: 'Outline' },
  soFar: { vi: 'Đã nhận', en: 'Received so far' },
  none: { vi: 'Chưa nhận được nội dung nào.', en: 'Nothing has been received yet.' },
  received: {
    vi: (no: string, version: number, at: string, by: string) =>
      `Số ${no}, lần ${version}, nhận ${at} qua ${by}`,
    en: (no: string, version: number, at: string, by: string) =>
      `No. ${no}, version ${version}, received ${at} by ${by}`,
  },
  nothing: { vi: 'không có nội dung báo cáo', en: 'nothing to report' },
  review: {
    vi: (review: string) =>
      ({
        unreviewed: 'chưa xem xét',
        accepted: 'đã chấp nhận',
        'accepted-by-time': 'coi như đã chấp nhận (quá thời hạn xem xét)',
        'supplement-asked': 'đề nghị bổ sung',
      })[review] ?? review,
    en: (review: string) =>
      ({
        unreviewed: 'not reviewed yet',
        accepted: 'accepted',
        'accepted-by-time': 'counts as accepted (time for review is over)',
        'supplement-asked': 'a supplement was asked for',
      })[review] ?? review,
  },
  sendAgain: {
    vi: (what: string) => `Gửi lại ${what}`,
    en: (what: string) => `Send a later version of the ${what}`,
  },
  again: {
    vi: 'Có thể gửi lại; mỗi lần gửi được lưu thành một lần riêng, lần gửi đầu tiên quyết định đúng hạn hay không.',
    en: 'A later version can be sent. Every version is kept; the first one received decides whether it was in time.',
  },
  forWhich: { vi: 'Gửi cho các tư cách', en: 'For these capacities' },
  body: { vi: 'Nội dung', en: 'Text' },
  bodyRest: { vi: 'Nội dung khác (nếu có)', en: 'Anything else' },
  bodyHint: {
    vi: 'Viết tại đây, hoặc gửi tệp kèm theo ở dưới.',
    en: 'Write it here, or attach it as a file below.',
  },
  forProcess: {
    vi: (title: string) => `Nội dung này phục vụ: ${title}`,
    en: (title: string) => `Asked for: ${title}`,
  },
  nothingTitle: { vi: 'Không có nội dung báo cáo', en: 'Nothing to report' },
  nothingHint: {
    vi: 'Chọn mục này khi trong kỳ không phát sinh việc gì; được ghi riêng, không phải là chưa báo cáo.',
    en: 'For a period in which nothing happened. It is recorded as such and is not the same as silence.',
  },
  nothingConfirm: {
    vi: 'Tôi xác nhận trong kỳ này không có nội dung để báo cáo.',
    en: 'I confirm that there is nothing to report for this period.',
  },
  nothingSend: { vi: 'Gửi: không có nội dung báo cáo', en: 'Send: nothing to report' },
  certificateClosed: {
    vi: 'Không còn báo cáo nào chờ nhận trước khi khóa sổ, nên kỳ này không cần xác nhận nữa.',
    en: 'No report was still awaited before the lock, so nothing has to be certified for this period.',
  },
  paused: {
    vi: 'Tiến trình đang tạm dừng: không nhắc, không ghi nhận, báo cáo gửi lúc này vẫn được nhận. Khi tiếp tục, thời hạn lùi theo thời gian tạm dừng và có thư báo thời hạn mới.',
    en: 'The process is paused: no reminders, nothing is recorded, and what is sent is taken. Once it goes on, the due time moves by the length of the pause and a letter tells the new one.',
  },
  stillTaken: {
    vi: 'Thời hạn đã quá; gửi lúc này vẫn được nhận và ghi là nộp muộn.',
    en: 'It is overdue. It is still taken, and marked late.',
  },
  followsAtLock: {
    vi: (what: string, lock: string) =>
      `Nếu đến ${lock} chưa có ${what}, sổ theo dõi ghi “chưa có ${what}”; việc báo lên cấp trên (nếu có) như đã nêu trong thư nhắc.`,
    en: (what: string, lock: string) =>
      `If there is no ${what} by ${lock}, the register says “no ${what} yet”; who is told of it, if anybody, stands in the reminder.`,
  },
  closed: {
    vi: 'Kỳ này không phải nộp nữa, nên trang không nhận báo cáo.',
    en: 'Nothing is owed for this period any more, so this page takes no report.',
  },
  elsewhere: {
    vi: 'Báo cáo này do hệ thống dự thảo từ sổ theo dõi; việc sửa và ký duyệt gửi thực hiện tại trang xử lý công việc.',
    en: 'This report is drafted from the register; it is edited and released on the desk.',
  },
  insteadOf: {
    vi: 'Vị trí này đang khuyết hoặc không có địa chỉ thư. Báo cáo nhận được bằng giấy, điện thoại, Zalo thì nhập tại trang xử lý công việc.',
    en: 'The post is vacant or has no address. What arrives on paper, by telephone or Zalo is keyed in on the desk.',
  },
  certificate: { vi: 'Xác nhận của Văn phòng', en: "The office's certificate" },
  certificateText: {
    vi: 'Trước khi chốt kỳ, Văn phòng xác nhận đã xem hết ba nơi và không còn báo cáo nào chưa vào sổ.',
    en: 'Before the period is closed the office confirms that it has looked in all three places and that no report is left to be entered.',
  },
  book: {
    vi: 'Sổ công văn đến: đã xem, không còn báo cáo chưa nhập.',
    en: 'The incoming book: looked through, nothing left to enter.',
  },
  tray: {
    vi: 'Khay công văn, thư: đã xem, không còn báo cáo chưa nhập.',
    en: 'The mail tray: looked through, nothing left to enter.',
  },
  zalo: {
    vi: 'Zalo: đã xem, không còn báo cáo chưa nhập.',
    en: 'Zalo: looked through, nothing left to enter.',
  },
  certify: { vi: 'Xác nhận', en: 'Certify' },
  silentYet: {
    vi: (n: number) => `Đến lúc này còn ${n} nơi chưa có báo cáo trong sổ.`,
    en: (n: number) => `${n} have no report in the register so far.`,
  },
  // the receipt's page
  taken: { vi: 'Đã nhận', en: 'Received' },
  takenIncomplete: { vi: 'Đã nhận, hồ sơ còn thiếu', en: 'Received, parts are missing' },
  sendMissing: { vi: 'Gửi thêm phần còn thiếu', en: 'Send what is missing' },
  what: { vi: 'Nội dung', en: 'What' },
  receiptNo: { vi: 'Số biên nhận', en: 'Receipt number' },
  receivedAt: { vi: 'Thời điểm nhận', en: 'Received' },
  timeliness: { vi: 'So với thời hạn', en: 'Timeliness' },
  inTime: { vi: 'Đúng hạn', en: 'In time' },
  late: { vi: 'Quá hạn', en: 'Late' },
  version: { vi: 'Lần gửi', en: 'Version' },
  keepNumber: {
    vi: 'Đề nghị ghi lại số biên nhận. Thư báo đã nhận sẽ gửi đến hộp thư.',
    en: 'Please note the number. A receipt follows by e-mail.',
  },
  certified: { vi: 'Đã xác nhận', en: 'Certified' },
  back: { vi: 'Về trang báo cáo', en: 'Back to the report' },
  // what a form lacks
  alreadyIn: {
    vi: 'Nội dung của việc này đã nhận được, nên không ghi là không có nội dung nữa. Các lần đã nhận nêu dưới đây.',
    en: 'Something has been received already, so “nothing” is not taken any more. What was received stands below.',
  },
  chooseCapacity: { vi: 'Chọn ít nhất một tư cách.', en: 'Choose at least one capacity.' },
  empty: {
    vi: 'Chưa có nội dung và chưa có tệp kèm theo.',
    en: 'There is neither a text nor a file.',
  },
  confirmNothing: {
    vi: 'Đánh dấu xác nhận rằng không có nội dung báo cáo.',
    en: 'Tick the confirmation that there is nothing to report.',
  },
  tickAll: { vi: 'Phải đánh dấu cả ba mục.', en: 'All three have to be ticked.' },
} satisfies Phrases;

/** How an obligation stands, in a word or two. */
export const statuses: Record<Status, { vi: string; en: string }> = {
  'not-yet-open': { vi: 'chưa mở', en: 'not yet open' },
  'open-in-time': { vi: 'còn trong hạn', en: 'open, in time' },
  'open-overdue': { vi: 'chưa nhận được, quá hạn', en: 'not received, overdue' },
  'done-on-time': { vi: 'đã nộp đúng hạn', en: 'done on time' },
  'done-late': { vi: 'đã nộp quá hạn', en: 'done late' },
  trial: { vi: 'kỳ thử', en: 'trial period' },
  'before-start': { vi: 'trước khi bắt đầu', en: 'before the start' },
  paused: { vi: 'tạm dừng', en: 'paused' },
  excused: { vi: 'được miễn', en: 'excused' },
  merged: { vi: 'gộp kỳ', en: 'merged' },
  covered: { vi: 'đã nộp theo tư cách khác', en: 'covered by another capacity' },
  reassigned: { vi: 'đã giao lại', en: 'reassigned' },
  'no-proposal': { vi: 'không đề xuất', en: 'no proposal' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
};

/** Why a form was not taken, where the register refused it. */
export const refusals = {
  NotFound: {
    vi: 'Mục này không còn trong sổ theo dõi.',
    en: 'It is no longer in the register.',
  },
  Conflict: {
    vi: 'Sổ theo dõi đã thay đổi trong lúc trang đang mở. Trang dưới đây là hiện trạng.',
    en: 'The register has moved on while the page was open. Below is how it stands now.',
  },
  NotAllowed: {
    vi: 'Việc này không thuộc thẩm quyền của người mở trang.',
    en: 'Whoever opened this page has no right to it.',
  },
  Invalid: {
    vi: 'Nội dung nhập chưa hợp lệ.',
    en: 'What was entered makes no sense.',
  },
  invalidField: {
    vi: (field: string) => `Nội dung nhập chưa hợp lệ: ${field}.`,
    en: (field: string) => `What was entered makes no sense: ${field}.`,
  },
  unavailable: {
    vi: 'Hệ thống xử lý tiến trình chưa trả lời. Đề nghị gửi lại sau ít phút; gửi lại không bị ghi hai lần.',
    en: 'The processes do not answer. Please send it again in a few minutes; it is not taken twice.',
  },
  file: {
    vi: (name: string) =>
      `Tệp “${name}” không thuộc loại được nhận, hoặc nội dung không đúng với tên tệp.`,
    en: (name: string) =>
      `The file “${name}” is not of a type that is taken, or not of the type that its name says.`,
  },
} satisfies Phrases;
