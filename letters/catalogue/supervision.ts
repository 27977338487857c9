import { capitalise } from '../format/list.ts';
import type { Phrases } from './phrases.ts';

/** The signed split, told to each deputy that it names. */
export const supervision = {
  subject: {
    vi: (howMany: number, directive: string) =>
      `[Phân công] Phụ trách ${howMany} xã, thị trấn – ${directive}`,
    en: (howMany: number, directive: string) => `[In charge] ${howMany} units – ${directive}`,
  },
  intro: {
    vi: (you: string) =>
      `Danh sách phân công phụ trách đã được ký và đã vào sổ theo dõi. Theo danh sách, ${you} phụ trách các xã, thị trấn dưới đây.`,
    en: (_you: string) =>
      'The list of who is in charge of which units has been signed and recorded. By it you are in charge of the units below.',
  },
  instead: {
    vi: (party: string) =>
      `Thư này gửi Văn phòng thay cho ${party} (vị trí đang khuyết hoặc chưa có địa chỉ thư). Đề nghị chuyển đến người phụ trách.`,
    en: (party: string) =>
      `This letter comes to the office instead of ${party}, since the post is vacant or has no address. Please pass it on.`,
  },
  signed: { vi: 'Danh sách ký', en: 'List signed' },
  signedOn: {
    vi: (day: string, number: string | null) =>
      number === null ? `ngày ${day}` : `số ${number}, ngày ${day}`,
    en: (day: string, number: string | null) =>
      number === null ? `on ${day}` : `No. ${number}, on ${day}`,
  },
  units: {
    vi: (howMany: number) => `Các đơn vị phụ trách (${howMany}):`,
    en: (howMany: number) => `Units in charge (${howMany}):`,
  },
  whatFollows: {
    vi: (you: string) =>
      `Từ nay, khi một đơn vị trong danh sách quá mốc chốt mà chưa có báo cáo, sổ theo dõi báo đến ${you} trước, trong một thư chung mỗi ngày. ${capitalise(you)} có thể gia hạn, cho miễn hoặc giữ lại bậc báo cáo tiếp theo, có ghi lý do, tại trang xử lý công việc.`,
    en: () =>
      'From now on, when a unit on the list is past its closing time with nothing handed in, you are told first, in one letter a day. With a reason given, you can extend, excuse, or hold the next rung on your desk.',
  },
  nothingToDo: {
    vi: 'Lúc này không phải làm gì. Nếu danh sách có sai sót, đề nghị báo Văn phòng để ghi lại theo danh sách đúng.',
    en: 'There is nothing to do now. If the list is wrong, please tell the office, which records the right one.',
  },
} satisfies Phrases;
