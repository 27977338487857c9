import type { LOG_ACTIONS } from '../../../domain/log/actions.ts';
import type { ClosedAs } from '../../../domain/status/status.ts';
import { deliveryStates } from '../../../letters/catalogue/evidence.ts';
import type { Language, Phrases } from '../../../letters/catalogue/phrases.ts';

/** The story of a process or a period, as the register tells it. */
export const story = {
  plan: { vi: 'Kế hoạch', en: 'The plan' },
  step: { vi: 'Bước', en: 'Step' },
  planned: { vi: 'Theo kế hoạch', en: 'Planned' },
  taken: { vi: 'Đã thực hiện', en: 'Taken' },
  notTaken: { vi: 'không cần hoặc chưa đến', en: 'not needed, or not yet' },
  owed: { vi: 'Việc phải nộp', en: 'What is owed' },
  party: { vi: 'Thành viên, đơn vị', en: 'Party' },
  deliverable: { vi: 'Phải nộp', en: 'Owed' },
  due: { vi: 'Thời hạn', en: 'Due' },
  status: { vi: 'Tình trạng', en: 'Status' },
  received: { vi: 'Nhận lúc', en: 'Received' },
  story: { vi: 'Diễn biến', en: 'What happened' },
  fromTheLog: {
    vi: 'Theo thứ tự ghi trong sổ theo dõi, không thêm không bớt. Các dòng cùng phút, cùng nội dung được gộp làm một.',
    en: 'In the order of the register’s log, with nothing added or left out. Rows of one minute that say the same are one.',
  },
  at: { vi: 'Thời điểm', en: 'When' },
  what: { vi: 'Việc', en: 'What' },
  whom: { vi: 'Liên quan đến', en: 'Whom it concerns' },
  by: { vi: 'Do ai, vì sao', en: 'By whom and why' },
  engine: { vi: 'hệ thống', en: 'the engine' },
  erased: { vi: 'người đã xóa dữ liệu', en: 'somebody erased since' },
  token: {
    vi: (label: string) => `mã truy cập “${label}”`,
    en: (label: string) => `token “${label}”`,
  },
  deputing: {
    vi: (capacity: string) => `tư cách: ${capacity}`,
    en: (capacity: string) => `as ${capacity}`,
  },
  others: { vi: (n: number) => `và ${n} nơi khác`, en: (n: number) => `and ${n} others` },
  times: {
    vi: (what: string, n: number) => `${what} (${n})`,
    en: (what: string, n: number) => `${what} (${n})`,
  },
  more: { vi: 'Xem tiếp', en: 'Go on' },
  periods: { vi: 'Các kỳ', en: 'Periods' },
  noPeriods: { vi: 'Chưa mở kỳ nào.', en: 'No period has been opened.' },
  whole: { vi: 'Diễn biến chung của thông báo', en: 'What happened to the notice as a whole' },
  toProcess: { vi: 'Về tiến trình', en: 'Back to the process' },
  toNotice: { vi: 'Về trang thông báo', en: 'Back to the notice' },
  register: { vi: 'Sổ theo dõi', en: 'The register' },
  nothing: { vi: 'Chưa có gì.', en: 'Nothing yet.' },
  takenIn: { vi: (noun: string) => `Nhận ${noun}`, en: (noun: string) => `Handed in: ${noun}` },
  // what a row adds to its action
  movedTo: {
    vi: (from: string, to: string) => `từ ${from} sang ${to}`,
    en: (from: string, to: string) => `from ${from} to ${to}`,
  },
  field: {
    vi: (pointer: string) => `mục ${pointer} của tệp thông báo`,
    en: (pointer: string) => `${pointer} in the notice file`,
  },
  dueAt: { vi: (at: string) => `hạn ${at}`, en: (at: string) => `due ${at}` },
  inTime: { vi: 'đúng hạn', en: 'in time' },
  late: { vi: 'quá hạn', en: 'late' },
  receipt: { vi: (no: string) => `số biên nhận ${no}`, en: (no: string) => `receipt ${no}` },
  receivedAt: { vi: (at: string) => `nhận lúc ${at}`, en: (at: string) => `received ${at}` },
  through: { vi: (channel: string) => `qua ${channel}`, en: (channel: string) => `by ${channel}` },
  nothingToReport: { vi: 'không có nội dung báo cáo', en: 'nothing to report' },
  noOpinion: { vi: 'không có ý kiến', en: 'no opinion' },
  to: { vi: (title: string) => `đến ${title}`, en: (title: string) => `to ${title}` },
  rung: { vi: (id: string) => `bậc “${id}”`, en: (id: string) => `rung “${id}”` },
  needsRelease: { vi: 'chờ duyệt trước khi gửi', en: 'waits for release' },
  returned: {
    vi: (returned: number, owed: number) => `${returned}/${owed} nơi đã báo kết quả`,
    en: (returned: number, owed: number) => `${returned} of ${owed} returned`,
  },
  trial: { vi: 'kỳ thử', en: 'a trial period' },
} satisfies Phrases;

