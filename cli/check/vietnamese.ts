import type { MessageTable } from './messages.ts';
import type { Hint } from './schemaAt.ts';
import type { Received } from './shapeFaults.ts';
import { vietnameseMeaning } from './vietnameseMeaning.ts';

const SCHEMA = 'xem notices/dondoc-notice.schema.json';

const whole = (bytes: number): string => `${Math.ceil(bytes / 1024)} KiB`;

const list = (values: string[]): string => values.map((value) => `"${value}"`).join(', ');

const saw = (received: Received): string =>
  received.is === 'value'
    ? received.text
    : { list: 'một danh sách', block: 'một khối' }[received.is];

function what(hint: Hint | undefined): string {
  if (hint === undefined) return `một giá trị đúng định dạng, ${SCHEMA}`;
  if (typeof hint === 'object') {
    return hint.oneOf.length === 1 ? list(hint.oneOf) : `một trong các giá trị ${list(hint.oneOf)}`;
  }
  return {
    provenance:
      'nguồn của khối này: { source: notice, sentence: … } nếu trích Thông báo, { source: office, by: … } nếu Văn phòng đã quyết, hoặc { source: assumed, why: … } nếu còn tạm giả định',
    id: 'một mã gồm chữ thường không dấu, chữ số và dấu gạch nối đơn, ví dụ "ban-tuyen-giao"',
    day: 'một ngày viết theo dạng YYYY-MM-DD (năm-tháng-ngày), ví dụ 2020-11-25',
    time: 'một giờ viết theo dạng HH:MM, ví dụ 07:30',
    text: 'một dòng chữ không để trống',
    address: 'một địa chỉ thư điện tử, ví dụ van-phong@example.test',
    'whole-number': 'một số nguyên',
    'yes-or-no': 'true (có) hoặc false (không)',
    list: 'một danh sách',
    block: 'một khối gồm các trường và giá trị',
  }[hint];
}

/** The check's messages in Vietnamese. */
export const vietnamese: MessageTable = {
  ...vietnameseMeaning,
  'file-too-large': ({ bytes, most }) => ({
    message: `tệp có dung lượng ${whole(bytes)}`,
    expected: `nhiều nhất ${whole(most)}`,
  }),
  'not-utf-8': () => ({
    message: 'tệp không phải văn bản mã UTF-8',
    expected: 'lưu lại tệp theo mã UTF-8 (Unicode)',
  }),
  'too-complex': ({ what: counted, most }) => ({
    message: {
      levels: 'các khối lồng nhau quá nhiều cấp ở chỗ này',
      symbols: 'tệp có quá nhiều từ và ký hiệu',
      anchors: 'tệp có quá nhiều nhãn (&) và chỗ dùng lại nhãn (*)',
      items: 'danh sách hoặc khối này có quá nhiều mục',
    }[counted],
    expected: `nhiều nhất ${most}`,
  }),
  'alias-bomb': ({ most }) => ({
    message:
      'các chỗ dùng lại nhãn (*) trong tệp thay cho nội dung lớn hơn nhiều so với phần đã viết',
    expected: `viết rõ từng giá trị; nhãn được thay cho nhiều nhất ${most} giá trị trong cả tệp`,
  }),
  'not-a-text': () => ({
    message: 'chỗ này có ký tự không thể có trong văn bản (ký tự NUL hoặc một nửa ký tự)',
    expected: 'bỏ ký tự đó đi',
  }),
  'alias-unknown': ({ alias }) => ({
    message: `*${alias} dùng lại một nhãn không có`,
    expected: `đặt nhãn &${alias} ở phía trước, hoặc để dòng chữ trong dấu ngoặc kép`,
  }),
  'not-yaml': ({ detail }) => ({
    message: `chỗ này không đúng cú pháp YAML: ${detail}`,
    expected:
      'YAML 1.2, không dùng thẻ riêng; xem lại khoảng thụt đầu dòng, dấu ngoặc kép và dấu hai chấm ở đây',
  }),
  'more-not-yaml': ({ more }) => ({
    message: `từ đây trở đi còn ${more} chỗ không đúng cú pháp YAML`,
    expected: 'sửa các chỗ nêu trên trước; những chỗ này thường do các chỗ trên mà ra',
  }),
  'not-nfc': ({ count }) => ({
    message: `văn bản không ở dạng Unicode dựng sẵn (NFC), ${count} ký tự khác; đã đọc như thể ở dạng đó`,
    expected: 'lưu lại ở dạng NFC để tìm được tên khi tra cứu',
  }),
  missing: ({ key, hint }) => ({ message: `thiếu "${key}"`, expected: what(hint) }),
  'unknown-key': ({ key, nearest, keys }) => ({
    message: `"${key}" không phải là trường của định dạng ở chỗ này`,
    expected: /\s/.test(key)
      ? 'đặt dòng chữ có dấu phẩy trong dấu ngoặc kép, hoặc viết mỗi trường một dòng'
      : nearest === undefined
        ? `một trong các trường ${list(keys)}; nội dung khác chỉ để trong phần ghi chú`
        : `có phải là "${nearest}" không?`,
  }),
  'wrong-type': ({ received, hints }) => ({
    message: `${saw(received)} không đặt được ở chỗ này`,
    expected: [...new Set(hints.map(what))].join(', hoặc ') || what(undefined),
  }),
  'not-one-of': ({ received, values }) => ({
    message: `ở chỗ này không có giá trị ${saw(received)}`,
    expected: what({ oneOf: values }),
  }),
  'bad-format': ({ received, hint }) => ({
    message: `${saw(received)} viết chưa đúng dạng`,
    expected: what(hint),
  }),
  'out-of-range': ({ what: counted, least, most }) => {
    const unit = { number: '', text: ' ký tự', list: ' mục' }[counted];
    const [below, above] = {
      number: ['số quá nhỏ', 'số quá lớn'],
      text: ['quá ngắn', 'quá dài'],
      list: ['quá ít mục', 'quá nhiều mục'],
    }[counted] as [string, string];
    return least !== undefined
      ? { message: below, expected: `ít nhất ${least}${unit}` }
      : { message: above, expected: `nhiều nhất ${most}${unit}` };
  },
  'bad-year': ({ key }) => ({
    message: `"${key}" không phải là một năm`,
    expected: 'một năm gồm bốn chữ số, ví dụ 2021',
  }),
};
