import type { MeaningFault } from '../../domain/notice/meaning/faults.ts';
import type { MessageTable } from './messages.ts';

type MeaningTable = Pick<MessageTable, MeaningFault['code']>;
type Space = Extract<MeaningFault, { code: 'duplicate-id' | 'unknown-id' }>['space'];

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `có phải là "${nearest}" không?`;

const NAMED: Record<Space, string> = {
  person: 'người',
  position: 'chức danh',
  unit: 'đơn vị',
  party: 'chức danh hoặc đơn vị',
  subcommittee: 'tiểu ban',
  cluster: 'cụm',
  ladder: 'quy trình đôn đốc',
  outline: 'đề cương',
  directive: 'kết luận',
  process: 'tiến trình',
  rung: 'bậc đôn đốc',
  section: 'mục của đề cương',
  stage: 'bước',
  peak: 'đợt cao điểm',
  target: 'chỉ tiêu',
  'checklist item': 'mục của danh mục hồ sơ',
  'unit in a cluster': 'đơn vị trong cụm',
};

const BLOCK_OF: Partial<Record<Space, string>> = {
  person: 'people',
  position: 'positions',
  unit: 'units',
  party: 'positions hoặc units',
  subcommittee: 'subcommittees',
  cluster: 'clusters',
  ladder: 'ladders',
  outline: 'outlines',
  directive: 'directives',
  process: 'directives (các processes)',
};

const ROLES = { chair: 'Trưởng ban', office: 'Văn phòng' };

