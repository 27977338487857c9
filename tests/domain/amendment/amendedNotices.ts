import { type Notice, NoticeFile } from '../../../contracts/notice/index.ts';
import { reports, sampleNotice } from '../plan/sampleNotice.ts';

/** A drafting for a session on 22/12/2020, in the shape of the first notice's row 8. */
export const drafting = {
  id: 'mechanism',
  kind: 'drafting',
  title: 'Mechanism',
  asks: 'a mechanism',
  by: 'culture',
  to: ['chair'],
  due: { date: '2020-12-22', boundary: 'by', time: '17:00' },
  session: 'the session of December 2020',
  stages: [
    { id: 'draft', kind: 'draft', title: 'Draft', endsWorkingDaysBefore: 10 },
    {
      id: 'consult',
      kind: 'consult',
      title: 'Consult',
      endsWorkingDaysBefore: 5,
      with: { parties: ['office', 'land'] },
    },
    { id: 'submit', kind: 'submit', title: 'Submit', endsWorkingDaysBefore: 0 },
  ],
  ladder: 'members',
  outline: 'outline',
};

export const before: Notice = sampleNotice({
  processes: [reports, drafting],
  endsOn: '2021-03-31',
});

/** The same notice with a change made to a copy of the file, read through the format's own schema. */
export function amended(change: (file: EditableNotice) => void, from: Notice = before): Notice {
  const file = structuredClone(from) as unknown as EditableNotice;
  change(file);
  return NoticeFile.parse(file);
}

/** A notice file as whoever amends it edits it. */
export interface EditableNotice {
  id: string;
  zone: string;
  head: Record<string, unknown>;
  people: { list: Record<string, unknown>[] };
  positions: { list: Record<string, unknown>[] };
  units: { list: Record<string, unknown>[] };
  ladders: { list: Record<string, unknown>[] };
  directives: { no: string; processes: Record<string, unknown>[] }[];
}

/** The process with this id in an edited file. */
export function processIn(file: EditableNotice, id: string): Record<string, unknown> {
  const found = file.directives.flatMap(({ processes }) => processes).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no process ${id}`);
  return found;
}

/** The notice with the day of its session moved, as the office enters it. */
export const movedTo = (date: string, from: Notice = before): Notice =>
  amended((file) => {
    const process = processIn(file, 'mechanism');
    process.due = { ...(process.due as object), date };
  }, from);
