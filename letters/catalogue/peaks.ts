import type { Phrases } from './phrases.ts';

interface Year {
  year: number;
  quota: number;
  carriedIn: number;
  counted: number;
  ahead: number;
  lacking: number;
}

/** A campaign's peaks as letters and the digest count them. */
export const peaks = {
  missedSubject: {
    vi: (from: string, until: string, directive: string) =>
      `[Đợt cao điểm chưa đạt] Từ ${from} đến ${until} – ${directive}`,
    en: (from: string, until: string, directive: string) =>
      `[Peak not counted] ${from} to ${until} – ${directive}`,
  },
  missed: {
    vi: (from: string, until: string, returned: number, owed: number, needed: number) =>
      `Đợt cao điểm từ ${from} đến ${until} chưa được tính là đã tổ chức: đã nhận ${returned} trên ${owed} báo cáo kết quả, cần ít nhất ${needed}.`,
    en: (from: string, until: string, returned: number, owed: number, needed: number) =>
      `The peak from ${from} to ${until} does not count as held: ${returned} of ${owed} returns came in, and at least ${needed} are needed.`,
  },
  pausedPeak: {
    vi: (from: string, until: string, returned: number, owed: number) =>
      `Đợt cao điểm từ ${from} đến ${until} chưa được tính là đã tổ chức: đợt này rơi trọn vào thời gian tạm dừng, đã nhận ${returned} trên ${owed} báo cáo kết quả. Không nơi nào bị tính là chậm.`,
    en: (from: string, until: string, returned: number, owed: number) =>
      `The peak from ${from} to ${until} does not count as held: it fell wholly into a pause, and ${returned} of ${owed} returns came in. Nobody is late because of it.`,
  },
  inPause: {
    vi: (from: string, until: string, reason: string) =>
      `Tạm dừng từ ${from} đến ${until}; lý do: ${reason}`,
    en: (from: string, until: string, reason: string) =>
      `Paused from ${from} to ${until}; reason: ${reason}`,
  },
  nobodyOwed: {
    vi: (from: string, until: string) =>
      `Đợt cao điểm từ ${from} đến ${until} chưa được tính là đã tổ chức: không còn nơi nào phải gửi báo cáo kết quả.`,
    en: (from: string, until: string) =>
      `The peak from ${from} to ${until} does not count as held: nobody owes a return of it any more.`,
  },
  /** how the year stands; said in the digest too */
  year: {
    vi: ({ year, quota, carriedIn, counted, ahead, lacking }: Year) =>
      `Năm ${year}: phải tổ chức ${quota + carriedIn} đợt${carriedIn > 0 ? ` (trong đó ${carriedIn} đợt từ năm trước chuyển sang)` : ''}; đã được tính ${counted} đợt, đang hoặc sẽ tổ chức ${ahead} đợt, còn thiếu ${lacking} đợt.`,
    en: ({ year, quota, carriedIn, counted, ahead, lacking }: Year) =>
      `${year}: ${quota + carriedIn} peaks to be held${carriedIn > 0 ? ` (${carriedIn} of them carried over)` : ''}; ${counted} counted, ${ahead} under way or planned, ${lacking} lacking.`,
  },
  carried: {
    vi: (year: number, carried: number) =>
      `Hết năm ${year} còn thiếu ${carried} đợt, chuyển sang năm sau.`,
    en: (year: number, carried: number) =>
      `${year} ended with ${carried} lacking, carried into the next year.`,
  },
  planOne: {
    vi: (you: string, office: string) =>
      `Đề nghị ${you} xếp ngày tổ chức một đợt bù (ngày gửi thư phát động, từ ngày, đến ngày, hạn báo cáo kết quả) và ghi tại đường dẫn dưới đây, mục “Thêm một đợt cao điểm”, hoặc báo ${office} ghi. Đợt bù được tính cho năm mà đợt đó bắt đầu.`,
    en: (_you: string, office: string) =>
      `Please set the days of a peak to make up for it (day of the call, first and last day, day by which returns are due) and enter them behind the link below, under “Add a peak”, or tell ${office}. It counts for the year in which it begins.`,
  },
  nothingLacks: {
    vi: 'Theo sổ theo dõi, số đợt của năm vẫn đủ; chưa cần xếp đợt bù.',
    en: 'By the register the year’s number is still met; no peak needs to be made up.',
  },
  lateReturns: {
    vi: 'Báo cáo kết quả gửi muộn vẫn được nhận; trước khi hết năm mà đủ số thì đợt này được tính lại.',
    en: 'Late returns are still taken; if enough come before the year is over, this peak is counted after all.',
  },
  instead: {
    vi: (party: string) =>
      `Thư này gửi đồng chí thay cho ${party} (vị trí đang khuyết hoặc chưa có địa chỉ thư).`,
    en: (party: string) =>
      `This letter comes to you instead of ${party}, since the post is vacant or has no address.`,
  },
  days: { vi: 'Đợt cao điểm', en: 'Peak' },
  daysAre: {
    vi: (from: string, until: string) => `từ ${from} đến ${until}`,
    en: (from: string, until: string) => `${from} to ${until}`,
  },
  returns: { vi: 'Báo cáo kết quả', en: 'Returns' },
  returnsAre: {
    vi: (returned: number, owed: number) => `${returned} trên ${owed}`,
    en: (returned: number, owed: number) => `${returned} of ${owed}`,
  },
} satisfies Phrases;
