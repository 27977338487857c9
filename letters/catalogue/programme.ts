import type { Phrases } from './phrases.ts';

/** What those are told who coordinate in a programme that somebody else leads. */
export const programme = {
  startsSubject: {
    vi: (process: string, directive: string) => `[Thông tin] Phối hợp: ${process} – ${directive}`,
    en: (process: string, directive: string) =>
      `[For information] Coordination: ${process} – ${directive}`,
  },
  starts: {
    vi: (you: string, lead: string) =>
      `Việc nêu dưới đây do ${lead} chủ trì và chịu trách nhiệm; ${you} được nêu trong các nơi phối hợp.`,
    en: (_you: string, lead: string) =>
      `What is named below is led by ${lead}, who alone answers for it; you are named among those who coordinate.`,
  },
  owesNothing: {
    vi: (you: string) =>
      `Nơi chủ trì gửi báo cáo tiến độ; ${you} không phải gửi báo cáo riêng về việc này. Thư này chỉ gửi một lần để ${you} biết và phối hợp.`,
    en: () =>
      'Whoever leads reports on progress; nothing of your own is owed here. This letter is sent once, so that you know.',
  },
  listedByOffice: {
    vi: (office: string) =>
      `Thông báo không kê tên nơi phối hợp; danh sách trên do ${office} lập để theo dõi, có gì chưa đúng đề nghị báo lại.`,
    en: (office: string) =>
      `The notice does not name those who coordinate: the list is that of ${office}. Please say where it is wrong.`,
  },
  lead: { vi: 'Chủ trì', en: 'Led by' },
  coordinate: { vi: 'Phối hợp', en: 'Coordinating' },
} satisfies Phrases;
