import type { Phrases } from './phrases.ts';

/** What somebody who takes over a post is told: all that is open there. */
export const handOver = {
  subject: {
    vi: (post: string, open: number) => `[Nhận bàn giao] ${post}: ${open} việc đang mở`,
    en: (post: string, open: number) => `[Hand-over] ${post}: ${open} open`,
  },
  opening: {
    vi: (you: string, post: string, since: string) =>
      `Từ ${since}, ${you} nhận nhiệm vụ ${post}. Các việc dưới đây đang mở và đi theo vị trí này; đề nghị ${you} tiếp tục thực hiện theo thời hạn đã nêu.`,
    en: (_you: string, post: string, since: string) =>
      `Since ${since} you hold the post ${post}. What is listed below is open and stays with the post; please carry it on by the dates given.`,
  },
  instead: {
    vi: (post: string) =>
      `Thư này gửi đồng chí thay cho người nhận bàn giao ${post} (chưa có địa chỉ thư). Đề nghị đồng chí chuyển lại.`,
    en: (post: string) =>
      `This letter comes to you instead of whoever takes over ${post}, who has no address. Please hand it on.`,
  },
  item: {
    vi: (what: string, period: string, directive: string) => `${what} ${period} – ${directive}`,
    en: (what: string, period: string, directive: string) => `${what}, ${period} – ${directive}`,
  },
  overdue: {
    vi: (due: string) => `${due}; đã quá hạn, vẫn được nhận`,
    en: (due: string) => `${due}; overdue, still taken`,
  },
  follows: {
    vi: 'Thư nhắc tiếp theo gửi đến đồng chí. Việc nộp chậm trước ngày nhận bàn giao không tính cho người nhận: số kỳ chưa có báo cáo tính lại từ đầu.',
    en: 'Further reminders come to you. Lateness from before the hand-over is not counted against whoever takes over: misses are counted anew.',
  },
} satisfies Phrases;
