import type { StoryEvent } from '../../../domain/log/storyEvent.ts';
import { story as phrases } from '../catalogue/story.ts';
import { type Reader, type ToldEvent, tellEvent } from '../story/tellEvent.ts';
import { Table } from './Table.tsx';

/** So many are named in a line of their own; more are folded away. */
const NAMED_AT_ONCE = 3;

/** What happened, event by event; `more` is the path of what follows. */
export function Story(props: {
  reader: Reader;
  events: readonly StoryEvent[];
  more: string | null;
}) {
  const { reader, events, more } = props;
  const { writing } = reader;
  const say = writing.say(phrases);
  return (
    <section>
      <h2>{say.story}</h2>
      <p class="hint">{say.fromTheLog}</p>
      {events.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <Table
          columns={[{ label: say.at }, { label: say.what }, { label: say.whom }, { label: say.by }]}
          rows={events.map((event) => {
            const told = tellEvent(reader, event);
            return [
              writing.at(event.at),
              told.what,
              <Whom reader={reader} told={told} />,
              <>
                {told.by}
                {told.why === null ? null : (
                  <>
                    : <q>{told.why}</q>
                  </>
                )}
              </>,
            ];
          })}
        />
      )}
      {more === null ? null : (
        <p>
          <a href={more}>{say.more}</a>
        </p>
      )}
    </section>
  );
}

function Whom({ reader, told }: { reader: Reader; told: ToldEvent }) {
  const { whom, others } = told;
  if (whom.length === 0) return <>–</>;
  const say = reader.writing.say(phrases);
  const rest = others > 0 ? `; ${say.others(others)}` : '';
  if (whom.length <= NAMED_AT_ONCE) return <>{`${whom.join('; ')}${rest}`}</>;
  const [first] = whom;
  return (
    <details>
      <summary>{`${first}; ${say.others(whom.length - 1 + others)}`}</summary>
      {`${whom.slice(1).join('; ')}${rest}`}
    </details>
  );
}
