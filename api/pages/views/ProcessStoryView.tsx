import type { ProcessRow } from '../../../db/reading/notices.ts';
import type { PeriodRow } from '../../../db/reading/periods.ts';
import type { StoryEvent } from '../../../domain/log/storyEvent.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { start } from '../catalogue/start.ts';
import { story as phrases } from '../catalogue/story.ts';
import { dueWords } from '../dueWords.ts';
import { renderPage } from '../layout.tsx';
import { periodName } from '../story/periodName.ts';
import type { RegisterPaths } from '../story/registerPaths.ts';
import type { Reader } from '../story/tellEvent.ts';
import { titleOf } from '../titleOf.ts';
import { Story } from './StoryParts.tsx';
import { Table } from './Table.tsx';

export interface ProcessStoryProps {
  reader: Reader;
  paths: RegisterPaths;
  process: ProcessRow;
  periods: readonly PeriodRow[];
  events: readonly StoryEvent[];
  more: string | null;
}

/** A process as the register has it: its periods, each with its own page, and what happened to the whole of it. */
export function processStoryView(props: ProcessStoryProps): string {
  const { reader, paths, process, events, more } = props;
  const { notice, writing } = reader;
  const say = writing.say(phrases);
  const title = titleOf(notice, process.id);
  return renderPage(
    { language: writing.head.language, title, head: writing.head },
    <>
      <h1>{title}</h1>
      <p>
        {capitalise(writing.say(start).processStates(process.state))}.{' '}
        <a href={paths.notice}>{say.toNotice}</a>.
      </p>
      <Periods {...props} />
      <Story reader={reader} events={events} more={more} />
    </>,
  );
}

function Periods({ reader, paths, periods }: ProcessStoryProps) {
  const { writing } = reader;
  const [say, of] = [writing.say(phrases), writing.say(start)];
  return (
    <section>
      <h2>{say.periods}</h2>
      {periods.length === 0 ? (
        <p>{say.noPeriods}</p>
      ) : (
        <Table
          columns={[
            { label: of.period },
            { label: of.due },
            { label: of.onTime, figures: true },
            { label: of.late, figures: true },
            { label: of.open, figures: true },
          ]}
          rows={periods.map((period) => [
            <a href={paths.period(period.processId, period.key)}>{periodName(reader, period)}</a>,
            dueWords(writing, period.dueAt),
            ...['on-time', 'late', 'open'].map((outcome) => countOf(period, outcome)),
          ])}
        />
      )}
    </section>
  );
}

/** Of the track that everybody owes; an explanation's is its only one. */
function countOf({ counts }: PeriodRow, outcome: string): number {
  const [first] = Object.values(counts);
  return (counts.main ?? first)?.[outcome] ?? 0;
}
