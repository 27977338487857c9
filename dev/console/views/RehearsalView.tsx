import type { Instant } from '../../../contracts/plan.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { phrases } from '../catalogue.ts';
import { type Neighbours, renderPage } from '../layout.tsx';
import type { RehearsalFacts } from '../readRehearsal.ts';

export interface RehearsalViewProps {
  writing: Writing;
  neighbours: Neighbours;
  facts: RehearsalFacts;
  isRunning: boolean;
  /** the days that a run may end on */
  days: { first: string; last: string };
  /** why the last run failed */
  failure: string | null;
  /** why nothing was begun */
  refusal?: string;
}

/** How often a page that shows a run loads itself anew. */
const REFRESH_SECONDS = 2;

/** Where the clock stands, and what moves it on. */
export function rehearsalView(props: RehearsalViewProps): string {
  const { writing, neighbours, facts, isRunning, failure, refusal } = props;
  const say = writing.say(phrases);
  return renderPage(
    {
      writing,
      neighbours,
      title: `${say.rehearsal}: ${writing.at(facts.now)}`,
      part: 'rehearsal',
      ...(isRunning && { refresh: REFRESH_SECONDS }),
    },
    <>
      <h1>{say.rehearsal}</h1>
      <Complaint title={say.refused} words={refusal ?? null} />
      <Complaint title={say.failed} words={isRunning ? null : failure} />
      <section>
        <h2>{say.clock}</h2>
        <p class="now">{writing.atOn(facts.now)}</p>
        <p>
          <span class={isRunning ? 'tag runs' : 'tag'}>{isRunning ? say.runs : say.stands}</span>{' '}
          {isRunning && facts.target > facts.now ? say.runsTo(writing.atOn(facts.target)) : null}
        </p>
        {isRunning ? (
          <p class="hint">{say.refreshes}</p>
        ) : (
          <p>
            {say.next}: {nextWords(writing, facts.next)}
          </p>
        )}
        {isRunning ? <Pause writing={writing} /> : <Actions {...props} />}
      </section>
      <Counts {...props} />
    </>,
  );
}

const nextWords = (writing: Writing, next: Instant | null): string =>
  next === null ? writing.say(phrases).nothingNext : writing.atOn(next);

function Complaint({ title, words }: { title: string; words: string | null }) {
  if (words === null) return null;
  return (
    <section class="bad" role="alert">
      <h2>{title}</h2>
      <p>{words}</p>
    </section>
  );
}

function Pause({ writing }: { writing: Writing }) {
  return (
    <form method="post" action="/rehearsal/pause">
      <button type="submit">{writing.say(phrases).pause}</button>
    </form>
  );
}

function Actions({ writing, days }: RehearsalViewProps) {
  const say = writing.say(phrases);
  return (
    <div class="actions">
      <form method="post" action="/rehearsal/step">
        <button type="submit">{say.step}</button>
        <p class="hint">{say.stepHint}</p>
      </form>
      <form method="post" action="/rehearsal/next-day">
        <button type="submit">{say.nextDay}</button>
        <p class="hint">{say.nextDayHint}</p>
      </form>
      <form method="post" action="/rehearsal/run">
        <label for="date">{say.toDate}</label>
        <input
          id="date"
          type="date"
          name="date"
          min={days.first}
          max={days.last}
          value={days.first}
          required
        />{' '}
        <button type="submit">{say.run}</button>
      </form>
    </div>
  );
}

function Counts({ writing, facts }: RehearsalViewProps) {
  const say = writing.say(phrases);
  const rows: [string, number][] = [
    [say.letters, facts.letters],
    [say.reports, facts.submissions],
    [say.findings, facts.findings],
    [say.climbs, facts.climbs],
    [say.decisions, facts.decisions],
  ];
  return (
    <section>
      <h2>{say.soFar}</h2>
      <table>
        <tbody>
          {rows.map(([what, count]) => (
            <tr>
              <th scope="row">{what}</th>
              <td class="n">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
