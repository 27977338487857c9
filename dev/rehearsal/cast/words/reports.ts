import { type Language, oneOf, type Sentences, someNumber } from './oneOf.ts';

const OPENING: Sentences = {
  vi: [
    'Trong kỳ đã trực tiếp đi kiểm tra {n} xã, làm việc với Đảng ủy, UBND và các thôn.',
    'Đã chủ trì {n} cuộc họp với xã được phân công, thống nhất tiến độ từng tiêu chí.',
    'Đã cùng Văn phòng NTM rà soát hồ sơ của {n} xã, hướng dẫn bổ sung minh chứng.',
    'Tiếp tục chỉ đạo {n} xã hoàn thiện tiêu chí còn thiếu theo kế hoạch đã ký.',
    'Đã dự sinh hoạt với {n} chi bộ thôn để vận động hiến đất, góp công làm đường.',
  ],
  en: [
    'Visited {n} units in the period and worked with their leaders on site.',
    'Chaired {n} meetings with the units in charge and agreed the pace for each task.',
    'Went through the files of {n} units together with the office and asked for evidence.',
    'Went on directing {n} units in what is still missing, by the signed plan.',
    'Joined {n} local meetings to win people for the work.',
  ],
};

const PROGRESS: Sentences = {
  vi: [
    'Kết quả: thêm {n} km đường thôn được cứng hóa, môi trường khu dân cư chuyển biến rõ.',
    'Tiêu chí môi trường và cơ sở vật chất văn hóa đạt thêm {n} nội dung.',
    'Số hộ chỉnh trang nhà ở, tường rào tăng thêm {n} hộ so với kỳ trước.',
    'Đã giải ngân đúng tiến độ, {n} công trình nghiệm thu xong.',
    'Chưa có tiêu chí hoàn thành thêm, {n} nội dung đang làm hồ sơ.',
  ],
  en: [
    'Result: {n} km more of village road are paved, and the surroundings look better.',
    'The criteria on environment and culture gained {n} more points.',
    '{n} more households put their yards and fences in order than in the last period.',
    'Money was paid out on time; {n} works have been accepted.',
    'No criterion was completed; the papers for {n} items are under way.',
  ],
};

const CLOSING: Sentences = {
  vi: [
    'Khó khăn: nguồn vốn đối ứng của xã còn chậm. Đề nghị cấp trên quan tâm bố trí.',
    'Kỳ tới tập trung vào tiêu chí thu nhập và giao thông nội đồng.',
    'Không có kiến nghị.',
    'Đề nghị Văn phòng NTM sớm có hướng dẫn mẫu hồ sơ để các xã thực hiện thống nhất.',
    'Một số thôn còn trông chờ; sẽ tiếp tục xuống cơ sở vận động.',
  ],
  en: [
    'Trouble: the units’ own share of the money comes slowly. Please consider it above.',
    'The next period is for income and field roads.',
    'Nothing is proposed.',
    'The office is asked for a model file, so that all units work alike.',
    'Some villages wait for others; there will be more visits.',
  ],
};

/** A short report, or the answer to one question of an outline, for what it is about. */
export function reportText(
  language: Language,
  seed: number,
  ...about: (string | number)[]
): string {
  return [OPENING, PROGRESS, CLOSING]
    .map((sentences, place) => {
      const text = oneOf(sentences, language, seed, place, ...about);
      return text.replace('{n}', String(someNumber(2, 9, seed, place, ...about)));
    })
    .join(' ');
}
