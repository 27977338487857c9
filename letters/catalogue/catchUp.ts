import type { Phrases } from './phrases.ts';

/** One letter instead of the backlog, after the engine was down. */
export const catchUp = {
  subject: {
    vi: (howMany: number) => `[Nhắc việc] Thư gộp sau gián đoạn: ${howMany} việc`,
    en: (howMany: number) => `[Reminder] After an outage: ${howMany} open`,
  },
  intro: {
    vi: (from: string, until: string) =>
      `Từ ${from} đến ${until}, hệ thống theo dõi không hoạt động và các thư trong thời gian đó không gửi được. Thư này thay cho tất cả các thư ấy.`,
    en: (from: string, until: string) =>
      `From ${from} to ${until} the follow-up was down and its letters did not go out. This one letter stands for all of them.`,
  },
  notYourFault: {
    vi: 'Không ai bị coi là muộn vì sự gián đoạn này; hạn nào rơi vào thời gian đó thì được lùi. Các việc đang chờ:',
    en: 'Nobody is late because of it; whatever fell due in that time is due later. What is open:',
  },
  matter: { vi: 'Việc', en: 'What' },
  moved: {
    vi: (due: string, old: string) => `${due}, thay cho ngày ${old}`,
    en: (due: string, old: string) => `${due}, instead of ${old}`,
  },
  ifNothing: {
    vi: 'Quá hạn mới mà chưa có báo cáo thì các bậc đôn đốc tiếp tục như thường lệ.',
    en: 'Without a report by the new date the ladder goes on as usual.',
  },
  open: {
    vi: (directive: string, day: string) => `Mở trang nộp: ${directive}, hạn ${day}`,
    en: (directive: string, day: string) => `Open: ${directive}, due ${day}`,
  },
} satisfies Phrases;
