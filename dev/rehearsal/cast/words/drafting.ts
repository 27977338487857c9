import { type Language, oneOf, type Sentences } from './oneOf.ts';

const say =
  (sentences: Sentences) =>
  (language: Language, seed: number, ...about: (string | number)[]): string =>
    oneOf(sentences, language, seed, ...about);

/** What a consulted body says of a draft. */
export const opinion = say({
  vi: [
    'Đề nghị nâng mức hỗ trợ xi măng làm đường thôn, ưu tiên xã đăng ký về đích.',
    'Bổ sung quy định về hồ sơ thanh toán để các xã dễ thực hiện.',
    'Cơ bản nhất trí; đề nghị làm rõ nguồn kinh phí đối ứng của xã.',
    'Điều 3 chưa nêu thời điểm áp dụng, đề nghị ghi rõ.',
    'Đề nghị bổ sung số liệu chuyển biến của tiêu chí môi trường trong năm.',
  ],
  en: [
    'Please raise the share for village roads.',
    'Please add which papers are needed for payment.',
    'Agreed in principle; please say where the units’ own share comes from.',
  ],
});

/** Why a comment was not absorbed, or how it was. */
export const commentAnswer = say({
  vi: [
    'Đã bổ sung vào dự thảo.',
    'Vượt khả năng cân đối ngân sách năm 2021, xin giữ như dự thảo.',
    'Nội dung này đã có trong văn bản của tỉnh, không nhắc lại.',
    'Đã chỉnh lại câu chữ theo góp ý.',
  ],
  en: [
    'Taken into the draft.',
    'More than the budget allows; the draft stays as it is.',
    'The words were changed accordingly.',
  ],
});

/** Who spoke at a meeting. */
export const speaker = say({
  vi: [
    'Đại biểu xã Dân Lý tại hội nghị',
    'Đồng chí Trưởng ban Dân vận tại hội nghị',
    'Đại biểu xã Hợp Thắng tại hội nghị',
    'Đồng chí Trưởng phòng NN-PTNT tại hội nghị',
  ],
  en: ['A unit’s delegate at the meeting', 'A member at the meeting'],
});

/** A place that is to attain a target and is no unit of the notice. */
export const place = (language: Language, number: number): string =>
  language === 'vi' ? `Thôn ${number}` : `Village ${number}`;
