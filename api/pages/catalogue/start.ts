import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** Pages for admins. */
export const start = {
  title: { vi: 'dondoc – sổ theo dõi', en: 'dondoc – the register' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  token: { vi: 'Mã truy cập (token)', en: 'Token' },
  tokenHint: {
    vi: 'Mã do quản trị cấp; chỉ hiện một lần khi cấp.',
    en: 'Made by an admin; it was shown once, when it was made.',
  },
  wrong: { vi: 'Mã không dùng được.', en: 'This token opens nothing.' },
  signOut: { vi: 'Thoát', en: 'Sign out' },
  notices: { vi: 'Thông báo đang theo dõi', en: 'Notices' },
  none: { vi: 'Chưa nạp thông báo nào.', en: 'No notice has been loaded.' },
  elsewhere: { vi: 'Liên kết', en: 'Elsewhere' },
  api: { vi: 'Mô tả API', en: "The API's description" },
  temporal: { vi: 'Giao diện Temporal', en: "Temporal's own pages" },
  inbox: { vi: 'Hộp thư cục bộ', en: 'The local inbox' },
  asOf: { vi: (at: string) => `Tính đến ${at}`, en: (at: string) => `As of ${at}` },
  rehearsal: { vi: 'chạy thử', en: 'rehearsal' },
  states: {
    vi: (state: string) =>
      ({ loaded: 'đã nạp, chưa bắt đầu', running: 'đang theo dõi', closed: 'đã kết thúc' })[
        state
      ] ?? state,
    en: (state: string) =>
      ({ loaded: 'loaded, not started', running: 'running', closed: 'closed' })[state] ?? state,
  },
  processes: { vi: 'Tiến trình', en: 'Processes' },
  directive: { vi: 'Kết luận', en: 'Directive' },
  process: { vi: 'Tiến trình', en: 'Process' },
  state: { vi: 'Tình trạng', en: 'State' },
  processStates: {
    vi: (state: string) =>
      ({
        waiting: 'chưa bắt đầu',
        running: 'đang thực hiện',
        paused: 'tạm dừng',
        done: 'đã xong',
        cancelled: 'đã hủy',
      })[state] ?? state,
    en: (state: string) => state,
  },
  periods: { vi: 'Số kỳ', en: 'Periods' },
  done: { vi: 'Đã nộp', en: 'Done' },
  open: { vi: 'Chưa nộp', en: 'Open' },
  current: { vi: 'Các kỳ đang mở', en: 'Open periods' },
  noCurrent: { vi: 'Không có kỳ nào đang mở.', en: 'No period is open.' },
  period: { vi: 'Kỳ', en: 'Period' },
  due: { vi: 'Thời hạn', en: 'Due' },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late' },
  trial: { vi: 'kỳ thử', en: 'trial' },
  letters: { vi: 'Thư', en: 'Letters' },
  letter: { vi: 'Loại thư', en: 'Kind' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  waiting: { vi: 'Chờ gửi', en: 'Waiting' },
  failed: { vi: 'Không gửi được', en: 'Not delivered' },
  findings: { vi: 'Ghi nhận', en: 'Findings' },
  findingStates: {
    vi: (state: string) =>
      ({
        withheld: 'chưa ghi nhận (còn nghi vấn)',
        recorded: 'đã ghi, chưa duyệt',
        released: 'đã duyệt',
        reversed: 'đã rút lại',
      })[state] ?? state,
    en: (state: string) => state,
  },
  // who holds what
  holders: { vi: 'Chức vụ và người giữ', en: 'Posts and their holders' },
  holder: { vi: 'Người giữ, người nhận thư', en: 'Holder, addressees' },
  now: { vi: 'Hiện nay', en: 'As it stands' },
  toNotice: { vi: 'Về trang thông báo', en: 'Back to the notice' },
  vacant: { vi: 'đang khuyết', en: 'vacant' },
  noAddress: { vi: 'chưa có địa chỉ thư', en: 'no address' },
  changesAt: {
    vi: (at: string) => `Thay đổi từ ${at}`,
    en: (at: string) => `Changes at ${at}`,
  },
  count: { vi: 'Số lượng', en: 'Count' },
} satisfies Phrases;
