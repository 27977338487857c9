import type { Matter } from '../../../contracts/letters.ts';
import type { FindingRow } from '../../../db/reading/findings.ts';
import { common as letterWords } from '../../../letters/catalogue/common.ts';
import { wordsFor } from '../../../letters/catalogue/deliverables.ts';
import type { Spoken } from '../../../letters/catalogue/phrases.ts';
import { noticeRows, type Writing } from '../../../letters/compose/writing.ts';
import { common } from '../catalogue/common.ts';
import { finding as phrases } from '../catalogue/finding.ts';
import { renderPage } from '../layout.tsx';
import { EvidenceTable, Facts, Faults, Field } from './parts.tsx';

export interface FindingViewProps {
  writing: Writing;
  finding: FindingRow;
  dueAt: string;
  /** what was owed */
  matter: Matter;
  /** the page where the report is still taken; null where nothing is awaited any more */
  reportPath: string | null;
  /** the notice's own words and the clause they stand in; shown once released */
  rule: { words: string; clause: string } | null;
  action: string;
  once: string;
  sent: boolean;
  faults: readonly string[];
  typed: string;
}

/** The page behind the link to a finding: the record, the words, the evidence as it stood, and the answer. */
export function findingView(props: FindingViewProps): string {
  const { writing, finding, dueAt, matter, rule, reportPath, sent, faults } = props;
  const say = writing.say(phrases);
  const { language } = writing.head;
  const title = titleOf(say, finding.state)(writing.day(finding.periodKey.slice(0, 10)));
  return renderPage(
    { language, title, head: writing.head, footer: writing.say(common).personal },
    <>
      <h1>{title}</h1>
      {sent ? (
        <section class="good" role="status">
          <p>{say.sent}</p>
        </section>
      ) : null}
      <Faults writing={writing} faults={faults} files={false} />
      <section>
        <h2>{say.record}</h2>
        <p>{say.noReport(finding.party, writing.due(dueAt, finding.lastDay))}</p>
        <Facts
          rows={[
            ...noticeRows(writing, matter),
            { label: say.recordedAt, value: writing.at(finding.recordedAt) },
            { label: say.state, value: say.states(finding.state) },
          ]}
        />
        {rule && finding.state === 'released' ? (
          <>
            <h3>{say.words}</h3>
            <blockquote>
              {rule.words}
              <footer>{writing.say(letterWords).clauseOfNotice(rule.clause)}</footer>
            </blockquote>
          </>
        ) : null}
        {reportPath === null ? null : (
          <p>
            <a href={reportPath}>{wordsFor('report').open[language]}</a>. {say.stillTaken}
            {isStanding(finding) ? ` ${say.staysAfter}` : ''}
          </p>
        )}
      </section>
      <section>
        <h2>{say.evidence}</h2>
        <EvidenceTable writing={writing} sent={finding.evidence} caption={false} />
      </section>
      <Answers {...props} />
    </>,
  );
}

function titleOf(say: Spoken<typeof phrases>, state: FindingRow['state']) {
  switch (state) {
    case 'withheld':
      return say.withheldTitle;
    case 'reversed':
      return say.reversedTitle;
    default:
      return say.title;
  }
}

const isStanding = ({ state }: FindingRow): boolean => state === 'recorded' || state === 'released';

function Answers({ writing, finding, action, once, typed }: FindingViewProps) {
  const say = writing.say(phrases);
  const isOpen = isStanding(finding);
  return (
    <section>
      {finding.answers.length > 0 ? (
        <>
          <h2>{say.answers}</h2>
          {finding.answers.map(({ at, body }) => (
            <>
              <p>{writing.at(at)}</p>
              <p class="said">{body}</p>
            </>
          ))}
        </>
      ) : null}
      {isOpen ? (
        <form method="post" action={action}>
          <input type="hidden" name="once" value={once} />
          <Field id="body" label={say.answer} hint={say.answerHint}>
            {(attributes) => (
              <textarea
                {...attributes}
                name="body"
                required
                minLength={3}
                maxLength={4000}
                rows={8}
              >
                {typed}
              </textarea>
            )}
          </Field>
          <button type="submit">{say.send}</button>
        </form>
      ) : (
        <p>{say.closed}</p>
      )}
    </section>
  );
}
