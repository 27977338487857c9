/** A digest's letter as its reader has it: by heading, its sentences, lists and tables. */
export interface Section {
  heading: string;
  texts: string[];
  items: string[];
  tables: { head: string[]; rows: string[][] }[];
}

/** Takes the text of a digest's letter apart. Tables come in columns or, where too wide, as numbered records. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  for (const block of text.split('\n\n')) {
    const lines = block.split('\n');
    const [first = '', second = ''] = lines;
    if (lines.length === 1 && first === first.toUpperCase() && /\p{Lu}/u.test(first)) {
      sections.push({ heading: first, texts: [], items: [], tables: [] });
    }
    const section = sections.at(-1);
    if (!section) continue;
    if (/^-+( {2}-+)*$/.test(second)) section.tables.push(inColumns(lines));
    else if (/^1\. /.test(first)) section.tables.push(inRecords(lines));
    else if (first.startsWith('- ')) section.items.push(...block.slice(2).split('\n- ').map(flat));
    else section.texts.push(flat(block));
  }
  return sections;
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function inColumns([head = '', rule = '', ...rows]: string[]): Section['tables'][number] {
  const cells = (line: string): string[] =>
    [...rule.matchAll(/-+/g)].map(({ index, 0: dashes }) =>
      line.slice(index, index + dashes.length).trim(),
    );
  return { head: cells(head), rows: rows.map(cells) };
}

/** A field begins at the indent of its number, what it goes on with is indented further. */
function inRecords(lines: string[]): Section['tables'][number] {
  const records = lines.join('\n').split(/\n(?=\d+\. )/);
  const fields = records.map((record) =>
    record
      .replace(/^\d+\. /, '')
      .split(/\n {3,4}(?! )/)
      .map((field) => flat(field).split(/: (.*)/, 2) as [string, string]),
  );
  return {
    head: (fields[0] ?? []).map(([label]) => label),
    rows: fields.map((record) => record.map(([, value]) => value)),
  };
}
