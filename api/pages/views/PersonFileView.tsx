import type { ComponentChildren } from 'preact';
import type { PersonFile } from '../../../db/reading/personFile.ts';
import { spokenOf } from '../../../domain/drafting/spokenOf.ts';
import { deliveryStates, letterNames } from '../../../letters/catalogue/evidence.ts';
import { common } from '../catalogue/common.ts';
import { decisionNames } from '../catalogue/decisionNames.ts';
import { personFile as phrases } from '../catalogue/personFile.ts';
import { renderPage } from '../layout.tsx';
import type { Opened } from '../openLink.ts';
import { statusWords } from '../statusWords.ts';
import { titleOf } from '../titleOf.ts';
import { EvidenceTable } from './parts.tsx';
import { Table } from './Table.tsx';

/** A person's own file, whole and printable. */
export function personFileView({ opened, file }: { opened: Opened; file: PersonFile }): string {
  const { writing, now, deskPath } = opened;
  const say = writing.say(phrases);
  const { missesInARow, missesInAll, nothingInARow } = file.misses;
  return renderPage(
    {
      language: writing.head.language,
      title: say.title,
      head: writing.head,
      footer: writing.say(common).personal,
    },
    <>
      <h1>{say.title}</h1>
      <p>
        <strong>{file.person.name}</strong>. {say.lead(writing.atOn(now))}
      </p>
      <p>
        <a href={deskPath}>{say.back}</a>
      </p>
      <section>
        <h2>{say.misses}</h2>
        <p>{say.missesAre(missesInARow, missesInAll)}</p>
        {nothingInARow > 0 ? <p>{say.nothings(nothingInARow)}</p> : null}
      </section>
      <Posts opened={opened} file={file} />
      <Owed opened={opened} file={file} />
      <Submitted opened={opened} file={file} />
      <Findings opened={opened} file={file} />
      <Decisions opened={opened} file={file} />
      <Letters opened={opened} file={file} />
    </>,
  );
}

interface Part {
  opened: Opened;
  file: PersonFile;
}

/** One part of the file as a table; a part with nothing in it says so. */
function Rows(props: { title: string; none: string; head: string[]; rows: ComponentChildren[][] }) {
  const { title, none, head, rows } = props;
  return (
    <section>
      <h2>
        {title} ({rows.length})
      </h2>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <Table columns={head.map((label) => ({ label }))} rows={rows} />
      )}
    </section>
  );
}

function Posts({ opened: { writing }, file }: Part) {
  const say = writing.say(phrases);
  const rows = file.posts.map(({ title, since, until }) => [
    title,
    writing.at(since),
    until === null ? say.now : writing.at(until),
  ]);
  return (
    <Rows title={say.posts} none={say.none} head={[say.post, say.since, say.until]} rows={rows} />
  );
}

function Owed({ opened: { writing, notice }, file }: Part) {
  const say = writing.say(phrases);
  const rows = file.obligations.map((one) => [
    <>
      {titleOf(notice, one.processId)}
      <br />
      <small>{one.party}</small>
    </>,
    writing.due(one.dueAt, one.lastDay),
    statusWords(spokenOf(notice, one), one.status, writing.head.language),
  ]);
  const head = [say.what, say.due, say.status];
  return <Rows title={say.obligations} none={say.none} head={head} rows={rows} />;
}

function Submitted({ opened: { writing }, file }: Part) {
  const say = writing.say(phrases);
  const rows = file.submissions.map((one) => [
    one.receiptNo,
    writing.at(one.receivedAt),
    one.kind === 'nothing' ? say.nothing : say.report,
    one.capacities.join('; '),
  ]);
  const head = [say.receipt, say.received, say.kind, say.capacities];
  return <Rows title={say.submissions} none={say.none} head={head} rows={rows} />;
}

function Letters({ opened: { writing }, file }: Part) {
  const say = writing.say(phrases);
  const { language } = writing.head;
  const rows = file.letters.map((one) => [
    <>
      {letterNames[one.kind][language]}
      <br />
      <small>{one.subject}</small>
    </>,
    writing.at(one.sentAt ?? one.writtenAt),
    deliveryStates[one.state][language],
  ]);
  const head = [say.kind, say.at, say.status];
  return <Rows title={say.letters} none={say.none} head={head} rows={rows} />;
}

function Decisions({ opened: { writing }, file }: Part) {
  const say = writing.say(phrases);
  const rows = file.decisions.map((one) => [
    decisionNames[one.kind][writing.head.language],
    writing.at(one.at),
    one.reason ?? '',
  ]);
  const head = [say.what, say.at, say.reason];
  return <Rows title={say.decisions} none={say.none} head={head} rows={rows} />;
}

function Findings({ opened: { writing, notice }, file }: Part) {
  const say = writing.say(phrases);
  return (
    <section>
      <h2>
        {say.findings} ({file.findings.length})
      </h2>
      {file.findings.length === 0 ? <p>{say.none}</p> : null}
      {file.findings.map((finding) => (
        <section>
          <h3>
            {titleOf(notice, finding.processId)}, {writing.day(finding.lastDay)}:{' '}
            {say.state(finding.state)}
          </h3>
          <p>
            {finding.party}. {say.found} {writing.at(finding.recordedAt)}.
          </p>
          <EvidenceTable writing={writing} sent={finding.evidence} />
          {finding.answers.length > 0 ? <h3>{say.answers}</h3> : null}
          {finding.answers.map(({ at, body }) => (
            <p class="said">
              <small>{writing.at(at)}</small>
              <br />
              {body}
            </p>
          ))}
        </section>
      ))}
    </section>
  );
}
