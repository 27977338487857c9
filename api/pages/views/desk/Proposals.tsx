import { HANDLINGS } from '../../../../contracts/digest.ts';
import type { MissedRow, ProposalOnDesk } from '../../../../db/reading/proposals.ts';
import { handlings } from '../../../../letters/catalogue/digest.ts';
import { formatWeekday } from '../../../../letters/format/date.ts';
import { capitalise } from '../../../../letters/format/list.ts';
import { whoHolds } from '../../../../letters/format/who.ts';
import { proposals as phrases } from '../../catalogue/proposals.ts';
import { outlineOfExplanation } from '../../desk/findOutline.ts';
import { titleOf } from '../../titleOf.ts';
import { EvidenceTable, ReasonField } from '../parts.tsx';
import { DeskForm, type DeskProps, Folded, type OnDesk } from './DeskForm.tsx';
import { ChoiceField, DayField } from './fields.tsx';

/** What the digests propose, for the chair to decide one by one, each with its evidence and a form. */
export function Proposals(props: DeskProps) {
  const { opened, desk } = props;
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
        <Folded
          on={props}
          forms={[idOf(one)]}
          summary={`${whoHolds(one.party, one.name)} – ${handlings[one.proposed][writing.head.language]}`}
        >
          <p>{capitalise(say.misses(one.missesInARow, one.missesInAll))}.</p>
          {one.missed.map((missed) => (
            <Missed opened={opened} missed={missed} />
          ))}
          <Decide {...props} proposal={one} />
        </Folded>
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

const idOf = ({ id }: ProposalOnDesk): string => `proposal-${id}`;

function Decide(props: OnDesk & { proposal: ProposalOnDesk }) {
  const { opened, proposal } = props;
  const { writing, notice } = opened;
  const say = writing.say(phrases);
  const { explanation } = notice.settings;
  const { language } = writing.head;
  const offered = HANDLINGS.filter(
    (handling) => explanation !== undefined || handling !== 'ask-for-explanation',
  );
  const id = idOf(proposal);
  return (
    <DeskForm
      on={props}
      id={id}
      act="decide-proposal"
      about={{ proposal: proposal.id }}
      submit={say.decide}
    >
      {(given) => (
        <>
          <ChoiceField
            id={`handling-${proposal.id}`}
            name="handling"
            label={say.handling}
            given={given}
            empty="–"
            options={[
              ...offered.map((value) => ({ value, label: handlings[value][language] })),
              { value: 'none', label: say.handlingNone },
            ]}
          />
          {explanation === undefined ? null : (
            <DayField
              id={`explain-by-${proposal.id}`}
              name="dueDate"
              label={say.dueDate}
              hint={say.dueDateHint(explanation.withinWorkingDays)}
              given={given}
              required={false}
            />
          )}
          <ReasonField writing={writing} id={id} value={given.text('reason')} />
        </>
      )}
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
