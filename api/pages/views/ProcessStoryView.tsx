import type { ProcessRow } from '../../../db/reading/notices.ts';
import type { PeriodRow } from '../../../db/reading/periods.ts';
import type { StoryEvent } from '../../../domain/log/storyEvent.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { start } from '../catalogue/start.ts';
import { story as phrases } from '../catalogue/story.ts';
import { renderPage } from '../layout.tsx';
import { periodName } from '../story/periodName.ts';
import type { RegisterPaths } from '../story/registerPaths.ts';
import type { Reader } from '../story/tellEvent.ts';
import { titleOf } from '../titleOf.ts';
import { PeriodTable } from './PeriodTable.tsx';
import { Story } from './StoryParts.tsx';

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
  const say = writing.say(phrases);
  return (
    <section>
      <h2>{say.periods}</h2>
      {periods.length === 0 ? (
        <p>{say.noPeriods}</p>
      ) : (
        <PeriodTable
          writing={writing}
          periods={periods}
          paths={paths}
          nameOf={(period) => periodName(reader, period)}
        />
      )}
    </section>
  );
}