/** The words for what a notice file means, in Vietnamese. */
export const vietnameseMeaning: MeaningTable = {
  'duplicate-id': ({ space, id, first }, lineOf) => ({
    message: `${NAMED[space]} "${id}" đã có ở dòng ${lineOf(first)}`,
    expected: 'mỗi nội dung một mã riêng',
  }),
  'unknown-id': ({ space, id, nearest }) => ({
    message: `không có ${NAMED[space]} nào mang mã "${id}"`,
    expected: meant(nearest, `một mã có trong ${BLOCK_OF[space] ?? NAMED[space]}`),
  }),
  'unknown-unit-kind': ({ kind, kinds }) => ({
    message: `không có đơn vị nào thuộc loại "${kind}"`,
    expected: kinds.length === 0 ? 'một khối "units"' : `một trong các loại ${kinds.join(', ')}`,
  }),
  'rung-without-recipient': ({ rung, position, nearest }) => ({
    message: `bậc đôn đốc "${rung}" không có người nhận: không có chức danh "${position}"`,
    expected: meant(nearest, 'một chức danh có trong tệp, hoặc { supervisor: 1 }'),
  }),
  'fallback-vacant': () => ({
    message: 'mọi chức danh ở nơi nhận dự phòng đều khuyết, nên có bậc đôn đốc không đến được ai',
    expected: 'ít nhất một chức danh có người đảm nhiệm',
  }),
  'role-vacant': ({ role, position }) => ({
    message: `chức danh "${position}" đang khuyết mà lại giữ vai trò ${ROLES[role]} của Thông báo`,
    expected: 'một chức danh có người đảm nhiệm',
  }),
  'letters-without-outline': ({ outline, nearest }) => ({
    message: `không có đề cương "${outline}", nên thư không nêu được báo cáo phải gồm những gì`,
    expected: meant(nearest, 'một mã có trong outlines'),
  }),
  'not-a-reporting-cycle': ({ process, kind }) => ({
    message: `tiến trình "${process}" thuộc loại ${kind}`,
    expected: 'một tiến trình thuộc loại reporting-cycle (báo cáo định kỳ)',
  }),
  'draws-on-circle': ({ circle }) => ({
    message: `các kỳ báo cáo này chờ lẫn nhau: ${circle.join(' → ')}`,
    expected: 'báo cáo tổng hợp lấy số liệu từ báo cáo đứng trước, không lấy từ chính nó',
  }),
  'unit-under-two': ({ unit, deputy, other, first }, lineOf) => ({
    message:
      deputy === other
        ? `đơn vị "${unit}" được ghi hai lần trong danh sách của "${deputy}", lần đầu ở dòng ${lineOf(first)}`
        : `đơn vị "${unit}" do "${deputy}" phụ trách và, ở dòng ${lineOf(first)}, do "${other}" phụ trách`,
    expected: 'mỗi đơn vị chỉ do một Phó Trưởng ban phụ trách',
  }),
  'supervisor-circle': ({ circle }) => ({
    message: `các chức danh này phụ trách lẫn nhau thành vòng tròn: ${circle.join(' → ')}`,
    expected: 'một chuỗi cấp trên kết thúc ở Trưởng ban',
  }),
  'supervisor-missing': ({ party, ladder, process, level, endsAt }) => ({
    message:
      party === endsAt
        ? `"${endsAt}" chưa có cấp trên phụ trách mà phải nộp trong "${process}", có quy trình đôn đốc "${ladder}" báo lên ${level} cấp`
        : `"${endsAt}" chưa có cấp trên phụ trách, trong khi quy trình đôn đốc "${ladder}" của "${process}" báo lên ${level} cấp kể từ "${party}"`,
    expected: 'supervisor: chức danh cấp trên trực tiếp, lần lượt đến Trưởng ban',
  }),
  'no-such-day': ({ day, lastDay }) => ({
    message: `không có ngày ${day}`,
    expected:
      lastDay === undefined
        ? 'tháng từ 01 đến 12'
        : `ngày cuối của tháng đó là ${lastDay}; quy tắc lặp theo "month" tự tìm ngày cuối tháng`,
  }),
  'span-reversed': ({ from, to }) => ({
    message: `${to} đứng trước ${from}`,
    expected: `một ngày từ ${from} trở đi`,
  }),
  'end-before-start': ({ endsOn, startsOn }) => ({
    message: `Thông báo kết thúc ngày ${endsOn}, trước ngày bắt đầu ${startsOn}`,
    expected: `một ngày từ ${startsOn} trở đi`,
  }),
  'too-long': ({ most }) => ({
    message: 'thời gian thực hiện Thông báo quá dài, không lập kế hoạch được',
    expected: `nhiều nhất ${most} năm kể từ ngày bắt đầu`,
  }),
  'before-conclusion': ({ day, concludedOn }) => ({
    message: `hạn ${day} không còn thời gian sau ngày kết luận ${concludedOn}`,
    expected: `một ngày sau ${concludedOn}, hoặc sửa ngày kết luận`,
  }),
  'outside-year': ({ day, year }) => ({
    message: `ngày ${day} nằm trong phần của năm ${year}`,
    expected: `một ngày của năm ${year}`,
  }),
  'calendar-year-missing': ({ year, until, counting }) => ({
    message: counting
      ? `năm ${year} chưa có bảng ngày nghỉ, mà tính ngày làm việc từ ${until} thì sang năm đó`
      : `năm ${year} chưa có bảng ngày nghỉ, mà Thông báo thực hiện đến ${until}`,
    expected: `"${year}": { daysOff: [ … ] }, mỗi ngày kèm căn cứ`,
  }),
  'zone-unknown': ({ zone }) => ({
    message: `máy này không biết múi giờ "${zone}"`,
    expected: 'một tên theo IANA, ví dụ Asia/Ho_Chi_Minh',
  }),
  'hours-reversed': ({ from, to }) => ({
    message: `giờ làm việc kết thúc lúc ${to}, trước khi bắt đầu lúc ${from}`,
    expected: `một giờ sau ${from}`,
  }),
  'lock-before-due': ({ ladder }) => ({
    message: `quy trình đôn đốc "${ladder}" chốt trước hạn nộp mà nó được dùng cho`,
    expected: 'chốt sau hạn nộp, hoặc at-due (chốt đúng hạn)',
  }),
  'cut-off-after-due': ({ cutOff, dueTime }) => ({
    message: `số liệu chốt lúc ${cutOff}, sau khi chính báo cáo tổng hợp đã đến hạn lúc ${dueTime}`,
    expected: `một giờ không muộn hơn ${dueTime}`,
  }),
  'quota-not-met': ({ year, quota, peaks }) => ({
    message: `năm ${year} yêu cầu ${quota} đợt cao điểm, mới ghi ${peaks} đợt`,
    expected: `${quota} mục trong peaks có year: ${year}`,
  }),
  'stages-out-of-order': ({ stage, before }) => ({
    message: `bước "${stage}" kết thúc trước bước "${before}" đứng trước nó`,
    expected: 'số ngày làm việc trước hạn bằng hoặc ít hơn bước đứng trước',
  }),
  'field-unknown': ({ field, fields }) => ({
    message: `khối này không có trường "${field}"`,
    expected: `một trong các trường ${fields.join(', ')}`,
  }),
  'nobody-owes': () => ({
    message: 'không ai phải nộp nội dung này',
    expected: 'members, subcommittees, unitKinds hoặc parties có nêu ít nhất một nơi',
  }),
  'explanation-unplanned': () => ({
    message: 'tệp có đề xuất yêu cầu giải trình nhưng không nêu cách theo dõi giải trình',
    expected: 'settings.explanation gồm ladder, outline và withinWorkingDays',
  }),
  'nothing-left': ({ startsOn, endsOn }) => ({
    message: `không có hạn nào từ ngày bắt đầu ${startsOn} đến ngày kết thúc ${endsOn}`,
    expected: 'ít nhất một ngày trong khoảng đó',
  }),
  'before-on-day-off': ({ before, lastDay, name }) => ({
    message: `"trước ngày ${before}" thì hạn là hết ngày ${lastDay}, một ngày nghỉ (${name}); giữ nguyên, vì lùi lại sẽ trái với chữ "trước"`,
    expected:
      'không phải sửa nếu Thông báo có ý như vậy; nếu không, dùng "by" kèm quy tắc lùi ngày',
  }),
  'split-not-signed': ({ deputy, units }) => ({
    message: `danh sách ${units} đơn vị của "${deputy}" là tạm giả định, chưa ký (chưa đủ dữ liệu); đến khi ký, mỗi đơn vị theo cấp trên riêng của mình, đơn vị chưa có thì bậc đôn đốc gửi đến nơi ghi ở "otherwise", không ghi thì đến nơi nhận dự phòng`,
    expected: 'sau khi ký: provenance là office, ghi rõ ai đã quyết',
  }),
  'units-without-supervisor': ({ units }) => ({
    message: `${units.length} đơn vị chưa có người phụ trách (chưa đủ dữ liệu), nên bậc đôn đốc gửi đến nơi ghi ở "otherwise", không ghi thì đến nơi nhận dự phòng: ${units.slice(0, 5).join(', ')}${units.length > 5 ? ', …' : ''}`,
    expected:
      'ghi người phụ trách cho từng đơn vị, hoặc danh sách đã ký của một Phó Trưởng ban có đơn vị đó',
  }),
  contradiction: ({ where, says, against }) => ({
    message: `Thông báo có chỗ không thống nhất (${where}): ${says}; trái với: ${against}`,
    expected: 'không phải sửa: hệ thống nêu ra, không tự sửa',
  }),
  'number-blank': () => ({
    message: 'số của Thông báo còn để trống',
    expected: 'ghi số khi đã có; đến lúc đó thư để trống chỗ này',
  }),
  'issue-day-blank': () => ({
    message: 'ngày ban hành Thông báo còn để trống',
    expected: 'ghi ngày khi đã có; đến lúc đó thư để trống chỗ này',
  }),
  'person-without-address': ({ person }) => ({
    message: `"${person}" chưa có địa chỉ thư điện tử; hệ thống báo cho Văn phòng thay`,
    expected: 'một địa chỉ thư điện tử',
  }),
  'position-vacant': ({ position }) => ({
    message: `chức danh "${position}" đang khuyết: thư gửi đến Văn phòng, và không ghi nhận việc chưa có báo cáo`,
    expected: 'ghi người đảm nhiệm khi đã có',
  }),
  'waits-for': ({ process, data }) => ({
    message: `tiến trình "${process}" chưa bắt đầu (chưa đủ dữ liệu): ${data.join('; ')}`,
    expected: 'bỏ waitsFor khi đã có đủ dữ liệu',
  }),
  'never-due': ({ process, startsOn, endsOn }) => ({
    message: `tiến trình "${process}" không có hạn nào từ ${startsOn} đến ${endsOn}`,
    expected: 'một ngày trong khoảng đó, hoặc bỏ tiến trình này',
  }),
  'consultation-unanswered': ({ stage }) => ({
    message: `sau bước lấy ý kiến "${stage}" không có bước nào trả lời các ý kiến`,
    expected: 'thêm một bước tiếp thu (kind: absorb) ở sau',
  }),
};
