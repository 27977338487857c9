import { HANDLINGS } from '../../../../contracts/digest.ts';
import type { MissedRow, ProposalOnDesk } from '../../../../db/reading/proposals.ts';
import { handlings } from '../../../../letters/catalogue/digest.ts';
import { formatWeekday } from '../../../../letters/format/date.ts';
import { whoHolds } from '../../../../letters/format/who.ts';
import { proposals as phrases } from '../../catalogue/proposals.ts';
import { outlineOfExplanation } from '../../desk/findOutline.ts';
import { EvidenceTable, Field, ReasonField } from '../parts.tsx';
import { DeskForm, type DeskProps } from './DeskForm.tsx';
import { titleOf } from './Own.tsx';

/** What the digests propose, for the chair to decide one by one, each with its evidence and a form. */
export function Proposals({ opened, desk, once }: DeskProps) {
  const { writing } = opened;
  const say = writing.say(phrases);
  if (desk.proposals.length === 0) return null;
  return (
    <section>
      <h2>
        {say.title} ({desk.proposals.length})
      </h2>
      <p class="hint">{say.hint}</p>
      {desk.proposals.map((one) => (
        <details>
          <summary>
            {whoHolds(one.party, one.name)} – {handlings[one.proposed][writing.head.language]}
          </summary>
          <p>{say.misses(one.missesInARow, one.missesInAll)}.</p>
          {one.missed.map((missed) => (
            <Missed opened={opened} missed={missed} />
          ))}
          <Decide opened={opened} proposal={one} once={once} />
        </details>
      ))}
    </section>
  );
}

/** One due day that was missed: what was sent and delivered, what the person answered. */
function Missed({ opened, missed }: Pick<DeskProps, 'opened'> & { missed: MissedRow }) {
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  return (
    <section>
      <h3>
        {say.missedOn} {formatWeekday(missed.lastDay, writing.head.language)}
      </h3>
      <p class="hint">
        {titleOf(notice, missed.processId)}; {missed.party}
        {missed.receivedAt === null ? '' : `; ${say.cameAfter} ${writing.at(missed.receivedAt)}`}
      </p>
      <EvidenceTable writing={writing} sent={missed.finding.evidence} />
      {missed.answers.length === 0 ? <p>{say.noAnswer}</p> : <h4>{say.answered}</h4>}
      {missed.answers.map(({ at, body }) => (
        <>
          <p class="hint">{writing.at(at)}</p>
          <p class="said">{body}</p>
        </>
      ))}
    </section>
  );
}

function Decide(props: Pick<DeskProps, 'opened' | 'once'> & { proposal: ProposalOnDesk }) {
  const { opened, once, proposal } = props;
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  const { explanation } = notice.settings;
  const { language } = writing.head;
  const offered = HANDLINGS.filter(
    (handling) => explanation !== undefined || handling !== 'ask-for-explanation',
  );
  return (
    <DeskForm
      opened={opened}
      act="decide-proposal"
      about={{ proposal: proposal.id }}
      once={`${once}-${proposal.id}`}
      submit={say.decide}
    >
      <Field id={`handling-${proposal.id}`} label={say.handling}>
        {(attributes) => (
          <select {...attributes} name="handling" required>
            <option value="">–</option>
            {offered.map((handling) => (
              <option value={handling}>{handlings[handling][language]}</option>
            ))}
            <option value="none">{say.handlingNone}</option>
          </select>
        )}
      </Field>
      {explanation === undefined ? null : (
        <Field
          id={`explain-by-${proposal.id}`}
          label={say.dueDate}
          hint={say.dueDateHint(explanation.withinWorkingDays)}
        >
          {(attributes) => <input {...attributes} type="date" name="dueDate" />}
        </Field>
      )}
      <ReasonField writing={writing} id={`proposal-${proposal.id}`} />
    </DeskForm>
  );
}

/** The explanations that were asked for, with what was handed in. */
export function Explanations({ opened, desk }: DeskProps) {
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  if (desk.explanations.length === 0) return null;
  return (
    <section>
      <h2>{say.explanations}</h2>
      {desk.explanations.map((one) => {
        const { explanation } = one;
        if (explanation === null) return null;
        const { receivedAt, dueAt, lastDay } = explanation;
        return (
          <details>
            <summary>
              {whoHolds(one.party, one.name)} –{' '}
              {receivedAt === null ? say.notYet : `${say.received} ${writing.at(receivedAt)}`}
            </summary>
            <p class="hint">
              {say.due} {writing.due(dueAt, lastDay)}
            </p>
            {one.explained === null ? null : <p class="said">{one.explained}</p>}
            {[...outlineOfExplanation(notice)].map(([id, title]) =>
              one.answers[id] ? (
                <>
                  <h3>{title}</h3>
                  <p class="said">{one.answers[id]}</p>
                </>
              ) : null,
            )}
            {one.files.map(({ id, fileName }) => (
              <p>
                <a href={`${opened.path}/files/${id}`}>{fileName}</a>
              </p>
            ))}
          </details>
        );
      })}
    </section>
  );
}
