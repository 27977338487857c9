import type { Matter } from '../../../contracts/letters.ts';
import type { DutyOnPage, ReceiptOnPage, ReportPage } from '../../../db/reading/reportPage.ts';
import { common as letterWords } from '../../../letters/catalogue/common.ts';
import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { formatDateNote } from '../../../letters/format/dateNote.ts';
import { capitalise } from '../../../letters/format/list.ts';
import { common } from '../catalogue/common.ts';
import { personFile } from '../catalogue/personFile.ts';
import { report } from '../catalogue/report.ts';
import { stage as phrases } from '../catalogue/stage.ts';
import { dueWords } from '../dueWords.ts';
import { fileSize } from '../fileSize.ts';
import { renderPage } from '../layout.tsx';
import type { StageOnPage } from '../readStagePage.ts';
import type { BesideReport } from '../report/readBeside.ts';
import { capacityLabel, nothingWords, periodOnPage, reportTitle } from '../report/reportWords.ts';
import { whatFollows } from '../report/whatFollows.ts';
import { spokenOn } from '../spokenOn.ts';
import { statusWords } from '../statusWords.ts';
import { CertificateForm } from './CertificateForm.tsx';
import { Dossier, Guidance } from './Guidance.tsx';
import { Basis, Faults } from './parts.tsx';
import { ReportForm } from './ReportForm.tsx';
import { StageParts } from './StageParts.tsx';

export interface Section {
  id: string;
  title: string;
  ask: string | null;
  /** title of the process that the question is asked for, where it is another */
  of: string | null;
}

/** What is handed in, as it was typed: shown again where something keeps it from being taken. */
export interface Typed {
  texts: ReadonlyMap<string, readonly string[]>;
  hadFiles: boolean;
}

export interface ReportViewProps {
  writing: Writing;
  matter: Matter;
  page: ReportPage;
  sections: Section[];
  beside: BesideReport;
  /** the link's own path, to which the forms post back */
  action: string;
  deskPath: string;
  /** makes a form sent twice count once */
  once: string;
  /** the post is vacant or has no address: the page was opened by the office in its place */
  insteadOf: boolean;
  /** set where the page is of a drafting's stage */
  stage: StageOnPage | null;
  silent: number | null;
  /** whether it is owed by somebody's post or by a unit */
  addressee: 'person' | 'unit';
  now: string;
  /** path of the page of a supplement, for whoever opened this one */
  supplementPath: (obligationId: string) => string;
  faults: readonly string[];
  typed?: Typed;
}

/** The page behind the link to an obligation: what is due, for whom, until when and why, what was received, and the form. */
export function reportView(props: ReportViewProps): string {
  const { writing, matter, page, stage, faults, typed } = props;
  const { language } = writing.head;
  const say = writing.say(report);
  const words = wordsFor(spokenOn(page, stage));
  const period = writing.periodOf(periodOnPage(page), matter);
  const title = reportTitle(props);
  const asks = words.asks
    ? words.asks[language](matter.once ? null : period, matter.asks)
    : matter.asks;
  return renderPage(
    { language, title, head: writing.head, footer: writing.say(common).personal },
    <>
      <h1>{title}</h1>
      <Faults writing={writing} faults={faults} files={typed?.hadFiles ?? false} />
      <section>
        <h2>{say.whatIsDue}</h2>
        <p>{capitalise(asks)}</p>
        {stage?.session ? <p>{capitalise(stage.session)}</p> : null}
        <Duties {...props} />
        <Basis writing={writing} matter={matter} inClause={words.inClause} />
        {page.notes.length > 0 ? (
          <ul>
            {page.notes.map((note) => (
              <li>{formatDateNote(note, writing.head)}</li>
            ))}
          </ul>
        ) : null}
        {whatFollows(props).map((sentence) => (
          <p>{sentence}</p>
        ))}
      </section>
      <Supplements {...props} />
      {stage ? <StageParts writing={writing} stage={stage} action={props.action} /> : null}
      <Guidance writing={writing} guidance={props.beside.guidance} action={props.action} />
      <Receipts {...props} />
      <Dossier
        writing={writing}
        dossier={props.beside.dossier}
        hasBegun={page.receipts.length > 0}
      />
      <Action {...props} />
      <p>
        <a href={`${props.deskPath}/file`}>{writing.say(personFile).title}</a>
      </p>
    </>,
  );
}

/** The capacities, those with the same time limit together. */
function Duties({ writing, page, stage, addressee }: ReportViewProps) {
  const say = writing.say(report);
  const { language } = writing.head;
  const spoken = spokenOn(page, stage);
  const limits = new Map<string, DutyOnPage[]>();
  for (const duty of page.duties) {
    const key = JSON.stringify([duty.dueAt, duty.moved]);
    limits.set(key, [...(limits.get(key) ?? []), duty]);
  }
  return (
    <dl>
      {[...limits.values()].map((duties) => (
        <>
          <dt>{capacityLabel(writing, addressee)}</dt>
          {duties.map(({ capacity, status }) => (
            <dd>
              {capacity} <span class={tagOf(status)}>{statusWords(spoken, status, language)}</span>
            </dd>
          ))}
          <dt>{say.until}</dt>
          <dd>{duties[0] ? <Limit writing={writing} duty={duties[0]} /> : null}</dd>
          <Lock writing={writing} duty={duties[0]} />
        </>
      ))}
    </dl>
  );
}

