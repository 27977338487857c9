import type { LetterKind } from '../../../contracts/letters.ts';
import type { Notice } from '../../../contracts/notice/index.ts';
import type { ProcessRow } from '../../../db/reading/notices.ts';
import type { Overview } from '../../../db/reading/overview.ts';
import type { PeriodRow } from '../../../db/reading/periods.ts';
import { letterNames } from '../../../letters/catalogue/evidence.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { start } from '../catalogue/start.ts';
import { dueWords, lastDayOf } from '../dueWords.ts';
import { renderPage } from '../layout.tsx';
import { periodWords } from '../periodWords.ts';
import { titleOf } from '../titleOf.ts';

export interface NoticeViewProps {
  writing: Writing;
  notice: Notice;
  now: string;
  state: string;
  processes: ProcessRow[];
  periods: PeriodRow[];
  overview: Overview;
}

/** A notice at a glance: its processes, the periods that are open, letters and findings. */
export function noticeView(props: NoticeViewProps): string {
  const { writing, notice, now, state } = props;
  const say = writing.say(start);
  return renderPage(
    { language: writing.head.language, title: notice.head.title, head: writing.head },
    <>
      <h1>{notice.head.title}</h1>
      <p>
        {say.states(state)}. {say.asOf(writing.atOn(now))}. <a href="/">{say.notices}</a>.{' '}
        <a href={`/notices/${notice.id}/posts`}>{say.holders}</a>
      </p>
      <Processes {...props} />
      <Periods {...props} />
      <Counts {...props} />
    </>,
  );
}

function Processes({ writing, notice, processes }: NoticeViewProps) {
  const say = writing.say(start);
  const done = (of: ProcessRow['obligations']) => (of['on-time'] ?? 0) + (of.late ?? 0);
  return (
    <section>
      <h2>{say.processes}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.directive}</th>
              <th scope="col">{say.process}</th>
              <th scope="col">{say.state}</th>
              <th scope="col" class="n">
                {say.periods}
              </th>
              <th scope="col" class="n">
                {say.done}
              </th>
              <th scope="col" class="n">
                {say.open}
              </th>
            </tr>
          </thead>
          <tbody>
            {processes.map((one) => (
              <tr>
                <td>
                  {/^\d+$/.test(one.directive) ? one.directive : writing.directive(one.directive)}
                </td>
                <td>{titleOf(notice, one.id)}</td>
                <td>{say.processStates(one.state)}</td>
                <td class="n">{one.periods.all}</td>
                <td class="n">{done(one.obligations)}</td>
                <td class="n">{one.obligations.open ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Periods({ writing, notice, periods }: NoticeViewProps) {
  const say = writing.say(start);
  return (
    <section>
      <h2>{say.current}</h2>
      {periods.length === 0 ? (
        <p>{say.noCurrent}</p>
      ) : (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.period}</th>
                <th scope="col">{say.due}</th>
                <th scope="col" class="n">
                  {say.onTime}
                </th>
                <th scope="col" class="n">
                  {say.late}
                </th>
                <th scope="col" class="n">
                  {say.open}
                </th>
              </tr>
            </thead>
            <tbody>
              {periods.map((one) => (
                <tr>
                  <td>
                    {titleOf(notice, one.processId)},{' '}
                    {periodWords(
                      { notice, writing },
                      {
                        processId: one.processId,
                        periodKey: one.key,
                        lastDay: lastDayOf(writing, one.dueAt),
                      },
                    )}
                    {one.trial ? ` (${say.trial})` : ''}
                  </td>
                  <td>{dueWords(writing, one.dueAt)}</td>
                  <td class="n">{one.counts.main?.['on-time'] ?? 0}</td>
                  <td class="n">{one.counts.main?.late ?? 0}</td>
                  <td class="n">{one.counts.main?.open ?? 0}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Counts({ writing, overview }: NoticeViewProps) {
  const say = writing.say(start);
  const { language } = writing.head;
  const nameOf = (kind: string): string => letterNames[kind as LetterKind]?.[language] ?? kind;
  return (
    <>
      <section>
        <h2>{say.letters}</h2>
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.letter}</th>
                <th scope="col" class="n">
                  {say.sent}
                </th>
                <th scope="col" class="n">
                  {say.waiting}
                </th>
                <th scope="col" class="n">
                  {say.failed}
                </th>
              </tr>
            </thead>
            <tbody>
              {overview.letters.map((one) => (
                <tr>
                  <td>{nameOf(one.kind)}</td>
                  <td class="n">{one.sent}</td>
                  <td class="n">{one.waiting}</td>
                  <td class="n">{one.failed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h2>{say.findings}</h2>
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.state}</th>
                <th scope="col" class="n">
                  {say.count}
                </th>
              </tr>
            </thead>
            <tbody>
              {overview.findings.map((one) => (
                <tr>
                  <td>{say.findingStates(one.state)}</td>
                  <td class="n">{one.n}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
