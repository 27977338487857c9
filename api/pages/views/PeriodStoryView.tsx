import type { ObligationRow } from '../../../db/reading/obligations.ts';
import type { PeriodRow, StepRow } from '../../../db/reading/periods.ts';
import { spokenOf } from '../../../domain/drafting/spokenOf.ts';
import type { StoryEvent } from '../../../domain/log/storyEvent.ts';
import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import { formatDateNote } from '../../../letters/format/dateNote.ts';
import { story as phrases, stepNames } from '../catalogue/story.ts';
import { dueWords } from '../dueWords.ts';
import { renderPage } from '../layout.tsx';
import { statusWords } from '../statusWords.ts';
import { nameInNotice } from '../story/periodName.ts';
import type { RegisterPaths } from '../story/registerPaths.ts';
import type { Reader } from '../story/tellEvent.ts';
import { Story } from './StoryParts.tsx';
import { Table } from './Table.tsx';

export interface PeriodStoryProps {
  reader: Reader;
  paths: RegisterPaths;
  period: PeriodRow & { steps: StepRow[] };
  obligations: readonly ObligationRow[];
  events: readonly StoryEvent[];
  more: string | null;
}

/** A period as the register has it: what was planned, who owes and how that stands, and all that happened. */
export function periodStoryView(props: PeriodStoryProps): string {
  const { reader, paths, period, events, more } = props;
  const { writing } = reader;
  const say = writing.say(phrases);
  const title = nameInNotice(reader, period);
  return renderPage(
    { language: writing.head.language, title, head: writing.head },
    <>
      <h1>{title}</h1>
      <p>
        <a href={paths.process(period.processId)}>{say.toProcess}</a>.{' '}
        <a href={paths.notice}>{say.toNotice}</a>.
      </p>
      <Owed {...props} />
      <Plan {...props} />
      <Story reader={reader} events={events} more={more} />
    </>,
  );
}

function Owed({ reader, obligations }: PeriodStoryProps) {
  const { writing, notice } = reader;
  const say = writing.say(phrases);
  const { language } = writing.head;
  return (
    <section>
      <h2>
        {say.owed} ({obligations.length})
      </h2>
      <Table
        columns={[
          { label: say.party },
          { label: say.deliverable },
          { label: say.due },
          { label: say.status },
          { label: say.received },
        ]}
        rows={obligations.map((one) => [
          one.party,
          wordsFor(spokenOf(notice, one)).noun[language],
          writing.due(one.dueAt, one.lastDay),
          statusWords(spokenOf(notice, one), one.status, language),
          one.receivedAt === null ? '–' : writing.at(one.receivedAt),
        ])}
      />
    </section>
  );
}

function Plan({ reader: { writing }, period }: PeriodStoryProps) {
  const say = writing.say(phrases);
  const { language } = writing.head;
  return (
    <section>
      <details>
        <summary>
          {say.plan} ({period.steps.length})
        </summary>
        <Table
          columns={[{ label: say.step }, { label: say.planned }, { label: say.taken }]}
          rows={period.steps.map((step) => [
            stepNames[step.kind]?.[language] ?? step.kind,
            <>
              {step.kind === 'due' ? dueWords(writing, step.at) : writing.at(step.at)}
              {step.notes.map((note) => (
                <>
                  <br />
                  <small>{formatDateNote(note, writing.head)}</small>
                </>
              ))}
            </>,
            step.doneAt === null ? say.notTaken : writing.at(step.doneAt),
          ])}
        />
      </details>
    </section>
  );
}
