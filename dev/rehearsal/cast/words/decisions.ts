import { type Language, oneOf, type Sentences } from './oneOf.ts';

const say =
  (sentences: Sentences) =>
  (language: Language, seed: number, ...about: (string | number)[]): string =>
    oneOf(sentences, language, seed, ...about);

export const excuseReason = say({
  vi: [
    'Đi công tác dài ngày theo quyết định điều động.',
    'Nghỉ phép năm, đã bàn giao công việc.',
    'Đang điều trị tại Bệnh viện đa khoa huyện.',
    'Đi học lớp cao cấp lý luận chính trị.',
  ],
  en: ['Away on a mission by order.', 'On leave; work was handed over.', 'In hospital.'],
});

export const extendReason = say({
  vi: [
    'Chờ số liệu nghiệm thu của xã, đồng ý cho gửi chậm ba ngày.',
    'Đồng chí bận phục vụ đoàn kiểm tra của tỉnh.',
    'Cần thêm thời gian tổng hợp ý kiến các thôn.',
  ],
  en: ['Figures of the units are awaited.', 'Busy with the inspection of the province.'],
});

export const keyInReason = say({
  vi: [
    'Báo cáo giấy đến trước hạn, văn thư chuyển sau.',
    'Báo cáo đã nằm trong khay công văn đến, vào sổ chậm.',
    'Đồng chí gửi trước hạn, Văn phòng nhập chậm.',
  ],
  en: ['It came on paper in time and was passed on late.', 'It lay in the tray in time.'],
});

export const reverseReason = say({
  vi: [
    'Đã xem ý kiến giải trình, xác nhận có chỉ đạo trong kỳ.',
    'Có xác nhận của xã về việc đồng chí đã trực tiếp chỉ đạo.',
  ],
  en: ['The explanation was read and holds.', 'The unit confirms the work of the period.'],
});

export const holdReason = say({
  vi: [
    'Đồng chí đã gọi điện, hẹn gửi báo cáo trong ngày.',
    'Xã đang có việc đột xuất, chờ thêm một, hai ngày.',
  ],
  en: ['A report has been promised by telephone.', 'Something urgent came up in the unit.'],
});

export const releaseReason = say({
  vi: ['Đã đối chiếu sổ công văn đến.', 'Đã rà soát, đúng với sổ theo dõi.', 'Đã duyệt.'],
  en: ['Checked against the incoming book.', 'Looked through and right.', 'Approved.'],
});

export const recordSplitReason = say({
  vi: [
    'Danh sách đã được đồng chí Trưởng BCĐ ký, Văn phòng đã đối chiếu đủ các xã, thị trấn.',
    'Theo danh sách phân công đã ký và gửi hai đồng chí Phó Trưởng BCĐ.',
  ],
  en: ['The list as the chair signed it.'],
});

export const closeReason = say({
  vi: [
    'Đã đôn đốc nhiều lần; các đơn vị còn lại báo cáo bổ sung sau, ghi là quá hạn.',
    'Khép lại đợt tổng hợp này, đơn vị chưa gửi chịu trách nhiệm giải trình.',
  ],
  en: ['Urged several times; the rest is taken as late.', 'The collection has to end.'],
});

export const holdFindingReason = say({
  vi: ['Chờ xác minh với đồng chí phụ trách.', 'Đồng chí báo đã gửi, đang tìm lại.'],
  en: ['To be asked of the deputy first.', 'It is said to have been sent; being looked for.'],
});

export const supplementComment = say({
  vi: [
    'Đề nghị bổ sung số liệu cụ thể theo từng xã.',
    'Đề nghị nêu rõ nguyên nhân của tiêu chí chưa đạt và thời gian hoàn thành.',
    'Đề nghị bổ sung kết quả xử lý kiến nghị của kỳ trước.',
  ],
  en: [
    'Please add the figures unit by unit.',
    'Please say why it is not done, and when it will be.',
  ],
});

export const findingAnswer = say({
  vi: [
    'Trong kỳ tôi có đi chỉ đạo tại xã, do sơ suất nên chưa gửi báo cáo. Tôi xin nhận trách nhiệm.',
    'Thời gian này tôi tham gia đoàn công tác của tỉnh, đã báo cáo miệng với đồng chí phụ trách.',
    'Báo cáo đã soạn xong nhưng gửi nhầm địa chỉ; tôi gửi lại ngay.',
  ],
  en: [
    'I was on site in the period and forgot to report. The fault is mine.',
    'I was with a delegation and told the deputy so.',
    'The report was written and went to a wrong address.',
  ],
});

export const digestAddition = say({
  vi: [
    'Văn phòng đề nghị đồng chí Trưởng BCĐ nhắc các đồng chí chưa báo cáo tại giao ban tuần tới.',
    'Văn phòng sẽ kiểm tra thực tế tại ba xã trong kỳ tới và báo cáo kết quả.',
    'Các báo cáo trong kỳ cơ bản đúng đề cương, một số còn chung chung.',
  ],
  en: [
    'The office asks the chair to remind those who did not report at the next meeting.',
    'The office will inspect three units in the next period.',
    'Most reports follow the outline; some are too general.',
  ],
});

export const addPeakReason = say({
  vi: [
    'Tổ chức bù đợt cao điểm chưa đủ báo cáo kết quả.',
    'Đợt trước nhiều xã chưa thực hiện; tổ chức lại để đủ số đợt của năm.',
  ],
  en: ['To make up for the peak without enough returns.', 'Too few took part in the last one.'],
});

export const handlingReason = say({
  vi: [
    'Nhiều kỳ liền chưa có báo cáo; đề nghị chấn chỉnh ngay.',
    'Đồng ý với đề xuất của Văn phòng.',
    'Đã xem ghi nhận từng kỳ và ý kiến của đồng chí.',
    'Việc báo cáo là trách nhiệm của từng thành viên theo kết luận.',
  ],
  en: [
    'Several periods without a report; this has to change.',
    'As the office proposes.',
    'The record of each period and the answers were read.',
  ],
});

export const mergeReason = say({
  vi: [
    'Kỳ báo cáo rơi vào dịp nghỉ Tết, gộp vào kỳ sau.',
    'Các đồng chí nghỉ Tết; báo cáo một lần cho cả hai kỳ.',
  ],
  en: ['The period falls into the holidays.', 'One report for both periods.'],
});

export const reassignReason = say({
  vi: [
    'Điều chỉnh phân công phụ trách trong Ban chỉ đạo.',
    'Đồng chí đi học dài ngày, giao đồng chí khác báo cáo thay.',
  ],
  en: ['The assignment within the committee has changed.', 'Away on a long course.'],
});

export const handOverReason = say({
  vi: ['Theo quyết định điều động cán bộ.', 'Đồng chí nghỉ hưu theo chế độ, có người thay.'],
  en: ['By decision on the appointment.', 'The predecessor has retired.'],
});

export const moveSessionReason = say({
  vi: [
    'Ban Thường vụ Huyện ủy dời phiên họp thường kỳ theo thông báo mới.',
    'Phiên họp lùi lại vì trùng lịch làm việc với đoàn công tác của tỉnh.',
  ],
  en: ['The session was put off by a new announcement.', 'The session meets later.'],
});
