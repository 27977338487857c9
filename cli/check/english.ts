import { englishMeaning } from './englishMeaning.ts';
import type { MessageTable } from './messages.ts';
import type { Hint } from './schemaAt.ts';
import type { Received } from './shapeFaults.ts';

const SCHEMA = 'see notices/dondoc-notice.schema.json';

const whole = (bytes: number): string => `${Math.ceil(bytes / 1024)} KiB`;

const list = (values: string[]): string => values.map((value) => `"${value}"`).join(', ');

const saw = (received: Received): string =>
  received.is === 'value' ? received.text : { list: 'a list', block: 'a block' }[received.is];

function what(hint: Hint | undefined): string {
  if (hint === undefined) return `a value of the format, ${SCHEMA}`;
  if (typeof hint === 'object') {
    return hint.oneOf.length === 1 ? list(hint.oneOf) : `one of ${list(hint.oneOf)}`;
  }
  return {
    provenance:
      'where the block comes from: { source: notice, sentence: … }, { source: office, by: … } or { source: assumed, why: … }',
    id: 'an id of lower-case letters, digits and single hyphens, such as "ban-tuyen-giao"',
    day: 'a day as YYYY-MM-DD, such as 2020-11-25',
    time: 'a time as HH:MM, such as 07:30',
    text: 'a text that is not empty',
    address: 'an e-mail address, such as van-phong@example.test',
    'whole-number': 'a whole number',
    'yes-or-no': 'true or false',
    list: 'a list',
    block: 'a block of keys and values',
  }[hint];
}

/** The check's messages in English. */
export const english: MessageTable = {
  ...englishMeaning,
  'file-too-large': ({ bytes, most }) => ({
    message: `the file has ${whole(bytes)}`,
    expected: `at most ${whole(most)}`,
  }),
  'not-utf-8': () => ({
    message: 'the file is not text in UTF-8',
    expected: 'save it as UTF-8 (Unicode)',
  }),
  'too-complex': ({ what: counted, most }) => ({
    message: {
      levels: 'blocks are nested too deeply here',
      symbols: 'the file has too many words and signs',
      anchors: 'the file has too many anchors (&) and aliases (*)',
      items: 'this list or block has too many entries',
    }[counted],
    expected: `at most ${most}`,
  }),
  'alias-bomb': ({ most }) => ({
    message: 'the aliases (*) of this file stand for far more than is written',
    expected: `write the values out; aliases may stand for at most ${most} values in all`,
  }),
  'not-a-text': () => ({
    message: 'a character stands here that no text has (a NUL, or half of a character)',
    expected: 'the text without it',
  }),
  'alias-unknown': ({ alias }) => ({
    message: `*${alias} is an alias of nothing`,
    expected: `an anchor &${alias} before it, or the text in quotation marks`,
  }),
  'not-yaml': ({ detail }) => ({
    message: `this is not YAML: ${detail}`,
    expected: 'YAML 1.2 without custom tags; check indentation, quotation marks and colons here',
  }),
  'more-not-yaml': ({ more }) => ({
    message: `from here on ${more} more places are not YAML`,
    expected: 'mend the places above first; these often follow from them',
  }),
  'not-nfc': ({ count }) => ({
    message: `the text is not in Unicode NFC (${count} characters differ), and was read as if it were`,
    expected: 'save it in NFC, so that names are found by searching',
  }),
  missing: ({ key, hint }) => ({ message: `"${key}" is missing`, expected: what(hint) }),
  'unknown-key': ({ key, nearest, keys }) => ({
    message: `"${key}" is not a field of the format here`,
    expected: /\s/.test(key)
      ? 'quotation marks around a text with a comma, or a line of its own for each field'
      : nearest === undefined
        ? `one of ${list(keys)}; anything else only in a comment`
        : `did you mean "${nearest}"?`,
  }),
  'wrong-type': ({ received, hints }) => ({
    message: `${saw(received)} does not fit here`,
    expected: [...new Set(hints.map(what))].join(', or ') || what(undefined),
  }),
  'not-one-of': ({ received, values }) => ({
    message: `${saw(received)} is unknown here`,
    expected: what({ oneOf: values }),
  }),
  'bad-format': ({ received, hint }) => ({
    message: `${saw(received)} is not written as it has to be`,
    expected: what(hint),
  }),
  'out-of-range': ({ what: counted, least, most }) => {
    const unit = { number: '', text: ' characters', list: ' entries' }[counted];
    return least !== undefined
      ? {
          message: `too ${counted === 'number' ? 'small' : 'short'}`,
          expected: `at least ${least}${unit}`,
        }
      : {
          message: `too ${counted === 'number' ? 'large' : 'long'}`,
          expected: `at most ${most}${unit}`,
        };
  },
  'bad-year': ({ key }) => ({
    message: `"${key}" is not a year`,
    expected: 'a year of four digits, such as 2021',
  }),
};
