import type { Phrases } from './phrases.ts';

/** A date of the notice itself was moved: a session, or what an amending notice changes. */
export const dateMoved = {
  sessionSubject: {
    vi: (session: string, to: string) => `[Đổi ngày họp] ${session} dời sang ngày ${to}`,
    en: (session: string, to: string) => `[Session moved] ${session}: now on ${to}`,
  },
  subject: {
    vi: (howMany: number) => `[Thay đổi thời hạn] ${howMany} việc có thời hạn mới`,
    en: (howMany: number) => `[Dates changed] ${howMany} due on another day`,
  },
  resumedSubject: {
    vi: (howMany: number) => `[Tiếp tục thực hiện] ${howMany} việc có thời hạn mới sau tạm dừng`,
    en: (howMany: number) => `[Resumed] ${howMany} due on another day after the pause`,
  },
  goneSubject: {
    vi: (howMany: number) => `[Thôi giao việc] ${howMany} việc không còn phải thực hiện`,
    en: (howMany: number) => `[No longer yours] ${howMany} taken off you`,
  },
  session: {
    vi: (session: string, from: string, to: string) =>
      `Ngày họp – ${session} – dời từ ${from} sang ${to}. Thời hạn các bước chuẩn bị thay đổi theo.`,
    en: (session: string, from: string, to: string) =>
      `The session (${session}) moves from ${from} to ${to}, and the steps before it move with it.`,
  },
  resumed: {
    vi: (from: string, until: string) =>
      `Việc thực hiện tạm dừng từ ngày ${from} đến ngày ${until}, nay tiếp tục. Thời hạn được lùi đúng bằng thời gian tạm dừng.`,
    en: (from: string, until: string) =>
      `This stood still from ${from} to ${until} and now goes on. What is due moves by the time that it stood still.`,
  },
  changed: {
    vi: 'Nội dung thực hiện Thông báo được điều chỉnh như sau.',
    en: 'What carries out the notice has been changed as follows.',
  },
  nowDue: { vi: 'Thời hạn mới', en: 'Due on another day' },
  noLonger: {
    vi: 'Không còn phải thực hiện',
    en: 'No longer owed',
  },
  matter: { vi: 'Việc', en: 'What' },
  open: {
    vi: (what: string, day: string) => `Mở trang công việc: ${what}, hạn ${day}`,
    en: (what: string, day: string) => `Open: ${what}, due ${day}`,
  },
  follows: {
    vi: 'Ngày hạn cũ vẫn lưu bên cạnh hạn mới; điều đã ghi nhận trước đó không đổi. Các thư nhắc tiếp theo tính từ hạn mới; quá hạn mới mà chưa nhận được thì các bậc đôn đốc tiếp tục như thường lệ.',
    en: 'The old dates stay beside the new ones, and what was recorded before stays as it is. Reminders follow the new dates; with nothing handed in by then the ladder goes on as usual.',
  },
  goneFollows: {
    vi: 'Đối với việc không còn phải thực hiện: không phải làm gì thêm, không còn thư nhắc.',
    en: 'For what is no longer owed there is nothing more to do, and no more reminders.',
  },
} satisfies Phrases;
