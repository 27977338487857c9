import type { Phrases } from '../../letters/catalogue/phrases.ts';

/** What the console says, Vietnamese and English side by side. */
export const phrases = {
  trial: {
    vi: 'Diễn tập trên máy này: không thư nào đi ra ngoài',
    en: 'A rehearsal on this machine: no letter leaves it',
  },
  inbox: { vi: 'Hộp thư', en: 'Inbox' },
  rehearsal: { vi: 'Diễn tập', en: 'Rehearsal' },
  pages: { vi: 'Trang chủ và API', en: 'Pages and API' },
  documents: { vi: 'Tài liệu API', en: 'API documents' },
  temporal: { vi: 'Temporal', en: 'Temporal' },

  inboxHint: {
    vi: 'Mọi thư hệ thống đã gửi, mới nhất trước. Mở thư rồi bấm đường dẫn trong thư để làm thay người nhận.',
    en: 'Every letter that was sent, the newest first. Open one and follow its link to act as its receiver.',
  },
  receiver: { vi: 'Người nhận', en: 'To' },
  everybody: { vi: 'Tất cả', en: 'Everybody' },
  show: { vi: 'Xem', en: 'Show' },
  time: { vi: 'Thời điểm', en: 'When' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  from: { vi: 'Người gửi', en: 'From' },
  noMail: { vi: 'Chưa có thư nào.', en: 'No mail yet.' },
  noSubject: { vi: '(không có tiêu đề)', en: '(no subject)' },
  older: { vi: 'Cũ hơn', en: 'Older' },
  newest: { vi: 'Mới nhất', en: 'Newest' },
  asHtml: { vi: 'Thư như người nhận thấy', en: 'As its receiver sees it' },
  asText: { vi: 'Bản chữ', en: 'As plain text' },
  allOf: { vi: (who: string) => `Mọi thư gửi ${who}`, en: (who: string) => `All mail to ${who}` },

  clock: { vi: 'Đồng hồ diễn tập', en: 'The clock of the rehearsal' },
  stands: { vi: 'đang dừng', en: 'standing' },
  runs: { vi: 'đang chạy', en: 'running' },
  runsTo: { vi: (at: string) => `Chạy đến ${at}.`, en: (at: string) => `It runs to ${at}.` },
  refreshes: {
    vi: 'Trang tự tải lại trong khi chạy.',
    en: 'This page reloads itself while it runs.',
  },
  next: { vi: 'Mốc kế tiếp', en: 'The next instant' },
  nothingNext: { vi: 'không còn mốc nào', en: 'nothing is planned any more' },
  step: { vi: 'Một bước', en: 'One step' },
  stepHint: {
    vi: 'Đến mốc kế tiếp rồi dừng.',
    en: 'To the next planned instant, and stand.',
  },
  nextDay: { vi: 'Hết ngày này', en: 'To the next day' },
  nextDayHint: {
    vi: 'Chạy đến 0 giờ ngày tiếp theo.',
    en: 'Runs to the midnight that begins the next day.',
  },
  toDate: { vi: 'Chạy đến hết ngày', en: 'Run to the end of' },
  run: { vi: 'Chạy', en: 'Run' },
  pause: { vi: 'Dừng', en: 'Pause' },
  soFar: { vi: 'Đến nay', en: 'So far' },
  letters: { vi: 'Thư đã gửi', en: 'Letters sent' },
  reports: { vi: 'Báo cáo đã nhận', en: 'Submissions taken' },
  findings: { vi: 'Ghi nhận chưa có báo cáo', en: 'Findings' },
  climbs: { vi: 'Việc đã báo cấp trên', en: 'Rungs told to superiors' },
  decisions: { vi: 'Quyết định', en: 'Decisions' },
  failed: { vi: 'Lượt chạy vừa rồi bị lỗi', en: 'The last run failed' },
  refused: { vi: 'Chưa chạy', en: 'Nothing was run' },
  isRunning: {
    vi: 'Đồng hồ đang chạy; bấm Dừng trước.',
    en: 'The clock is running; pause it first.',
  },
  badDate: {
    vi: (from: string, to: string) => `Chọn một ngày từ ${from} đến ${to}.`,
    en: (from: string, to: string) => `Choose a day from ${from} to ${to}.`,
  },
  unknown: { vi: 'Không có trang này', en: 'There is no such page' },
  back: { vi: 'Về hộp thư', en: 'Back to the inbox' },
  otherOrigin: {
    vi: 'Yêu cầu không đến từ trang này.',
    en: 'The request did not come from this page.',
  },
} satisfies Phrases;
