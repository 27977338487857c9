import type { LetterKind } from '../../../contracts/letters.ts';
import type { Notice } from '../../../contracts/notice/index.ts';
import type { ProcessRow } from '../../../db/reading/notices.ts';
import type { Overview } from '../../../db/reading/overview.ts';
import type { PeriodRow } from '../../../db/reading/periods.ts';
import { letterNames } from '../../../letters/catalogue/evidence.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { start } from '../catalogue/start.ts';
import { dueWords, lastDayOf } from '../dueWords.ts';
import { renderPage } from '../layout.tsx';
import { periodWords } from '../periodWords.ts';
import { titleOf } from '../titleOf.ts';
import { Table } from './Table.tsx';

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
        {capitalise(say.states(state))}. {say.asOf(writing.atOn(now))}.{' '}
        <a href="/">{say.notices}</a>. <a href={`/notices/${notice.id}/posts`}>{say.holders}</a>
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
      <Table
        columns={[
          { label: say.process },
          { label: say.directive },
          { label: say.state },
          { label: say.periods, figures: true },
          { label: say.done, figures: true },
          { label: say.open, figures: true },
        ]}
        rows={processes.map((one) => [
          titleOf(notice, one.id),
          /^\d+$/.test(one.directive) ? one.directive : writing.directive(one.directive),
          say.processStates(one.state),
          one.periods.all,
          done(one.obligations),
          one.obligations.open ?? 0,
        ])}
      />
    </section>
  );
}

function Periods({ writing, notice, periods }: NoticeViewProps) {
  const say = writing.say(start);
  const nameOf = ({ processId, key, dueAt, trial }: PeriodRow): string => {
    const period = { processId, periodKey: key, lastDay: lastDayOf(writing, dueAt) };
    const mark = trial ? ` (${say.trial})` : '';
    return `${titleOf(notice, processId)}, ${periodWords({ notice, writing }, period)}${mark}`;
  };
  return (
    <section>
      <h2>{say.current}</h2>
      {periods.length === 0 ? (
        <p>{say.noCurrent}</p>
      ) : (
        <Table
          columns={[
            { label: say.period },
            { label: say.due },
            { label: say.onTime, figures: true },
            { label: say.late, figures: true },
            { label: say.open, figures: true },
          ]}
          rows={periods.map((one) => [
            nameOf(one),
            dueWords(writing, one.dueAt),
            one.counts.main?.['on-time'] ?? 0,
            one.counts.main?.late ?? 0,
            one.counts.main?.open ?? 0,
          ])}
        />
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
        <Table
          columns={[
            { label: say.letter },
            { label: say.sent, figures: true },
            { label: say.waiting, figures: true },
            { label: say.failed, figures: true },
          ]}
          rows={overview.letters.map((one) => [
            nameOf(one.kind),
            one.sent,
            one.waiting,
            one.failed,
          ])}
        />
      </section>
      <section>
        <h2>{say.findings}</h2>
        <Table
          columns={[{ label: say.state }, { label: say.count, figures: true }]}
          rows={overview.findings.map((one) => [say.findingStates(one.state), one.n])}
        />
      </section>
    </>
  );
}
