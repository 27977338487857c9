import type { StoryOf } from '../../domain/log/storyEvent.ts';
import type { Queryable } from '../pool.ts';
import { toldOf } from './told.ts';

/** Numbers of the log's rows that belong to no story: whoever reads the stories would not learn of them. Empty: none. */
export async function untoldRows(queryable: Queryable, noticeId: string): Promise<number[]> {
  const told = new Set<number>();
  for (const story of await storiesOf(queryable, noticeId)) {
    const { text, value } = toldOf(story);
    const values = [noticeId, value];
    const { rows } = await queryable.query<{ seq: number }>(`${text} select seq from told`, values);
    for (const { seq } of rows) told.add(seq);
  }
  const { rows } = await queryable.query<{ seq: number }>(
    'select seq from log where notice_id = $1 order by seq',
    [noticeId],
  );
  return rows.map(({ seq }) => seq).filter((seq) => !told.has(seq));
}

async function storiesOf(queryable: Queryable, noticeId: string): Promise<StoryOf[]> {
  const processes = await queryable.query<{ processId: string }>(
    'select id as "processId" from process where notice_id = $1',
    [noticeId],
  );
  const periods = await queryable.query<{ processId: string; periodKey: string }>(
    'select process_id as "processId", key as "periodKey" from period where notice_id = $1',
    [noticeId],
  );
  return [
    { of: 'notice', noticeId },
    ...processes.rows.map((process): StoryOf => ({ of: 'process', noticeId, ...process })),
    ...periods.rows.map((period): StoryOf => ({ of: 'period', noticeId, ...period })),
  ];
}
