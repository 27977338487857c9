import type { LetterKind } from '../../../contracts/letters.ts';
import type { Notice } from '../../../contracts/notice/index.ts';
import type { ProcessRow } from '../../../db/reading/notices.ts';
import type { Overview } from '../../../db/reading/overview.ts';
import type { PeriodRow } from '../../../db/reading/periods.ts';
import { letterNames } from '../../../letters/catalogue/evidence.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { start } from '../catalogue/start.ts';
import { story } from '../catalogue/story.ts';
import { renderPage } from '../layout.tsx';
import { nameInNotice } from '../story/periodName.ts';
import type { RegisterPaths } from '../story/registerPaths.ts';
import { titleOf } from '../titleOf.ts';
import { PeriodTable } from './PeriodTable.tsx';
import { Table } from './Table.tsx';

export interface NoticeViewProps {
  writing: Writing;
  notice: Notice;
  now: string;
  state: string;
  processes: ProcessRow[];
  periods: PeriodRow[];
  overview: Overview;
  paths: RegisterPaths;
  /** where admins go from here: the start page, and who holds what; null for everybody else */
  beyond: { start: string; posts: string } | null;
}

/** A notice at a glance: its processes, the periods that are open, letters and findings. */
export function noticeView(props: NoticeViewProps): string {
  const { writing, notice, now, state, beyond, paths } = props;
  const say = writing.say(start);
  return renderPage(
    { language: writing.head.language, title: notice.head.title, head: writing.head },
    <>
      <h1>{notice.head.title}</h1>
      <p>
        {capitalise(say.states(state))}. {say.asOf(writing.atOn(now))}.{' '}
        <a href={paths.story}>{writing.say(story).whole}</a>.{' '}
        {beyond === null ? null : (
          <>
            <a href={beyond.start}>{say.notices}</a>. <a href={beyond.posts}>{say.holders}</a>
          </>
        )}
      </p>
      <Processes {...props} />
      <Periods {...props} />
      <Counts {...props} />
    </>,
  );
}

function Processes({ writing, notice, processes, paths }: NoticeViewProps) {
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
          <a href={paths.process(one.id)}>{titleOf(notice, one.id)}</a>,
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

function Periods({ writing, notice, periods, paths }: NoticeViewProps) {
  const say = writing.say(start);
  return (
    <section>
      <h2>{say.current}</h2>
      {periods.length === 0 ? (
        <p>{say.noCurrent}</p>
      ) : (
        <PeriodTable
          writing={writing}
          periods={periods}
          paths={paths}
          nameOf={(period) => nameInNotice({ notice, writing }, period)}
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