/** The kinds of step of a plan. */
export const stepNames: Record<string, Record<Language, string>> = {
  draft: { vi: 'Lập dự thảo', en: 'Draft' },
  prompt: { vi: 'Nhắc lần đầu', en: 'Prompt' },
  remind: { vi: 'Nhắc lại', en: 'Reminder' },
  due: { vi: 'Hết hạn', en: 'Due' },
  overdue: { vi: 'Báo quá hạn', en: 'Overdue notice' },
  lock: { vi: 'Chốt', en: 'Lock' },
  rung: { vi: 'Báo cấp trên', en: 'Rung' },
  close: { vi: 'Kết thúc kỳ', en: 'Close' },
};

/** Each action of the log in words. */
export const actionNames: Record<(typeof LOG_ACTIONS)[number], Record<Language, string>> = {
  'notice-loaded': { vi: 'Nạp thông báo', en: 'Notice loaded' },
  'notice-closed': { vi: 'Thông báo kết thúc', en: 'Notice closed' },
  'version-in-force': { vi: 'Bản sửa đổi có hiệu lực', en: 'Amended version in force' },
  'field-amended': { vi: 'Sửa đổi thông báo', en: 'Field amended' },
  'person-erased': { vi: 'Xóa dữ liệu cá nhân', en: 'Personal data erased' },
  'post-handed-over': { vi: 'Bàn giao vị trí', en: 'Post handed over' },
  'links-made-void': { vi: 'Các đường dẫn đã gửi hết hiệu lực', en: 'Links sent so far made void' },
  'supervision-recorded': {
    vi: 'Ghi người phụ trách theo danh sách đã ký',
    en: 'Supervision recorded',
  },
  'supervision-changed': { vi: 'Đổi người phụ trách', en: 'Supervision changed' },
  'process-started': { vi: 'Bắt đầu tiến trình', en: 'Process started' },
  'process-done': { vi: 'Tiến trình đã xong', en: 'Process done' },
  'process-added': { vi: 'Thêm tiến trình theo sửa đổi', en: 'Process added' },
  'process-taken-out': { vi: 'Bỏ tiến trình theo sửa đổi', en: 'Process taken out' },
  'period-opened': { vi: 'Mở kỳ', en: 'Period opened' },
  'period-recorded-before-start': {
    vi: 'Ghi nhận kỳ đã qua trước khi bắt đầu',
    en: 'Period recorded as before the start',
  },
  'period-paused': { vi: 'Tạm dừng', en: 'Paused' },
  'period-resumed': { vi: 'Tiếp tục', en: 'Resumed' },
  'period-recorded-as-paused': {
    vi: 'Kỳ nằm trọn trong thời gian tạm dừng',
    en: 'Period lay wholly inside the pause',
  },
  'period-amended': { vi: 'Đổi thời hạn theo sửa đổi', en: 'Period amended' },
  'period-taken-out': { vi: 'Kỳ được đưa ra khỏi kế hoạch', en: 'Period taken out' },
  'period-closed': { vi: 'Kết thúc kỳ', en: 'Period closed' },
  'fell-due': { vi: 'Hết hạn', en: 'Fell due' },
  'outage-made-good': {
    vi: 'Khắc phục thời gian hệ thống gián đoạn',
    en: 'An outage made good',
  },
  'certificate-asked': { vi: 'Hỏi Văn phòng xác nhận thêm', en: 'A further certificate asked for' },
  'certificate-moved': { vi: 'Dời hạn xác nhận của Văn phòng', en: 'Certificate moved' },
  'certificate-not-needed': {
    vi: 'Không cần Văn phòng xác nhận: đã nhận đủ',
    en: 'No certificate needed: everybody is in',
  },
  'obligation-extended': { vi: 'Gia hạn', en: 'Extended' },
  'obligation-moved-by-pause': { vi: 'Dời hạn do tạm dừng', en: 'Moved by the pause' },
  'obligation-moved-by-amendment': { vi: 'Dời hạn theo sửa đổi', en: 'Moved by an amendment' },
  'obligation-added-by-amendment': {
    vi: 'Thêm việc phải nộp theo sửa đổi',
    en: 'Added by an amendment',
  },
  'obligation-passed-on': {
    vi: 'Nhận việc chuyển từ nơi khác',
    en: 'Taken over from another party',
  },
  'obligation-covered-by-own': {
    vi: 'Việc chuyển đến gộp vào việc đang có',
    en: 'What was passed on joins what is owed already',
  },
  'ladder-changed-by-amendment': { vi: 'Đổi các bậc đôn đốc', en: 'Ladder changed' },
  'submission-taken': { vi: 'Nhận báo cáo', en: 'Handed in' },
  'submission-accepted': { vi: 'Chấp nhận', en: 'Accepted' },
  'submission-accepted-by-time': {
    vi: 'Quá thời gian xem xét, coi như chấp nhận',
    en: 'Accepted, since nobody reviewed it in time',
  },
  'supplement-asked': { vi: 'Đề nghị bổ sung', en: 'Supplement asked for' },
  'comment-recorded': { vi: 'Ghi ý kiến góp ý', en: 'Comment recorded' },
  'comment-absorbed': { vi: 'Tiếp thu ý kiến', en: 'Comment absorbed' },
  'comment-not-absorbed': {
    vi: 'Không tiếp thu ý kiến, có nêu lý do',
    en: 'Comment not absorbed, with the reason',
  },
  'rung-taken': { vi: 'Báo cấp trên', en: 'Rung taken' },
  'rung-held': { vi: 'Giữ lại việc báo cấp trên', en: 'Rung held' },
  'rung-stopped': { vi: 'Dừng báo cấp trên', en: 'Rung stopped' },
  'release-requested': { vi: 'Xin ý kiến duyệt', en: 'Release asked for' },
  'escalation-released': {
    vi: 'Duyệt gửi thư báo cấp trên',
    en: 'Letter to the superior released',
  },
  'no-report-recorded': { vi: 'Ghi nhận chưa có báo cáo', en: 'No report recorded' },
  'finding-withheld': { vi: 'Chưa ghi nhận vì còn nghi vấn', en: 'Finding withheld' },
  'finding-released': { vi: 'Duyệt lời ghi nhận của Thông báo', en: 'The notice’s words released' },
  'finding-reversed': { vi: 'Rút lại ghi nhận', en: 'Finding reversed' },
  'letter-written': deliveryStates.queued,
  'letter-sent': deliveryStates.sent,
  'letter-uncertain': deliveryStates.uncertain,
  'letter-put-off': { vi: 'máy chủ thư hẹn gửi lại', en: 'put off by the mail server' },
  'letter-refused': { vi: 'bị từ chối', en: 'refused' },
  'letter-bounced': deliveryStates.bounced,
  'letter-stopped': deliveryStates.stopped,
  'peak-added': { vi: 'Thêm đợt ra quân', en: 'Peak added' },
  'peak-counted': { vi: 'Đợt được tính', en: 'Peak counted' },
  'peak-missed': { vi: 'Đợt chưa đạt', en: 'Peak not counted' },
  'peak-recounted': { vi: 'Tính lại đợt', en: 'Peak counted anew' },
  'digest-drafted': {
    vi: 'Lập dự thảo báo cáo tổng hợp từ sổ theo dõi',
    en: 'Digest drafted from the register',
  },
  'handling-proposed': { vi: 'Đề xuất xử lý', en: 'Handling proposed' },
  'proposal-withdrawn': { vi: 'Rút đề xuất xử lý', en: 'Proposal withdrawn' },
  'target-candidate-recorded': {
    vi: 'Ghi đơn vị vào chỉ tiêu',
    en: 'Candidate of a target recorded',
  },
  'attainment-recorded': { vi: 'Ghi mức đạt chuẩn', en: 'Attainment recorded' },
  'inspection-recorded': { vi: 'Ghi kết quả kiểm tra', en: 'Inspection recorded' },
};

/** What closed an obligation without a report of its own. */
export const closings: Record<ClosedAs, Record<Language, string>> = {
  excused: { vi: 'Miễn nộp', en: 'Excused' },
  cancelled: { vi: 'Hủy việc phải nộp', en: 'Cancelled' },
  merged: { vi: 'Gộp vào kỳ khác', en: 'Merged' },
  covered: { vi: 'Đã có trong lần nộp khác', en: 'Covered by another submission' },
  reassigned: { vi: 'Giao lại cho nơi khác', en: 'Reassigned' },
  'no-proposal': { vi: 'Không đề xuất', en: 'No proposal' },
  'before-start': { vi: 'Trước khi bắt đầu', en: 'Before the start' },
  paused: { vi: 'Ghi nhận tạm dừng', en: 'Recorded as paused' },
};

/** How many stood how when something fell due or ended, by the words of its row. */
export const standings: Record<Language, Record<string, string>> = {
  vi: { 'on-time': 'đúng hạn', late: 'quá hạn', open: 'chưa nhận được', missing: 'chưa nhận được' },
  en: { 'on-time': 'in time', late: 'late', open: 'not received', missing: 'not received' },
};
