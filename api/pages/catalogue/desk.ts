import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** A person's desk: what is waiting for this person now. */
export const desk = {
  title: { vi: 'Trang xử lý công việc', en: 'Your desk' },
  asOf: { vi: (at: string) => `Tính đến ${at}`, en: (at: string) => `As of ${at}` },
  empty: {
    vi: 'Hiện không có việc nào chờ xử lý.',
    en: 'Nothing is waiting for you now.',
  },
  done: { vi: 'Đã ghi.', en: 'Done.' },
  own: { vi: 'Việc phải nộp', en: 'What you owe' },
  open: { vi: 'Mở', en: 'Open' },
  reviews: { vi: 'Báo cáo chờ xem xét', en: 'Submissions to review' },
  reviewHint: {
    vi: 'Quá thời hạn xem xét mà không có ý kiến thì coi như đã chấp nhận.',
    en: 'What is not reviewed in time counts as accepted.',
  },
  receivedBy: {
    vi: (no: string, at: string, by: string) => `Số biên nhận ${no}, nhận ${at} qua ${by}`,
    en: (no: string, at: string, by: string) => `Receipt ${no}, received ${at} by ${by}`,
  },
  reviewBy: {
    vi: (day: string) => `xem xét trước ${day}`,
    en: (day: string) => `review by ${day}`,
  },
  accept: { vi: 'Chấp nhận', en: 'Accept' },
  askSupplement: { vi: 'Đề nghị bổ sung', en: 'Ask for a supplement' },
  missing: { vi: 'Còn thiếu (mỗi dòng một mục)', en: 'What is missing (one a line)' },
  commentNeeded: { vi: 'Nội dung đề nghị', en: 'What is asked' },
  newDue: { vi: 'Thời hạn', en: 'Due' },
  release: { vi: 'Ghi nhận chờ duyệt', en: 'Findings to release' },
  releaseHint: {
    vi: 'Duyệt thì lời của Thông báo gửi đến đồng chí được nêu; giữ lại thì chỉ ghi “chưa có báo cáo”.',
    en: 'Released, the notice’s words go to the person; held, the record says “no report” and no more.',
  },
  releaseNow: { vi: 'Duyệt', en: 'Release' },
  keepBack: { vi: 'Giữ lại', en: 'Hold' },
  escalations: { vi: 'Thư lên cấp trên chờ duyệt', en: 'Letters to superiors to release' },
  escalationsHint: {
    vi: 'Trong những kỳ đầu, thư báo cấp trên chỉ gửi khi Văn phòng duyệt; duyệt rồi thì gửi vào lần gửi thư hằng ngày kế tiếp.',
    en: 'In the first periods these letters wait for the office; released, they go out with the next daily round.',
  },
  goesTo: { vi: 'Báo đến', en: 'Goes to' },
  digests: { vi: 'Báo cáo tổng hợp chờ duyệt', en: 'Digests to release' },
  digestHint: {
    vi: 'Mỗi đoạn cách nhau một dòng trống; “# ” là đề mục, “- ” là gạch đầu dòng, “| … |” là bảng. Số liệu trong dự thảo lấy từ sổ theo dõi.',
    en: 'A blank line ends a paragraph; “# ” makes a heading, “- ” a list, “| … |” a table. The figures are the register’s.',
  },
  words: { vi: 'Nội dung', en: 'Words' },
  editWords: { vi: 'Sửa nội dung', en: 'Edit the words' },
  saveWords: { vi: 'Lưu bản sửa', en: 'Save' },
  releaseDigest: { vi: 'Duyệt và gửi', en: 'Release and send' },
  keyIn: { vi: 'Nhập báo cáo nhận ngoài hệ thống', en: 'Key in what came another way' },
  keyInHint: {
    vi: 'Tính theo thời điểm nhận thực tế. Nhận trước thời hạn thì đúng hạn, và ghi nhận đã lập (nếu có) được rút lại.',
    en: 'What counts is when it arrived. In hand before the due time it was in time, and a finding already made is withdrawn.',
  },
  whose: { vi: 'Của ai, kỳ nào', en: 'Whose, which period' },
  how: { vi: 'Nhận qua', en: 'It came by' },
  receivedOn: { vi: 'Ngày nhận', en: 'Day of receipt' },
  receivedTime: { vi: 'Giờ nhận', en: 'Time of receipt' },
  isNothing: {
    vi: 'Báo là không có nội dung báo cáo',
    en: 'It says that there is nothing to report',
  },
  gist: { vi: 'Nội dung, trích yếu', en: 'Text or summary' },
  scan: { vi: 'Bản chụp', en: 'Scan' },
  enter: { vi: 'Nhập', en: 'Key in' },
  excuse: { vi: 'Miễn nộp', en: 'Excuse' },
  excuseBefore: { vi: 'Miễn nộp trước thời hạn', en: 'Excuse before the due time' },
  excuseHint: {
    vi: 'Nghỉ phép, ốm, đi công tác: Văn phòng ghi trước thời hạn. Sau thời hạn do cấp có thẩm quyền quyết định.',
    en: 'Leave, sickness or mission, entered by the office before the due time. After it, the superior decides.',
  },
  ground: { vi: 'Lý do miễn', en: 'Ground' },
  grounds: {
    vi: (ground: string) =>
      ({ leave: 'nghỉ phép', sickness: 'ốm', mission: 'đi công tác', other: 'lý do khác' })[
        ground
      ] ?? ground,
    en: (ground: string) =>
      ({ leave: 'leave', sickness: 'sickness', mission: 'mission', other: 'another ground' })[
        ground
      ] ?? ground,
  },
  silent: { vi: 'Quá hạn, chưa nhận được', en: 'Overdue, not received' },
  silentHint: {
    vi: 'Theo sổ theo dõi; kèm các thư đã gửi. Không có quyết định thì các bậc đôn đốc tiếp tục theo lịch.',
    en: 'From the register, with the letters sent. Without a decision the ladder goes on as planned.',
  },
  vacant: {
    vi: 'Vị trí đang khuyết, thư gửi Văn phòng',
    en: 'The post is vacant, its letters go to the office',
  },
  hold: { vi: 'Tạm giữ, chưa báo lên cấp trên tiếp theo', en: 'Hold the next rung' },
  holdHint: {
    vi: 'Cấp trên tiếp theo chưa được báo trong số ngày này. Chỉ giữ được một lần.',
    en: 'Whoever is next above is not told for so many days. It can be held once.',
  },
  workingDays: {
    vi: (most: number) => `Số ngày làm việc (nhiều nhất ${most})`,
    en: (most: number) => `Working days (${most} at most)`,
  },
  extend: { vi: 'Gia hạn', en: 'Extend' },
  extendHint: {
    vi: 'Thời hạn cũ vẫn lưu bên cạnh thời hạn mới; gia hạn không xóa việc chậm đã ghi nhận.',
    en: 'The original date is kept beside the new one, and lateness already found is not erased.',
  },
  standing: { vi: 'Ghi nhận đang có hiệu lực', en: 'Findings that stand' },
  standingHint: {
    vi: 'Rút lại thì ghi nhận không còn tính; việc rút lại, lý do và người quyết định vẫn lưu trong sổ.',
    en: 'Reversed, a finding counts no longer; that it was made and reversed, by whom and why, stays on record.',
  },
  answeredAt: { vi: 'Ý kiến giải trình, lúc', en: 'Answered' },
  reverse: { vi: 'Rút lại ghi nhận', en: 'Reverse' },
  notDelivered: {
    vi: 'Thư không đến được hoặc chưa rõ.',
    en: 'A letter did not arrive, or it is not known.',
  },
  tooMany: {
    vi: (n: number) => `Chỉ hiện ${n} mục đầu; xem đủ qua API.`,
    en: (n: number) => `Only the first ${n} are shown; the API has them all.`,
  },
  toTheForm: { vi: 'Đến chỗ cần sửa', en: 'Go to the form' },
  badForm: { vi: 'Nội dung nhập chưa đủ hoặc chưa đúng.', en: 'Something is missing or wrong.' },
  badField: {
    vi: (field: string) => `Chưa có hoặc chưa đúng: ${field}.`,
    en: (field: string) => `Missing or wrong: ${field}.`,
  },
} satisfies Phrases;
