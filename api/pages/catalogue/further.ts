import type { Phrases } from '../../../letters/catalogue/phrases.ts';

/** The part of a desk with decisions that nothing waits for. */
export const further = {
  title: { vi: 'Quyết định khác', en: 'Further decisions' },
  hint: {
    vi: 'Những việc đồng chí có thẩm quyền quyết định khi cần. Bấm vào từng mục để mở.',
    en: 'What you may decide when there is need. Open what you want to do.',
  },
  decide: { vi: 'Quyết định', en: 'Decide' },
  positions: { vi: 'Chức vụ', en: 'Posts' },
  units: { vi: 'Đơn vị', en: 'Units' },
  // key-in
  dossierOf: {
    vi: (title: string) => `Hồ sơ: ${title}`,
    en: (title: string) => `The dossier: ${title}`,
  },
  dossierHint: {
    vi: 'Chỉ đánh dấu khi nhập hồ sơ này: những phần đã có trong bản giấy nhận được.',
    en: 'Only where this dossier is keyed in: the parts that came with the paper.',
  },
  // extend
  extendAhead: { vi: 'Gia hạn trước khi đến hạn', en: 'Extend before the due time' },
  // reassign
  reassign: { vi: 'Giao việc cho nơi khác', en: 'Pass something on to another party' },
  reassignHint: {
    vi: 'Nơi nhận được thông báo ngay, với thời hạn cũ hoặc thời hạn mới; nơi cũ được báo là không phải nộp nữa. Những gì đã ghi nhận trước đó vẫn giữ nguyên.',
    en: 'Whoever takes it over is told at once, with the same due time or a later one; whoever had it is told that it is owed no longer. What was found before stays.',
  },
  reassignTo: { vi: 'Giao cho', en: 'Pass it on to' },
  reassignDue: { vi: 'Thời hạn mới (không bắt buộc)', en: 'New due day (may be left empty)' },
  reassignDueHint: {
    vi: 'Để trống: giữ thời hạn cũ. Việc đã quá hạn thì phải ghi thời hạn mới.',
    en: 'Left empty, the due time stays. What is overdue needs a new one.',
  },
  reassignNow: { vi: 'Giao việc', en: 'Pass it on' },
  // skip and merge
  takeOut: { vi: 'Bỏ qua hoặc gộp một kỳ', en: 'Skip or merge a period' },
  takeOutHint: {
    vi: 'Kỳ được bỏ qua hoặc gộp thì không ai phải nộp riêng cho kỳ đó nữa; ghi nhận đã lập cho kỳ đó được rút lại. Ai đã nhận thư về kỳ đó sẽ được báo.',
    en: 'Nobody owes anything for a period that is skipped or merged; findings made for it are withdrawn. Whoever had a letter about it is told.',
  },
  whichPeriod: { vi: 'Kỳ nào', en: 'Which period' },
  whatBecomesOfIt: { vi: 'Xử lý thế nào', en: 'What becomes of it' },
  skip: { vi: 'Bỏ qua, không phải nộp', en: 'Skipped: nothing is owed' },
  mergeInto: {
    vi: (period: string) => `Gộp vào ${period}`,
    en: (period: string) => `Merged into the one ${period}`,
  },
  forSome: { vi: 'Chỉ cho một số nơi', en: 'For some alone' },
  forWhom: { vi: 'Áp dụng cho', en: 'For whom' },
  forSomeHint: {
    vi: 'Không đánh dấu nơi nào thì áp dụng cho tất cả.',
    en: 'Where nobody is ticked it is for everybody.',
  },
  // an added peak
  addPeak: { vi: 'Thêm một đợt cao điểm', en: 'Add a peak' },
  addPeakHint: {
    vi: 'Để bù cho đợt chưa đạt. Các đơn vị được gọi vào ngày phát động và được theo dõi như các đợt khác; đợt tính cho năm mà nó bắt đầu.',
    en: 'To make up for one that was missed. It is called, followed and judged like the others, and counts for the year in which it begins.',
  },
  peakCall: { vi: 'Ngày gửi thư phát động', en: 'Day of the call' },
  peakFrom: { vi: 'Từ ngày', en: 'From' },
  peakTo: { vi: 'Đến ngày', en: 'To' },
  peakReturns: { vi: 'Hạn báo cáo kết quả', en: 'Returns due' },
  addPeakNow: { vi: 'Thêm đợt', en: 'Add it' },
  // the split
  split: { vi: 'Ghi danh sách phân công đã ký', en: 'Record the signed list' },
  splitHint: {
    vi: 'Ghi đúng theo danh sách đã được ký: mỗi đơn vị do một đồng chí phụ trách. Từ lúc ghi, việc đôn đốc được báo lên theo danh sách này; các đồng chí phụ trách được thông báo. Ghi lại lần nữa nếu phải đính chính.',
    en: 'As it was signed: each unit under one deputy. From now on ladders climb by it, and the deputies are told. A correction is recorded the same way.',
  },
  splitSignedOn: { vi: 'Ngày ký', en: 'Signed on' },
  splitNumber: { vi: 'Số văn bản (nếu có)', en: 'Number of the document (if any)' },
  splitUnits: { vi: 'Đồng chí phụ trách từng đơn vị', en: 'Who has each unit in charge' },
  splitNow: { vi: 'Ghi danh sách', en: 'Record the list' },
  splitLacks: {
    vi: (units: string) => `Chưa chọn đồng chí phụ trách: ${units}.`,
    en: (units: string) => `Nobody has been chosen for: ${units}.`,
  },
  // hand-over
  holder: { vi: 'Thay người giữ chức vụ, người nhận thư', en: 'Change a holder or an addressee' },
  holderHint: {
    vi: 'Việc còn mở đi theo chức vụ; người mới nhận một thư nêu đủ các việc đó. Việc đã đến hạn trước ngày bàn giao vẫn tính cho người cũ. Người thôi giữ không mở được các đường dẫn cũ nữa.',
    en: 'What is open goes with the post, and the newcomer gets one letter with all of it. What fell due before stays with the predecessor, whose links open nothing any more.',
  },
  whichPost: { vi: 'Chức vụ, đơn vị', en: 'Which post or unit' },
  vacant: {
    vi: (post: string) => `${post} (đang khuyết)`,
    en: (post: string) => `${post} (vacant)`,
  },
  more: {
    vi: (unit: string) => `${unit}: thêm người nhận`,
    en: (unit: string) => `${unit}: one more addressee`,
  },
  coming: { vi: 'Người thay', en: 'Who comes' },
  comingNew: { vi: 'Người chưa có trong sổ', en: 'Somebody new' },
  comingName: { vi: 'Họ tên hoặc tên gọi', en: 'Name' },
  comingAddress: { vi: 'Địa chỉ thư điện tử', en: 'E-mail address' },
  comingKnown: { vi: 'Người đã có trong sổ', en: 'Somebody in the register' },
  comingPerson: { vi: 'Chọn người', en: 'Who' },
  comingNobody: {
    vi: 'Không ai: để khuyết, hoặc bỏ người nhận này',
    en: 'Nobody: vacant, or this addressee goes',
  },
  since: { vi: 'Từ ngày (không bắt buộc)', en: 'From (may be left empty)' },
  sinceHint: { vi: 'Để trống: ngay bây giờ.', en: 'Left empty: from now on.' },
  holderNow: { vi: 'Ghi thay đổi', en: 'Record the change' },
} satisfies Phrases;
