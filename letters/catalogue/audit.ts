import type { AuditCode } from '../../contracts/audit.ts';
import type { Phrases } from './phrases.ts';

/** The auditor's mail to admins: what each code means and where to look. */
export const audit = {
  subject: {
    vi: (n: number) => `[dondoc] Cần kiểm tra hệ thống: ${n} vấn đề`,
    en: (n: number) => `[dondoc] The engine needs a look: ${n} findings`,
  },
  lead: {
    vi: 'Hệ thống tự kiểm tra và thấy những điều dưới đây. Thư chỉ có mã, không có tên người.',
    en: 'The engine has looked at itself and found what follows. This mail holds ids and codes, no names.',
  },
  whole: { vi: 'toàn hệ thống', en: 'the engine as a whole' },
  more: { vi: (n: number) => `… và ${n} mục nữa`, en: (n: number) => `… and ${n} more` },
  follows: {
    vi: (url: string) =>
      `Chi tiết: GET ${url}/api/v1/audit, hoặc lệnh dondoc audit trên máy chủ. Chừng nào còn tồn tại, vấn đề được nhắc lại mỗi ngày một lần.`,
    en: (url: string) =>
      `The whole list: GET ${url}/api/v1/audit, or dondoc audit on the server. While it lasts you are told once a day.`,
  },
} satisfies Phrases;

/** What each code means, in a sentence. */
export const auditCodes: Record<AuditCode, { vi: string; en: string }> = {
  'silent-without-finding': {
    vi: 'Đã qua mốc chốt mà chưa có báo cáo và chưa có ghi nhận nào',
    en: 'Silent past the lock, and nothing was recorded',
  },
  'silent-without-rung': {
    vi: 'Bậc đôn đốc đã thực hiện nhưng sót đơn vị còn chưa có báo cáo',
    en: 'A rung was taken and left out somebody who is still silent',
  },
  'finding-against-report': {
    vi: 'Ghi nhận “chưa có báo cáo” vẫn còn hiệu lực dù báo cáo đã đến đúng hạn',
    en: 'A finding stands although the report was in hand in time',
  },
  'lock-not-taken': {
    vi: 'Đã đến mốc chốt, không có gì cản, nhưng chưa chốt',
    en: 'A lock is due, nothing keeps it back, and it was not taken',
  },
  'step-not-taken': {
    vi: 'Bước đã đến giờ từ lâu, không có gì cản, nhưng chưa thực hiện',
    en: 'A step was due long ago, nothing keeps it back, and it was not taken',
  },
  'letter-unsent': {
    vi: 'Thư đã quá giờ gửi hơn 15 phút làm việc mà chưa đi: kiểm tra máy chủ thư',
    en: 'Letters are unsent 15 minutes of office time after their hour: look at the mail server',
  },
  'wake-up-untold': {
    vi: 'Tiến trình chưa được đánh thức sau nhiều phút: kiểm tra Temporal và worker',
    en: 'Wake-ups wait for minutes: look at Temporal and the worker',
  },
  'counter-differs': {
    vi: 'Số đếm của kỳ khác với số đếm lại',
    en: "A period's counter differs from a recount",
  },
  'log-broken': {
    vi: 'Chuỗi nhật ký bị đứt từ dòng này: giữ nguyên cơ sở dữ liệu, đối chiếu bản sao lưu',
    en: 'The chain of the log breaks at this row: keep the database as it is and compare it with a backup',
  },
  'holiday-table-missing': {
    vi: 'Chưa có bảng ngày nghỉ lễ của năm này: cần bổ sung vào thông báo',
    en: 'No table of days off for this year: the notice needs it',
  },
  'recipient-unreachable': {
    vi: 'Chức danh trong các bậc đôn đốc không có người giữ hoặc không có địa chỉ thư: thư chuyển sang nơi dự phòng',
    en: 'A position in a ladder has no holder or no address: letters go to the fallback',
  },
  'office-has-nobody': {
    vi: 'Văn phòng của thông báo không có ai nhận thư',
    en: "Nobody receives the letters of the notice's office",
  },
  'workflow-missing': {
    vi: 'Tiến trình phải chạy mà không chạy: chạy lệnh dondoc restore-processes',
    en: 'A workflow should run and does not: run dondoc restore-processes',
  },
  'workflow-left-over': {
    vi: 'Tiến trình còn chạy cho việc đã đóng',
    en: 'A workflow still runs for something that is closed',
  },
  'workflow-stands-still': {
    vi: 'Tiến trình trông như đang chạy nhưng lỗi liên tục hoặc không có worker: xem nhật ký worker',
    en: "A workflow looks as if it ran, but its task fails again and again or no worker takes it: see the worker's log",
  },
  'activity-keeps-failing': {
    vi: 'Một bước bị lỗi lặp lại nhiều lần (kèm loại lỗi cuối): xem nhật ký worker',
    en: "A step fails again and again (with the kind of its last failure): see the worker's log",
  },
  'temporal-unreachable': {
    vi: 'Không liên lạc được với Temporal: thời hạn và thư nhắc đang dừng',
    en: 'Temporal cannot be reached: deadlines and reminders stand still',
  },
};