/** When silence counts, where that is not the due time itself. */
function Lock({ writing, duty }: { writing: Writing; duty: DutyOnPage | undefined }) {
  if (!duty || duty.closed || duty.receivedAt !== null || duty.status === 'paused') return null;
  if (duty.lockAt === null || duty.lockAt === duty.dueAt) return null;
  return (
    <>
      <dt>{writing.say(letterWords).lock}</dt>
      <dd>{writing.atOn(duty.lockAt)}</dd>
    </>
  );
}

/** Until when and, where that was moved, why and from when. */
function Limit({ writing, duty }: { writing: Writing; duty: DutyOnPage }) {
  const { dueAt, lastDay, moved, originalDueAt } = duty;
  if (!moved) return <>{writing.due(dueAt, lastDay)}</>;
  const was = writing.say(report).was(dueWords(writing, originalDueAt));
  return (
    <>
      {writing.due(dueAt, lastDay)}
      <br />
      <small>
        {movedWords(writing, moved)} {moved.reason === 'supplement' ? '' : `(${was})`}
      </small>
    </>
  );
}

function movedWords(
  writing: Writing,
  { reason, words }: NonNullable<ReportPage['duties'][number]['moved']>,
): string {
  const said = writing.say(report)[reason === 'extension' ? 'extended' : reason];
  return words === null ? said : `${said}: ${words}`;
}

const tagOf = (status: string): string =>
  status === 'open-overdue' || status === 'done-late'
    ? 'tag late'
    : status === 'done-on-time'
      ? 'tag good'
      : 'tag';

/** A supplement that was asked for has a page of its own: what is handed in here does not answer it. */
function Supplements({ writing, page, supplementPath }: ReportViewProps) {
  const say = writing.say(report);
  return (
    <>
      {page.supplements.map(({ obligationId, dueAt, lastDay }) => (
        <section class="note">
          <h2>{say.supplement}</h2>
          <p>{say.supplementElsewhere(writing.due(dueAt, lastDay))}</p>
          <a class="button" href={supplementPath(obligationId)}>
            {wordsFor('supplement').open[writing.head.language]}
          </a>
        </section>
      ))}
    </>
  );
}

/** The office's own word is no report: nothing is received for it. */
const hasReceipts = ({ deliverable }: ReportPage): boolean =>
  deliverable !== 'certificate' && deliverable !== 'digest';

function Receipts(props: ReportViewProps) {
  const { writing, page } = props;
  if (!hasReceipts(page)) return null;
  const say = writing.say(report);
  const shared = writing.say(common);
  return (
    <section>
      <h2>{say.soFar}</h2>
      {page.receipts.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <ul>
          {page.receipts.map((one) => (
            <li>
              {say.received(
                one.receiptNo,
                one.version,
                writing.at(one.receivedAt),
                shared.channel(one.channel),
              )}
              {one.kind === 'nothing' ? ` (${nothingWords(props)})` : ''}
              {one.review === 'unreviewed' ? '' : `; ${say.review(one.review)}`}
              <br />
              <small>{writing.list(one.capacities)}</small>
              <Files files={one.files} label={shared.files} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Files({ files, label }: { files: ReceiptOnPage['files']; label: string }) {
  if (files.length === 0) return null;
  return (
    <>
      <br />
      <small>
        {label}: {files.map(({ fileName, size }) => `${fileName} (${fileSize(size)})`).join('; ')}
      </small>
    </>
  );
}

/** Why nothing is taken here any more. */
function closedWords({ writing, stage, page }: ReportViewProps): string {
  if (stage) return writing.say(phrases).closed;
  const say = writing.say(report);
  return page.deliverable === 'certificate' ? say.certificateClosed : say.closed;
}

/** What can be done on the page: a form, a way to the desk, or nothing any more. */
function Action(props: ReportViewProps) {
  const { writing, page, deskPath, insteadOf } = props;
  const say = writing.say(report);
  const toDesk = (text: string) => (
    <section>
      <p>{text}</p>
      <a class="button" href={deskPath}>
        {writing.say(common).toDesk}
      </a>
    </section>
  );
  if (insteadOf) return toDesk(say.insteadOf);
  if (page.duties.every(({ closed }) => closed)) {
    return (
      <section class="note">
        <p>{closedWords(props)}</p>
      </section>
    );
  }
  if (page.deliverable === 'digest') return toDesk(say.elsewhere);
  return page.deliverable === 'certificate' ? (
    <CertificateForm {...props} />
  ) : (
    <ReportForm {...props} />
  );
}
